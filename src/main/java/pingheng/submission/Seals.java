package pingheng.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Sha256;
import pingheng.evidence.Evidence;
import pingheng.evidence.FileType;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.value.Code;

/** Freezing, stamping, submitting; and the return from above that opens some points again. */
@Service
public class Seals {
    /** What is stamped and scanned: the self-evaluation form and the truthfulness pledge. */
    public static final List<String> SCANS = List.of("form", "pledge");

    private final SealStore store;
    private final Fresh fresh;
    private final Ledger ledger;
    private final Clock clock;

    Seals(SealStore store, Fresh fresh, Ledger ledger, Clock clock) {
        this.store = store;
        this.fresh = fresh;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Who arrived before the lock is in time, whenever it is dealt with; a supplement has a clock of its own. */
    public static Optional<Reason> whyNotInTime(SelfEvaluation own, Instant arrived) {
        if (own.standing() instanceof SubmissionStatus.Supplementing(var _, var supplement, var _))
            return supplement.whyNotInTime(arrived, own.round().settings().zone());
        var lock = own.whole().lock();
        return lock == null ? Optional.empty() : lock.whyNot(arrived);
    }

    public Optional<Reason> whyNotFreeze(RequestContext context, SelfEvaluation own) {
        var office = context.user().whyNotOffice(own.unit());
        if (office.isPresent()) return office;
        if (own.standing() instanceof SubmissionStatus.Frozen || own.standing() instanceof SubmissionStatus.Submitted)
            return own.standing().whyNotEditWhole();
        if (own.whole().leader() == null)
            return own.whyNotWhole()
                    .or(() -> Optional.of(Reason.conflict(
                            "submission.leader-first",
                            "领导小组组长或副组长还没有审签现在的内容",
                            "The head or a deputy of the leading group has not signed what there is now")));
        return own.whyNotWhole().or(() -> whyNotInTime(own, context.arrived()));
    }

    /** Freezes: D1 is the digest of a manifest that names every part. From here on nothing changes until it is lifted or submitted. */
    @Transactional
    public void freeze(RequestContext context, String digest) {
        var own = fresh.alone(context);
        Refused.on(whyNotFreeze(context, own));
        if (!digest.equals(own.digest()))
            throw new Refused(Reason.conflict(
                    "submission.changed-since-seen",
                    "您打开页面后内容有改动，请重新查看",
                    "What you saw has changed meanwhile: look again"));

        var manifest = SubmissionManifest.frozen(own);
        var freeze = new SubmissionStatus.Freeze(
                0,
                own.standing().next(),
                manifest,
                own.content(),
                Sha256.of(manifest),
                context.user().login(),
                clock.instant(),
                List.of());
        store.freeze(own.round().id(), own.unit().code(), freeze);

        record(context, "submission.frozen", freeze.number(), frozen(freeze, own.moved()));
    }

    /** Names the points, too, that a supplement moved along: what was decided on them will hold no more. */
    private static Sentence frozen(SubmissionStatus.Freeze freeze, List<OwnPoint> moved) {
        return Sentence.of(
                moved.isEmpty() ? "第 %1$d 次材料定稿，摘要 D1 %2$s" : "第 %1$d 次材料定稿，摘要 D1 %2$s；因数据改动连带变动的观测点：%3$s",
                moved.isEmpty()
                        ? "Submission %1$d frozen, digest D1 %2$s"
                        : "Submission %1$d frozen, digest D1 %2$s; points moved along by changed figures: %3$s",
                freeze.number(),
                freeze.digest(),
                Code.joined(" ", moved.stream().map(own -> own.point().code()).toList()));
    }

    public Optional<Reason> whyNotLift(RequestContext context, SelfEvaluation own) {
        var office = context.user().whyNotOffice(own.unit());
        if (office.isPresent() || own.standing() instanceof SubmissionStatus.Frozen) return office;
        return Optional.of(Reason.conflict("submission.not-frozen", "材料没有定稿", "Nothing is frozen"));
    }

    /** Lifts a freeze: stamped paper that names its digest is void. */
    @Transactional
    public void lift(RequestContext context) {
        var own = fresh.alone(context);
        Refused.on(whyNotLift(context, own));
        if (!(own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous)))
            throw new IllegalStateException("not frozen");

        store.lift(freeze.id(), context.user().login(), clock.instant());

        record(
                context,
                "submission.lifted",
                freeze.number(),
                Sentence.of("撤销定稿，摘要 D1 %1$s 作废", "Freeze lifted, digest D1 %1$s is void", freeze.digest()));
    }

