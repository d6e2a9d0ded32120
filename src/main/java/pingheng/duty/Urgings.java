package pingheng.duty;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StandingText;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.UrgingId;

/** Urging 督办: the office and the leading group ask a body to move; the body answers; both are recorded. */
@Service
public class Urgings {
    private static final int LONGEST = 2000;

    private final DutyStore store;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    Urgings(DutyStore store, People people, Ledger ledger, Clock clock) {
        this.store = store;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whom, about which point, or none for all, with which words, to be answered by when. */
    public record Urge(
            BodyId body,
            @JsonSetter(nulls = Nulls.SET) @Nullable PointCode point,
            String text,
            LocalDate by) {}

    /** The urgings of a unit, the unanswered first, the most pressing first. */
    public List<Urging> of(HeldRound round, Unit unit) {
        return store.urgings(round.id(), unit.code());
    }

    public Optional<Reason> whyNotUrge(Visitor visitor, Unit unit) {
        if (visitor.ownsUnit(unit.code()) && (visitor.is(Role.OFFICE) || visitor.is(Role.LEADER)))
            return Optional.empty();
        return Optional.of(
                Reason.forbidden("duty.urge", "督办由领导小组及其办公室发出", "The leading group and its office urge, nobody else"));
    }

    public Optional<Reason> whyNotAnswer(Visitor visitor, Urging urging) {
        if (urging.answered() != null)
            return Optional.of(Reason.conflict("duty.answered", "这件督办已经答复", "This urging has been answered"));
        if (visitor.ownsUnit(urging.unit()) && visitor.post().body().id().equals(urging.body()))
            return Optional.empty();
        return Optional.of(Reason.forbidden("duty.answer", "由被督办的单位答复", "The body that is urged answers"));
    }

    private static Optional<Reason> whyNotSay(RequestContext context, String text, LocalDate by, Instant now) {
        if (text.isBlank() || text.length() > LONGEST)
            return Optional.of(Reason.malformed(
                    "duty.urge-text", "请写明督办内容，不超过 %d 字", "Say what is asked, in %d characters at most", LONGEST));
        if (by.isBefore(LocalDate.ofInstant(now, context.round().settings().zone())))
            return Optional.of(
                    Reason.malformed("duty.urge-past", "答复期限不能早于今天", "The answer cannot be due before today"));
        return context.round().settings().whyNotDay(by);
    }

    @Transactional
    public void urge(RequestContext context, Urge urge) {
        var point = urge.point();
        var text = urge.text();
        var by = urge.by();
        Refused.on(whyNotUrge(context.user(), context.unit()));
        var now = clock.instant();
        var body = body(context.unit(), urge.body());
        Refused.on(whyNotSay(context, text, by, now));

        var urging = new Urging(
                UrgingId.NEW,
                context.unit().code(),
                body.id(),
                point,
                text.strip(),
                by,
                context.user().actor().post(),
                now,
                null,
                null,
                null);
        var id = store.urge(context.round().id(), context.unit().code(), urging, now);

        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "duty.urged",
                "urging/" + id,
                Sentence.of(
                        "督办%1$s%2$s：%3$s（%4$s 前答复）",
                        "%1$s urged%5$s: %3$s (answer by %4$s)",
                        body.name(),
                        point == null ? "" : "（观测点 " + point + "）",
                        text.strip(),
                        by,
                        point == null ? "" : " on point " + point));
    }

    @Transactional
    public void answer(Visitor visitor, UrgingId id, String answer) {
        var urging = store.urging(id).orElseThrow(() -> new Refused(Reason.unknown()));
        var unit = people.seen(visitor, urging.unit());
        Refused.on(whyNotAnswer(visitor, urging), answered(urging));
        if (answer.isBlank() || answer.length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "duty.answer-text", "请写明答复，不超过 %d 字", "Write an answer of %d characters at most", LONGEST));

        if (!store.answer(id, answer.strip(), visitor.actor().person(), clock.instant()))
            throw new Refused(
                    Reason.conflict("duty.answered", "这件督办已经答复", "This urging has been answered"),
                    store.urging(id).map(Urgings::answered).orElse(List.of()));

        ledger.record(
                visitor.actor(),
                unit.code(),
                "duty.urging-answered",
                "urging/" + id,
                Sentence.of("答复督办：%1$s", "Answer to an urging: %1$s", answer.strip()));
    }

    private static List<StandingText> answered(Urging urging) {
        var answer = urging.answer();
        if (answer == null) return List.of();
        return List.of(StandingText.of(Objects.toString(urging.answerer(), ""), urging.answered(), answer));
    }

    private Body body(Unit unit, BodyId id) {
        return people.bodies(unit.code()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }
}
