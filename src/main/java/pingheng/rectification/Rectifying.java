package pingheng.rectification;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.evidence.Evidence;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.round.lock.UnitLock;
import pingheng.value.BodyId;
import pingheng.value.ProofId;
import pingheng.value.number.Version;

/** What is done about a problem list: the unit plans and proves, the province re-checks, until each line is closed. */
@Service
public class Rectifying {
    private static final int LONGEST = 5000;

    private final RectificationStore store;
    private final Rectifications rectifications;
    private final People people;
    private final UnitLock lock;
    private final Ledger ledger;
    private final Clock clock;

    Rectifying(
            RectificationStore store,
            Rectifications rectifications,
            People people,
            UnitLock lock,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.rectifications = rectifications;
        this.people = people;
        this.lock = lock;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A measure on top of the version that was seen, 0 for none: what is done, by which body, by when. */
    public record MeasurePlan(Version seen, String text, BodyId body, LocalDate due) {}

    /** The proof that was seen, whether it is accepted, and why not. */
    public record ProofReview(
            ProofId proof,
            boolean accepted,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String reason) {}

    /** Why the visitor cannot plan a measure: the unit's office does, until the line is closed. */
    public static Optional<Reason> whyNotPlan(Visitor visitor, Rectification of, Item item) {
        return visitor.whyNotOffice(of.unit()).or(() -> whyNotOpen(item));
    }

    @Transactional
    public void plan(RequestContext context, int number, MeasurePlan planned) {
        var of = alone(context);
        var item = item(of, number);
        Refused.on(whyNotPlan(context.user(), of, item));
        if (planned.text().isBlank() || planned.text().length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "rectification.measure",
                    "请写整改措施，至多 %1$d 字",
                    "Write the measure, %1$d characters at most",
                    LONGEST));
        var body = people.bodies(context.unit().code()).stream()
                .filter(one -> one.id().equals(planned.body()))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Reason.malformed("rectification.body", "请选择责任单位", "Choose the body that is responsible")));
        if (!planned.due().isAfter(today(context.round())))
            throw new Refused(
                    Reason.malformed("rectification.due", "完成期限须晚于今天", "The day it is due is later than today"));
        Refused.on(context.round().settings().whyNotDay(planned.due()));
        var measure = new Measure(
                planned.seen().next(),
                planned.text().strip(),
                body.id(),
                body.name(),
                planned.due(),
                context.user().name(),
                clock.instant());
        if (!item.version().equals(planned.seen())
                || !store.plan(context.round().id(), context.unit().code(), number, measure, context.user()))
            throw new Refused(meanwhile(), item.planned());
        record(context.user(), of, number, "rectification.planned", planned(number, body, planned));
    }

    private static Sentence planned(int number, Body body, MeasurePlan planned) {
        return Sentence.of(
                "问题 %1$d 的整改：%2$s 负责，%3$s 前完成",
                "Deficiency %1$d: %2$s is responsible, due on %3$s", number, body.name(), planned.due());
    }

    /** Why the visitor cannot hand in a proof: the unit's office and the responsible body do, once there is a measure. */
    public static Optional<Reason> whyNotProve(Visitor visitor, Rectification of, Item item) {
        var measure = item.measure();
        boolean responsible = visitor.is(Role.CONTACT)
                && measure != null
                && measure.body().equals(visitor.post().body().id());
        if (!responsible && visitor.whyNotOffice(of.unit()).isPresent())
            return Optional.of(Reason.forbidden(
                    "rectification.prover",
                    "由负责整改的单位的联系人或领导小组办公室报送证明",
                    "The contact of the responsible body or the office of the leading group hands in the proof"));
        if (measure == null)
            return Optional.of(Reason.conflict("rectification.no-measure", "请先制定整改措施", "There is no measure yet"));
        return item.state() == State.PROVED
                ? Optional.of(Reason.conflict(
                        "rectification.proved", "证明材料已报送，等待复查", "The proof is handed in and waits for the re-check"))
                : whyNotOpen(item);
    }

    /** Hands in that it was done, with a file where there is one. */
    @Transactional
    public void prove(RequestContext context, int number, String text, Evidence.@Nullable Taken file) {
        var of = alone(context);
        Refused.on(
                whyNotProve(context.user(), of, item(of, number)),
                item(of, number).proved());
        if (text.isBlank() || text.length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "rectification.proof", "请写明完成情况，至多 %1$d 字", "Say what was done, %1$d characters at most", LONGEST));
        var attached = file == null
                ? null
                : new Proof.Attached(
                        file.stored().sha256(),
                        file.name().value(),
                        file.type().code(),
                        file.stored().size());
        store.prove(
                context.round().id(),
                context.unit().code(),
                number,
                new Proof(ProofId.NEW, text.strip(), attached, context.user().name(), clock.instant(), null),
                context.user());
        record(
                context.user(),
                of,
                number,
                "rectification.proved",
                Sentence.of(
                        "问题 %1$d 报送整改证明%2$s",
                        "Proof for deficiency %1$d is handed in%2$s",
                        number,
                        attached == null ? "" : " " + attached.sha256()));
    }

    /** Why the visitor cannot re-check: the province does, what was handed in. */
    public static Optional<Reason> whyNotCheck(Visitor visitor, Item item) {
        var lead = Letters.whyNotLead(visitor);
        if (lead.isPresent() || item.state() == State.PROVED) return lead;
        return Optional.of(
                Reason.conflict("rectification.nothing-to-check", "没有待复查的证明材料", "There is no proof to be re-checked"));
    }

    /** Accepts the proof that was seen, which closes the line, or says why not. */
    @Transactional
    public void check(RequestContext context, int number, ProofReview review) {
        var accepted = review.accepted();
        var reason = review.reason();
        var of = alone(context);
        var item = item(of, number);
        Refused.on(whyNotCheck(context.user(), item), item.checked());
        if (reason.length() > LONGEST || !accepted && reason.isBlank())
            throw new Refused(Reason.malformed(
                    "rectification.check",
                    "复查不通过的，请写明理由，至多 %1$d 字",
                    "Say in at most %1$d characters why the proof is not accepted",
                    LONGEST));
        var check = new Proof.Check(accepted, reason.strip(), context.user().name(), clock.instant());
        if (!item.last().orElseThrow().id().equals(review.proof())
                || !store.check(review.proof(), check, context.user())) throw new Refused(meanwhile(), item.checked());
        record(
                context.user(),
                of,
                number,
                "rectification.checked",
                accepted
                        ? Sentence.of("问题 %1$d 复查通过，销号", "Deficiency %1$d is closed", number)
                        : Sentence.of(
                                "问题 %1$d 复查未通过：%2$s",
                                "The proof for deficiency %1$d is not accepted: %2$s", number, reason.strip()));
    }

    /** Today in the zone of the round. */
    public LocalDate today(HeldRound round) {
        return LocalDate.ofInstant(clock.instant(), round.settings().zone());
    }

    private Rectification alone(RequestContext context) {
        Refused.on(context.user().whyNotSee(context.unit()));
        lock.alone(context.round(), context.unit());
        return rectifications.seen(context);
    }

    private static Item item(Rectification of, int number) {
        return of.item(number).orElseThrow(() -> new Refused(Reason.unknown()));
    }

    private void record(Visitor visitor, Rectification of, int number, String verb, Sentence told) {
        var unit = of.unit().code();
        ledger.record(visitor.actor(), unit, verb, "letter/" + unit + "/" + number, told);
    }

    private static Optional<Reason> whyNotOpen(Item item) {
        return item.state() == State.CLOSED
                ? Optional.of(Reason.conflict("rectification.closed", "这个问题已经销号", "The deficiency is closed"))
                : Optional.empty();
    }

    private static Reason meanwhile() {
        return Reason.conflict(
                "rectification.meanwhile",
                "您打开页面后有了变动；请重新查看",
                "Something has changed since you opened the page: look again");
    }
}
