package pingheng.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.framework.published.Frameworks;
import pingheng.ledger.Ledger;
import pingheng.people.Level;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.FrameworkId;

/** What the province decides for all: which rounds there are, and the days on which their stages lock. */
@Service
public class Planning {
    private final RoundStore store;
    private final Frameworks frameworks;
    private final Ledger ledger;
    private final Clock clock;

    Planning(RoundStore store, Frameworks frameworks, Ledger ledger, Clock clock) {
        this.store = store;
        this.frameworks = frameworks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why the visitor cannot plan for all: only the province does. */
    public static Optional<Reason> whyNotPlan(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(Reason.forbidden(
                        "round.province", "年度由省级开设和安排", "Rounds are opened and planned by the province"));
    }

    /** Opens a round on published frameworks, one for each level it has. */
    @Transactional
    public HeldRound open(Visitor visitor, Plan plan) {
        Refused.on(whyNotPlan(visitor));
        Refused.on(plan.whyNot());
        var round = plan.round();
        if (store.find(round.code()).isPresent())
            throw new Refused(Reason.malformed(
                    "round.code-taken",
                    "已有年度 %1$s，请换一个代码",
                    "There is a round %1$s already: choose another code",
                    round.code()));
        long id = store.add(round);
        var chosen = new EnumMap<Level, FrameworkId>(Level.class);
        plan.frameworks().forEach((level, digest) -> chosen.put(level, published(level, digest)));
        chosen.forEach((level, framework) -> store.framework(id, level, framework));
        var now = clock.instant();
        plan.due().forEach((stage, day) -> store.due(id, stage, day, visitor.login(), now));

        ledger.record(
                visitor.actor(),
                visitor.unit(),
                "round.opened",
                "round/" + round.code(),
                Sentence.of(
                        "开设年度 %1$s《%2$s》，日程 %4$s，指标体系 %5$s",
                        "Round %1$s “%3$s” is opened, due %4$s, frameworks %5$s",
                        round.code(),
                        round.title().zh(),
                        round.title().en(),
                        new TreeMap<>(plan.due()),
                        new TreeMap<>(plan.frameworks())));
        return new HeldRound(id, round, chosen);
    }

    private FrameworkId published(Level level, String digest) {
        return frameworks.all().stream()
                .filter(one -> one.framework().digest().equals(digest)
                        && one.framework().settings().level() == level)
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.malformed(
                        "round.framework",
                        "没有这套%1$s指标体系，请先发布",
                        "There is no such framework of level %2$s: publish it first",
                        level.zh(),
                        level.code())))
                .id();
    }

    /**
     * Sets another day for a stage of all units, today or later. Units that have an extension keep it; a county's own days for its own
     * stages, too.
     */
    @Transactional
    public void reschedule(RoundContext context, Stage stage, Plan.Rescheduled moved) {
        var visitor = context.user();
        var round = context.round();
        var day = moved.due();
        var reason = moved.reason();
        Refused.on(whyNotPlan(visitor));
        if (reason.isBlank())
            throw new Refused(
                    Reason.malformed("round.reschedule-reason", "请写明改期理由", "Say why the date is moved for all"));
        var zone = round.settings().zone();
        if (day.isBefore(LocalDate.ofInstant(clock.instant(), zone)))
            throw new Refused(
                    Reason.malformed("round.reschedule-past", "改定的日期不能早于今天", "The new date cannot be before today"));
        var due = new HashMap<Stage, LocalDate>(due(round));
        var before = due.put(stage, day);
        Refused.on(Plan.whyNotDates(due).or(() -> round.settings().whyNotDay(day)));

        if (!store.due(round.id(), stage, day, visitor.login(), context.arrived()))
            throw new Refused(Rounds.dateMeanwhile());

        ledger.record(
                visitor.actor(),
                visitor.unit(),
                "round.rescheduled",
                "round/" + round.code(),
                Sentence.of(
                        "全省「%1$s」由 %2$s 改为 %3$s，理由：%4$s",
                        "%5$s is moved for all from %2$s to %3$s, because: %4$s",
                        stage.title().zh(),
                        String.valueOf(before),
                        day,
                        reason.strip(),
                        stage.title().en()));
    }

    /** The days set for all units. */
    public Map<Stage, LocalDate> due(HeldRound round) {
        return store.due(round.id());
    }
}
