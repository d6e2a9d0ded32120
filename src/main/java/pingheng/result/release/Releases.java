package pingheng.result.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.deliberation.Session;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.result.DossierText;
import pingheng.result.RankingFile;
import pingheng.review.Reviewing;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.submission.SelfEvaluations;
import pingheng.survey.SurveyResults;
import pingheng.value.ProposalId;

/** Trying a result out, and releasing it: one person proposes, another on another post confirms, both over the same digest. */
@Service
public class Releases {
    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

    private final ReleaseStore store;
    private final Evaluations evaluations;
    private final SelfEvaluations selfEvaluations;
    private final Ledger ledger;
    private final Clock clock;

    Releases(ReleaseStore store, Evaluations evaluations, SelfEvaluations selfEvaluations, Ledger ledger, Clock clock) {
        this.store = store;
        this.evaluations = evaluations;
        this.selfEvaluations = selfEvaluations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Before the release only the province sees results; to others there are none. */
    public static Optional<Reason> whyNotTry(Visitor visitor) {
        return visitor.is(Role.PROVINCE) ? Optional.empty() : Optional.of(Reason.unknown());
    }

    /** What a release would say now. */
    public DryRun dryRun(HeldRound round) {
        return DryRun.of(evaluations.of(round), selfEvaluations.submitted(round));
    }

    /** The result of the round: what was released or, before that, what a release would say now. */
    public Results results(HeldRound round) {
        return store.release(round)
                .map(release -> new Results(release.digest(), store.units(round), List.of(), List.of()))
                .orElseGet(() -> Results.of(dryRun(round)));
    }

    /** The newest proposal that was not confirmed yet. */
    public Optional<Release.Proposal> proposal(HeldRound round) {
        return store.release(round).isPresent() ? Optional.empty() : store.proposal(round);
    }

    /** The release, also before it is in force: for the province. */
    public Optional<Release> decided(HeldRound round) {
        return store.release(round);
    }

    /** Why the visitor cannot propose the release of this result. */
    public Optional<Reason> whyNotPropose(Visitor visitor, HeldRound round, Results results) {
        return whyNotTry(visitor).or(() -> whyNotReleased(round)).or(() -> whyNotSound(results));
    }

    /** A release to propose: under which document, approved when, in force from when; over the digest of the dry run that was seen. */
    public record ProposedRelease(String document, LocalDate approved, OffsetDateTime effective, String digest) {}

    /** Proposes the release of exactly the result whose digest was seen, to be in force from an instant that is still to come. */
    @Transactional
    public void propose(RoundContext context, ProposedRelease proposed) {
        var visitor = context.user();
        var round = context.round();
        var effective = proposed.effective().toInstant();
        Refused.on(whyNotTry(visitor));
        var now = clock.instant();
        Refused.on(whyNotUnder(round, proposed, effective, now));
        store.alone(round);
        var run = dryRun(round);
        Refused.on(whyNotPropose(visitor, round, Results.of(run)));
        if (!run.digest().equals(proposed.digest())) throw new Refused(changed());
        store.propose(
                round,
                new Release.Proposal(
                        ProposalId.NEW,
                        proposed.document().strip(),
                        proposed.approved(),
                        effective,
                        proposed.digest(),
                        visitor.login().text(),
                        visitor.name(),
                        "",
                        now),
                visitor);

        ledger.record(
                visitor.actor(),
                Chain.of(round.code()),
                "result.proposed",
                "round/" + round.code(),
                Sentence.of(
                        "提请发布 %1$s 结果，文号 %2$s，批准 %3$s，%4$s 起生效，结果摘要 %5$s",
                        "Release of %1$s is proposed: document %2$s, approved %3$s, in force from %4$s, digest %5$s",
                        round.code(),
                        proposed.document().strip(),
                        proposed.approved(),
                        effective,
                        proposed.digest()));
    }

    /** Why the visitor cannot confirm the proposal: among others, because they made it, or it was made on the same post. */
    public Optional<Reason> whyNotConfirm(Visitor visitor, HeldRound round) {
        var tries = whyNotTry(visitor).or(() -> whyNotReleased(round));
        if (tries.isPresent()) return tries;
        var proposal = store.proposal(round);
        if (proposal.isEmpty())
            return Optional.of(
                    Reason.conflict("result.nothing-proposed", "还没有人提请发布", "Nobody has proposed a release yet"));
        return store.proposedBy(proposal.get(), visitor)
                ? Optional.of(Reason.conflict(
                        "result.same-person",
                        "发布须由两个人在两个岗位上办理：提请人不能确认",
                        "A release takes two persons on two posts: who proposed it cannot confirm it"))
                : Optional.empty();
    }

    /** Confirms the proposal that was seen. The result is computed once more: only the very same is released, all of it or nothing. */
    @Transactional
    public void confirm(RoundContext context, ProposalId seen) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotTry(visitor));
        store.alone(round);
        Refused.on(whyNotConfirm(visitor, round));
        var proposal = store.proposal(round).orElseThrow();
        var run = dryRun(round);
        if (!proposal.id().equals(seen) || !run.digest().equals(proposal.digest())) throw new Refused(changed());
        Refused.on(whyNotSound(Results.of(run)));
        var release = new Release(proposal, run.digest(), visitor.name(), "", clock.instant());
        store.release(round, release, run, visitor);
        var units = run.lines().parallelStream().map(line -> written(run, line)).toList();
        units.forEach(unit -> store.release(round, unit));
        store.release(round, run.aspects());

