package pingheng.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.framework.Framework;
import pingheng.framework.published.Frameworks;
import pingheng.ledger.Ledger;
import pingheng.people.Level;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound.UnitRound;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

/** The rounds, their frameworks, and when their stages are due and lock. */
@Service
public class Rounds {
    /** The zone in which days are counted where no round is at hand. */
    public static final java.time.ZoneId ZONE = java.time.ZoneId.of("Asia/Shanghai");

    private final RoundStore store;
    private final Frameworks frameworks;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    Rounds(RoundStore store, Frameworks frameworks, People people, Ledger ledger, Clock clock) {
        this.store = store;
        this.frameworks = frameworks;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    public HeldRound get(RoundCode code) {
        return store.find(code).orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** All rounds, the newest first. */
    public List<HeldRound> all() {
        return store.all();
    }

    /** The framework by which the unit is evaluated in the round. */
    public Framework framework(HeldRound round, Unit unit) {
        return framework(round, unit.level()).orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** The framework of a level; empty where the round does not evaluate that level. */
    public Optional<Framework> framework(HeldRound round, Level level) {
        return Optional.ofNullable(round.frameworks().get(level)).map(frameworks::get);
    }

    /** When each stage is due for the unit: the province's days and the unit's own. */
    public Map<Stage, LocalDate> due(HeldRound round, Unit unit) {
        return store.due(round.id(), unit.code());
    }

    /** When the stage locks for the unit; empty when no day is set. */
    public Optional<Lock> lock(HeldRound round, Unit unit, Stage stage) {
        return dates(round, unit).lock(stage);
    }

    /** All days of the unit, and when each stage locks for it. */
    public Milestones dates(HeldRound round, Unit unit) {
        return Optional.ofNullable(dates(round, List.of(unit)).get(unit.code())).orElseThrow();
    }

    /** The same of several units. */
    public Map<UnitCode, Milestones> dates(HeldRound round, List<Unit> units) {
        return units.isEmpty()
                ? Map.of()
                : store.dates(round, units.stream().map(Unit::code).toList());
    }

    /** Why the visitor cannot set the day of a stage: the office sets the unit's own, the province all others. */
    public static Optional<Reason> whyNotRemind(Visitor visitor, Unit unit, Stage stage) {
        if (stage.locks())
            return Optional.of(
                    Reason.forbidden("round.provincial", "这一日期由省级统一规定", "This date is set by the province for all"));
        return visitor.whyNotOffice(unit);
    }

    /** A county's own day for its own stages: it reminds and never locks. */
    @Transactional
    public void remind(RequestContext context, Stage stage, LocalDate due) {
        Refused.on(whyNotRemind(context.user(), context.unit(), stage));
        Refused.on(context.round().settings().whyNotDay(due));

        if (!store.due(context, stage, due)) throw new Refused(dateMeanwhile());

        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "round.own-date",
                "round/" + context.round().code(),
                Sentence.of(
                        "本单位「%1$s」定于 %2$s 前完成",
                        "The unit's own date for %3$s is %2$s",
                        stage.title().zh(),
                        due,
                        stage.title().en()));
    }

    static Reason dateMeanwhile() {
        return Reason.conflict(
                "round.date-meanwhile",
                "这个日期刚刚由他人更改，这次没有保存；请刷新页面，看过之后再改",
                "The date has been changed by somebody else meanwhile, and nothing was saved: look again, then change it");
    }

    /** Why the visitor cannot grant an extension: only the province does. */
    public Optional<Reason> whyNotExtend(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(Reason.forbidden("round.extension", "延期由省级批准", "Extensions are granted by the province"));
    }

    /** Gives one unit another day for a stage that locks. */
    @Transactional
    public void extend(RequestContext context, Stage stage, Plan.Rescheduled extended) {
        var due = extended.due();
        var reason = extended.reason();
        Refused.on(whyNotExtend(context.user()));
        var now = clock.instant();
        var lock = lock(context.round(), context.unit(), stage).orElseThrow(() -> new Refused(Reason.unknown()));
        if (reason.isBlank())
            throw new Refused(Reason.malformed("round.extension-reason", "请写明延期理由", "Say the reason of the extension"));
        if (!stage.locks() || !due.isAfter(lock.due()))
            throw new Refused(Reason.malformed(
                    "round.extension-earlier",
                    "延期须晚于现定的 %s",
                    "An extension is later than the day that is set, %s",
                    lock.due()));
        Refused.on(context.round().settings().whyNotDay(due));

        store.extend(
                context.round().id(),
                context.unit().code(),
                stage,
                new Lock.Extension(due, reason.strip(), context.user().actor().post()),
                now);

        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "round.extended",
                "round/" + context.round().code(),
                Sentence.of(
                        "「%1$s」延期至 %2$s，理由：%3$s",
                        "%4$s extended to %2$s, because: %3$s",
                        stage.title().zh(),
                        due,
                        reason.strip(),
                        stage.title().en()));
    }

    /** The newest round in which the unit is evaluated. */
    public Optional<HeldRound> newest(Unit unit) {
        return newest(unit, of(unit));
    }

    /** The same, of all rounds as they are for it. */
    public static Optional<HeldRound> newest(Unit unit, List<UnitRound> rounds) {
        return rounds.stream()
                .filter(round -> round.isFor(unit))
                .map(UnitRound::round)
                .findFirst();
    }

    /** All rounds, the newest first, as they are for the unit. */
    public List<UnitRound> of(Unit unit) {
        return store.all(unit.code());
    }

    /** Why the unit is unknown in the round: it is not there on its day. Those that are not evaluated neither come nor go. */
    public Optional<Reason> whyNotIn(HeldRound round, Unit unit) {
        return !unit.evaluated() || store.isThere(round.id(), unit.code())
                ? Optional.empty()
                : Optional.of(Reason.unknown());
    }

    /** The units of a round: those of its levels that are there on its day. */
    public List<Unit> units(HeldRound round) {
        return people.units(day(round)).stream()
                .filter(unit -> round.frameworks().containsKey(unit.level()))
                .toList();
    }

    /** The day by which all submit, whatever extension one has: the units that are there on it are those of the round. */
    public LocalDate day(HeldRound round) {
        var day = store.due(round.id()).get(Stage.SUBMISSION);
        if (day == null) throw new IllegalStateException("nothing is due in " + round.code());
        return day;
    }
}