    /** Files a scan of stamped paper; a newer one takes its place until the submission. */
    @Transactional
    public void scan(RequestContext context, String kind, Evidence.Taken taken) {
        var own = fresh.alone(context);
        Refused.on(whyNotLift(context, own));
        if (!(own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous)) || !SCANS.contains(kind))
            throw new Refused(Reason.unknown());
        if (!List.of(FileType.PDF, FileType.PNG, FileType.JPEG).contains(taken.type()))
            throw new Refused(Reason.malformed(
                    "submission.scan-type", "盖章件应为 PDF、PNG 或 JPEG", "A scan of stamped paper is a PDF, PNG or JPEG"));

        Refused.on(freeze.whyNotTake(kind, taken.stored().sha256()));

        store.scan(
                freeze.id(),
                new SubmissionStatus.Scan(
                        kind,
                        taken.stored().sha256(),
                        taken.name().value(),
                        taken.type().code(),
                        taken.stored().size(),
                        context.user().login(),
                        clock.instant()));

        var told = Sentence.of(
                "上传盖章扫描件：%1$s",
                "A scan of stamped paper is filed: %1$s", taken.stored().sha256());
        record(context, "submission.scanned", freeze.number(), told);
    }

    public Optional<Reason> whyNotSubmit(RequestContext context, SelfEvaluation own) {
        var office = context.user().whyNotOffice(own.unit());
        if (office.isPresent()) return office;
        if (own.standing() instanceof SubmissionStatus.Submitted)
            return own.standing().whyNotEditWhole();
        if (!(own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous)))
            return whyNotFreeze(context, own)
                    .or(() -> Optional.of(Reason.conflict("submission.freeze-first", "请先定稿", "Freeze first")));
        if (freeze.scans().size() < SCANS.size())
            return Optional.of(Reason.conflict(
                    "submission.scans",
                    "盖章的自评表和承诺书扫描件应各一份，已有 %1$d 份",
                    "The stamped form and the pledge are both to be scanned, %1$d of 2 is in",
                    freeze.scans().size()));
        for (var scan : freeze.scans()) {
            var same = freeze.whyNotTake(scan.kind(), scan.sha256());
            if (same.isPresent()) return same;
        }
        return whyNotFrozenInTime(own, context.arrived());
    }

    /** D2 covers D1, the scans, the submission before, and the instant of arrival. Pressed twice, it is one submission. */
    @Transactional
    public SubmissionStatus.Submission submit(RequestContext context, String digest) {
        var own = fresh.alone(context);
        Refused.on(whyNotSubmit(context, own));
        if (!(own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous))
                || !freeze.digest().equals(digest))
            throw new Refused(Reason.conflict(
                    "submission.other-freeze",
                    "您看到的定稿已被撤销或重做，请重新查看",
                    "The freeze you saw was lifted or made again: look again"));

        var manifest = SubmissionManifest.submitted(
                freeze.number(), freeze.digest(), freeze.scans(), previous, context.arrived());
        var submission = new SubmissionStatus.Submission(
                freeze.number(),
                freeze.id(),
                manifest,
                Sha256.of(manifest),
                previous,
                context.user().login(),
                context.arrived());
        store.submit(own.round().id(), own.unit().code(), submission, clock.instant());

        record(
                context,
                SubmissionStatus.Submission.VERB,
                submission.number(),
                Sentence.of(
                        "报送第 %1$d 次材料，到达 %2$s，摘要 D2 %3$s",
                        "Submission %1$d arrived at %2$s, digest D2 %3$s",
                        submission.number(),
                        context.arrived(),
                        submission.digest()));
        return submission;
    }

    public Optional<Reason> whyNotReturn(RequestContext context, SelfEvaluation own) {
        boolean above = context.user().is(Role.PROVINCE)
                || context.user().is(Role.CITY)
                        && context.user().unit().equals(own.unit().parent());
        if (!above)
            return Optional.of(Reason.forbidden(
                    "submission.return", "由上级评审退回补充", "Those who review from above return a submission"));
        return own.standing() instanceof SubmissionStatus.Submitted
                ? Optional.empty()
                : Optional.of(Reason.conflict(
                        "submission.nothing-submitted",
                        "目前没有可以退回的报送材料",
                        "There is no submission to return at present"));
    }

    /** Returns points for a supplement: only these open, for a reason, on a clock of their own. */
    @Transactional
    public void giveBack(RequestContext context, SubmissionStatus.SubmissionReturn back) {
        var own = fresh.alone(context);
        Refused.on(whyNotReturn(context, own), own.standing().returned());
        if (!(own.standing() instanceof SubmissionStatus.Submitted(var submission)))
            throw new IllegalStateException("not submitted");
        if (back.points().isEmpty()
                || back.reason().isBlank()
                || back.points().stream().anyMatch(code -> own.point(code).isEmpty()))
            throw new Refused(Reason.malformed(
                    "submission.return-what", "请选择退回的观测点并写明理由", "Choose the points that are returned and say why"));
        var now = clock.instant();
        if (back.due().isBefore(LocalDate.ofInstant(now, own.round().settings().zone())))
            throw new Refused(Reason.malformed(
                    "submission.return-past", "补充期限不能早于今天", "A supplement cannot be due before today"));
        Refused.on(own.round().settings().whyNotDay(back.due()));

        var supplement = new SubmissionStatus.Supplement(
                submission.number(),
                back.points().stream().distinct().sorted().toList(),
                back.reason().strip(),
                back.due(),
                context.user().login(),
                now);
        store.supplement(own.round().id(), own.unit().code(), supplement);

        record(
                context,
                "submission.returned",
                submission.number(),
                Sentence.of(
                        "退回补充 %1$s，%2$s 前报送，理由：%3$s",
                        "Returned for a supplement: %1$s, due %2$s, because: %3$s",
                        Code.joined(" ", supplement.points()),
                        back.due(),
                        supplement.reason()));
    }

    private void record(RequestContext context, String verb, int number, Sentence told) {
        ledger.record(context.user().actor(), context.unit().code(), verb, "submission/" + number, told);
    }

    /** All submissions of a unit, the newest first. */
    public List<SubmissionStatus.Submission> submissions(HeldRound round, Unit unit) {
        return store.submissions(round.id(), unit.code());
    }

    /** The return from above that opened points of a submission again, if there was one. */
    public Optional<SubmissionStatus.Supplement> supplement(HeldRound round, Unit unit, int number) {
        return store.supplement(round.id(), unit.code(), number);
    }

    /** What a submission froze: its manifest, and what each part said. */
    public SubmissionStatus.Freeze frozen(HeldRound round, Unit unit, int number) {
        return store.freeze(round.id(), unit.code(), number).orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** A freeze for a supplement is held to the supplement's clock. */
    private Optional<Reason> whyNotFrozenInTime(SelfEvaluation own, Instant arrived) {
        if (own.standing().next() == 1) return whyNotInTime(own, arrived);
        var supplement = store.supplement(
                own.round().id(), own.unit().code(), own.standing().next() - 1);
        return supplement.flatMap(
                asked -> asked.whyNotInTime(arrived, own.round().settings().zone()));
    }
}