        ledger.gather(visitor.actor(), Chain.of(round.code()), "round/" + round.code());
        ledger.record(
                visitor.actor(),
                Chain.of(round.code()),
                Release.VERB,
                "round/" + round.code(),
                Sentence.of(
                        "发布 %1$s 结果，文号 %2$s，%3$s 起生效，结果摘要 %4$s",
                        "Results of %1$s are released: document %2$s, in force from %3$s, digest %4$s",
                        round.code(),
                        proposal.document(),
                        proposal.effective(),
                        release.digest()));
    }

    @EventListener
    void deciding(Reviewing.Deciding deciding) {
        keep(deciding.round());
    }

    @EventListener
    void importing(SurveyResults.Importing importing) {
        keep(importing.round());
    }

    @EventListener
    void changing(Session.Changing changing) {
        keep(changing.round());
    }

    /** What comes while a release is being confirmed waits for it; afterwards nothing that counts changes any more. */
    private void keep(HeldRound round) {
        store.share(round);
        Refused.on(whyNotReleased(round));
    }

    private Optional<Reason> whyNotReleased(HeldRound round) {
        return store.release(round).isPresent()
                ? Optional.of(
                        Reason.conflict("result.released", "结果已发布，不再更改", "The result is released and does not change"))
                : Optional.empty();
    }

    private static Optional<Reason> whyNotUnder(
            HeldRound round, ProposedRelease proposed, Instant effective, Instant now) {
        var document = proposed.document();
        var approved = proposed.approved();
        if (document.isBlank() || document.length() > 100)
            return Optional.of(Reason.malformed(
                    "result.document", "请填写文号（100 字以内）", "Write the number of the document, 100 characters at most"));
        if (effective.isBefore(now) || effective.isAfter(now.plus(LONGEST_AHEAD)))
            return Optional.of(Reason.malformed(
                    "result.effective",
                    "生效时刻不能早于现在，也不能晚于一年之后",
                    "The release comes into force from now on, within a year"));
        var day = LocalDate.ofInstant(effective, round.settings().zone());
        if (approved.isAfter(day) || approved.getYear() < round.settings().year())
            return Optional.of(Reason.malformed(
                    "result.approved",
                    "批准日期不能早于评价年度，也不能晚于生效之日",
                    "It is approved in the year of the round or later, and not after it comes into force"));
        return Optional.empty();
    }

    private static Optional<Reason> whyNotSound(Results results) {
        if (results.discrepancies().isEmpty())
            return results.placed() > 0
                    ? Optional.empty()
                    : Optional.of(Reason.conflict("result.empty", "还没有一个单位有总成绩", "No unit has a total yet"));
        var first = results.discrepancies().getFirst();
        return Optional.of(Reason.conflict(
                "result.two-values",
                "有 %1$d 个数据在同一结果中取了两个值，不能发布。第一个：%2$s，%3$s。请在其中一个观测点核定为同一个值，或改判",
                "%1$d figures count with two values in one result, which is not released. The first: %4$s, %5$s. Confirm one value on either point, or decide anew",
                results.discrepancies().size(),
                first.unit().name(),
                first.told().zh(),
                first.unit().name(),
                first.told().en()));
    }

    /** The dossiers of all units come to some 25 MB of text, so they are written side by side. */
    private static ReleaseStore.Written written(DryRun run, RankingFile.Line line) {
        var dossier = run.dossier(line.unit());
        var evaluation = run.evaluation();
        return new ReleaseStore.Written(
                Release.OfUnit.of(line),
                new ReleaseStore.Told(
                        DossierText.of(evaluation.round(), evaluation.units(), dossier, Locale.CHINESE),
                        DossierText.of(evaluation.round(), evaluation.units(), dossier, Locale.ENGLISH)));
    }

    private static Reason changed() {
        return Reason.conflict(
                "result.changed",
                "结果与您看到的不同：此后有新的结论或提请。请重新查看",
                "The result is not the one you saw: something was decided or proposed since. Look again");
    }
}
