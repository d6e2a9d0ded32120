package pingheng.submission;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.duty.Duties;
import pingheng.evidence.Document;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.framework.rule.Marks;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StandingText;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.EvidenceId;
import pingheng.value.PointCode;
import pingheng.value.number.Score;
import pingheng.value.number.Version;

/** The drafts of a unit: answers, figures, evidence, summaries. Everything is kept, nothing that two write at once is lost. */
@Service
public class Answers {
    private static final int LONGEST = 20_000;

    private final AnswerStore store;
    private final Fresh fresh;
    private final People people;
    private final SelfEvaluations selfEvaluations;
    private final Evidence evidence;
    private final Ledger ledger;
    private final Clock clock;

    Answers(
            AnswerStore store,
            Fresh fresh,
            People people,
            SelfEvaluations selfEvaluations,
            Evidence evidence,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.fresh = fresh;
        this.people = people;
        this.selfEvaluations = selfEvaluations;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What somebody has written, on top of the version they saw. */
    public record Draft(Version seen, Marks marks, @Nullable Score claim, String reason, String statement) {}

    /** What became of a draft: the newest version, or kept beside it because another was faster. */
    public sealed interface Kept {
        record Saved(Answer answer) implements Kept {}

        record Beside(Answer newest) implements Kept {}
    }

    /** Why the visitor cannot work on the point now: not theirs, not open, or locked. */
    public Optional<Reason> whyNotEdit(RequestContext context, SelfEvaluation own, PointCode point) {
        var ofPoint = own.point(point).map(OwnPoint::duties).orElse(List.of());
        return Duties.whyNotWork(context.user(), own.unit(), ofPoint)
                .or(() -> own.whyNotEdit(point))
                .or(() -> Seals.whyNotInTime(own, context.arrived()));
    }

    /** Saves a draft. The same again changes nothing; on top of an older version it is kept beside the newest. */
    @Transactional
    public Kept save(RequestContext context, PointCode point, Draft draft) {
        return keep(context, fresh.point(context, point), point, draft);
    }

    /** Saves drafts of several points, all or none; those that another was faster with are kept beside. */
    @Transactional
    public List<Kept> save(RequestContext context, Map<PointCode, Draft> drafts) {
        var own = fresh.points(context, drafts.keySet());
        return drafts.entrySet().stream()
                .map(draft -> keep(context, own, draft.getKey(), draft.getValue()))
                .toList();
    }

    private Kept keep(RequestContext context, SelfEvaluation own, PointCode point, Draft draft) {
        var at = own.point(point).orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(whyNotEdit(context, own, point));
        Refused.on(whyNot(at, draft));
        var answer = answer(context.user(), at, draft);
        var waiting = mine(context, own, at);
        if (waiting.isEmpty() && answer.same(at.answer())) return new Kept.Saved(at.answer());
        if (waiting.isPresent() && answer.same(waiting.get())) return new Kept.Beside(at.answer());
        if (draft.seen().equals(at.answer().version()) && !anothers(context.user(), at.answer(), waiting)) {
            if (add(own, answer)) return new Kept.Saved(answer);
            var faster = versions(own, point).getFirst(); // the same form, pressed twice at once
            if (waiting.isEmpty() && answer.same(faster)) return new Kept.Saved(faster);
        }

        store.beside(own.round().id(), own.unit().code(), answer, clock.instant());
        return new Kept.Beside(at.answer());
    }

    private Answer answer(Visitor visitor, OwnPoint at, Draft draft) {
        return new Answer(
                at.point().code(),
                draft.seen().next(),
                marks(at, draft),
                draft.claim(),
                draft.reason().strip(),
                draft.statement().strip(),
                visitor.login(),
                clock.instant());
    }

    /** Whoever came second goes on beside until it is settled: saving again does not replace what another wrote. */
    private static boolean anothers(Visitor visitor, Answer standing, Optional<Answer> waiting) {
        return waiting.isPresent() && !standing.isBy(visitor.login());
    }

    private Optional<Answer> mine(RequestContext context, SelfEvaluation own, OwnPoint at) {
        if (at.signed().beside() == 0) return Optional.empty();
        return beside(own, at.point().code()).stream()
                .map(Answer.Beside::answer)
                .filter(text -> text.isBy(context.user().login()))
                .findFirst();
    }

    private boolean add(SelfEvaluation own, Answer answer) {
        return store.add(own.round().id(), own.unit().code(), answer, clock.instant());
    }

    /** The texts that wait beside the newest version of a point, the newest of each person. */
    public List<Answer.Beside> beside(SelfEvaluation own, PointCode point) {
        return store.besides(own.round().id(), own.unit().code()).stream()
                .filter(text -> text.answer().point().equals(point))
                .toList();
    }

    /** All versions of a point, the newest first. */
    public List<Answer> versions(SelfEvaluation own, PointCode point) {
        return store.versions(own.round().id(), own.unit().code(), point);
    }

    /** Files a document under points; the visitor must have a part in each. */
    @Transactional
    public Document attach(RequestContext context, Evidence.Taken taken, Kind kind, List<PointCode> points) {
        var own = fresh.points(context, points);
        for (var point : points) Refused.on(whyNotEdit(context, own, point));
        if (points.isEmpty()) throw new Refused(Reason.malformed("evidence.point", "请选择观测点", "Choose a point"));
        return evidence.add(context, taken, kind, points);
    }

    @Transactional
    public void cite(RequestContext context, EvidenceId document, PointCode point, boolean cites) {
        var own = fresh.point(context, point);
        Refused.on(whyNotEdit(context, own, point));
        evidence.cite(context, evidence.get(own.unit(), document), point, cites);
    }

    /** The bodies whose work summary is owed and not in. */
    public List<BodyId> owingSummaries(SelfEvaluation own) {
        var in = own.summaries().stream().map(WorkSummary::body).toList();
        return own.owed().summaries().stream()
                .filter(body -> !in.contains(body))
                .toList();
    }

    /** A body that owes a work summary, what is in of it, and why the visitor cannot write it. */
    public record OwedSummary(Body body, @Nullable WorkSummary summary, Optional<Reason> whyNot) {}

    /** The bodies that owe a work summary, whether or not it is in. */
    public List<OwedSummary> owedSummaries(RequestContext context, SelfEvaluation own) {
        return owing(own).stream()
                .map(body -> new OwedSummary(
                        body, summary(own, body.id()).orElse(null), whyNotSummarise(context, own, body.id())))
                .toList();
    }

    private List<Body> owing(SelfEvaluation own) {
        var owed = own.owed().summaries();
        return people.bodies(own.unit().code()).stream()
                .filter(body -> owed.contains(body.id()))
                .toList();
    }

    private static Optional<WorkSummary> summary(SelfEvaluation own, BodyId body) {
        return own.summaries().stream().filter(one -> one.body().equals(body)).findFirst();
    }

    /** Why the visitor cannot write the work summary of the body. */
    public Optional<Reason> whyNotSummarise(RequestContext context, SelfEvaluation own, BodyId body) {
        boolean mine = context.user().ownsUnit(own.unit().code())
                && (context.user().is(Role.OFFICE)
                        || context.user().post().body().id().equals(body));
        if (!mine)
            return Optional.of(Reason.forbidden(
                    "submission.not-your-summary", "工作小结由该单位自己撰写", "A body writes its own work summary"));
        if (own.standing() instanceof SubmissionStatus.Supplementing)
            return Optional.of(Reason.conflict(
                    "submission.summary-closed", "补充材料时不再改工作小结", "Work summaries are closed during a supplement"));
        return own.standing().whyNotEditWhole().or(() -> Seals.whyNotInTime(own, context.arrived()));
    }

    @Transactional
    public void summarise(RequestContext context, BodyId body, String text, Version version) {
        var own = fresh.shared(context);
        Refused.on(whyNotSummarise(context, own, body));
        var owing = owing(own).stream()
                .filter(one -> one.id().equals(body))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
        if (text.length() > LONGEST) throw new Refused(tooLong());
        var by = context.user();
        var summary = new WorkSummary(body, "", version.next(), text.strip(), by.login(), by.name(), clock.instant());
        if (!store.addSummary(own.round().id(), own.unit().code(), summary, clock.instant()))
            throw new Refused(
                    Reason.conflict(
                            "submission.summary-meanwhile",
                            "别人已经保存了这份小结，您的没有替换它；两份都在下面，请合在一起再保存",
                            "Somebody has saved this summary and yours has not replaced it: both are below, put them together and"
                                    + " save again"),
                    store.summaries(own.round().id(), own.unit().code()).stream()
                            .filter(one -> one.body().equals(body))
                            .map(one -> StandingText.of(one.name(), one.at(), one.text()))
                            .toList());

        ledger.record(
                by.actor(),
                own.unit().code(),
                "submission.summarised",
                "body/" + body,
                Sentence.of(
                        "保存工作小结第 %1$s 版：%2$s",
                        "A work summary is saved, version %1$s: %2$s", version.next(), owing.name()));
    }

    /** A responsibility table does not change while what it led to is frozen or submitted. */
    @EventListener
    void dutiesChange(Duties.Changing change) {
        var standing = selfEvaluations.standing(change.round(), change.unit());
        if (standing instanceof SubmissionStatus.Drafting || standing instanceof SubmissionStatus.Supplementing) return;
        Refused.on(standing.whyNotEditWhole());
    }

    private static Marks marks(OwnPoint own, Draft draft) {
        var marks = draft.marks();
        Refused.on(marks.unreadable()
                .or(() -> own.point().rule().whyNotTyped(marks))
                .map(Answers::noMarks));
        return marks.canonical();
    }

    /** Why marks cannot be typed like that. */
    public static Reason noMarks(Sentence why) {
        return Reason.malformed("submission.marks-typed", "自评打分：%1$s", "The marks: %2$s", why.zh(), why.en());
    }

    private static Optional<Reason> whyNot(OwnPoint own, Draft draft) {
        if (draft.statement().length() > LONGEST || draft.reason().length() > LONGEST) return Optional.of(tooLong());
        var claim = draft.claim();
        if (claim != null && claim.points().compareTo(own.point().points().rounded(Score.DECIMALS)) > 0)
            return Optional.of(Reason.malformed(
                    "submission.claim-range",
                    "自评分应在 0 与 %1$s 之间",
                    "The self-score lies between 0 and %1$s",
                    own.point().points()));
        return Optional.empty();
    }

    private static Reason tooLong() {
        return Reason.malformed(
                "submission.too-long", "文字超过 %1$d 字", "The text is longer than %1$d characters", LONGEST);
    }
}
