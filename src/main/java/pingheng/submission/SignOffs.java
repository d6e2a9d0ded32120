package pingheng.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.duty.Duty;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.SignOff.Step;
import pingheng.value.Code;
import pingheng.value.PointCode;

/** Who signs what off: the filler, then a checker who is another person, then the office, then the leading group. */
@Service
public class SignOffs {
    private final SealStore store;
    private final Fresh fresh;
    private final Ledger ledger;
    private final Clock clock;

    SignOffs(SealStore store, Fresh fresh, Ledger ledger, Clock clock) {
        this.store = store;
        this.fresh = fresh;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why the visitor cannot sign the point as its filler. */
    public Optional<Reason> whyNotFill(RequestContext context, SelfEvaluation own, OwnPoint point) {
        if (!leads(context, own, point) || !context.user().is(Role.CONTACT))
            return Optional.of(Reason.forbidden(
                    "submission.filler", "由牵头单位的联系人填报", "The contact of the body that leads signs as filler"));
        if (point.signed().filled() != null)
            return Optional.of(
                    point.signed().checked() == null
                            ? Reason.conflict(
                                    "submission.filled", "已填报，待审核", "Signed as filled in, waiting for the checker")
                            : Reason.conflict("submission.filled", "已填报，并已审核", "Signed as filled in, and checked"));
        return open(own, point, context.arrived()).or(point::whyNotComplete);
    }

    /** Why the visitor cannot sign the point as its checker: among others, because they filled it in themselves. */
    public Optional<Reason> whyNotCheck(RequestContext context, SelfEvaluation own, OwnPoint point) {
        if (!leads(context, own, point) || !context.user().is(Role.CHECKER))
            return Optional.of(
                    Reason.forbidden("submission.checker", "由牵头单位的审核人审核", "The checker of the body that leads checks"));
        var filled = point.signed().filled();
        if (filled == null) return Optional.of(notFilled("submission.not-filled", point));
        if (filled.person().equals(context.user().login()))
            return Optional.of(
                    Reason.conflict("submission.same-person", "填表人和审核人不能是同一个人", "Filler and checker are two persons"));
        if (point.signed().checked() != null)
            return Optional.of(Reason.conflict("submission.checked", "已审核", "Checked already"));
        return open(own, point, context.arrived());
    }

    /** Why the visitor cannot send a point back inside the unit. */
    public Optional<Reason> whyNotGiveBack(RequestContext context, SelfEvaluation own, OwnPoint point) {
        boolean may = context.user().ownsUnit(own.unit().code())
                && (context.user().is(Role.OFFICE)
                        || context.user().is(Role.LEADER)
                        || context.user().is(Role.CHECKER) && leads(context, own, point));
        if (!may)
            return Optional.of(Reason.forbidden(
                    "submission.give-back",
                    "由牵头单位的审核人、办公室或领导退回",
                    "The checker of the body that leads, the office or the leading group sends back"));
        if (point.signed().filled() == null) return Optional.of(notFilled("submission.nothing-to-return", point));
        return open(own, point, context.arrived());
    }

    /** Why the office, or after it the leading group, cannot sign the whole. */
    public Optional<Reason> whyNotSign(RequestContext context, SelfEvaluation own, Step step) {
        var role = step == Step.OFFICE ? Role.OFFICE : Role.LEADER;
        if (!context.user().ownsUnit(own.unit().code()) || !context.user().is(role))
            return Optional.of(
                    step == Step.OFFICE
                            ? Reason.forbidden(
                                    "submission.office", "由领导小组办公室审定", "The office of the leading group signs here")
                            : Reason.forbidden(
                                    "submission.leader",
                                    "由领导小组组长或副组长审签",
                                    "The head or a deputy of the leading group signs here"));
        if (own.standing() instanceof SubmissionStatus.Frozen || own.standing() instanceof SubmissionStatus.Submitted)
            return own.standing().whyNotEditWhole();
        var second = step == Step.LEADER ? whyNotSecond(context, own) : Optional.<Reason>empty();
        if (second.isPresent()) return second;
        boolean done =
                step == Step.OFFICE ? own.whole().office() != null : own.whole().leader() != null;
        if (done)
            return Optional.of(
                    Reason.conflict("submission.signed", "已审签，内容没有再改动", "Signed already, nothing has changed since"));
        return Seals.whyNotInTime(own, context.arrived()).or(own::whyNotWhole);
    }

    /** Signs a point as its filler or its checker; {@code digest} is that of what the signer saw. */
    @Transactional
    public void sign(RequestContext context, PointCode code, Step step, String digest) {
        sign(context, Map.of(code, digest), step);
    }

    /** Signs several points, each with the digest of what the signer saw; all or none. */
    @Transactional
    public void sign(RequestContext context, Map<PointCode, String> digests, Step step) {
        var own = fresh.points(context, digests.keySet());
        digests.forEach((code, digest) -> {
            var point = own.point(code).orElseThrow(() -> new Refused(Reason.unknown()));
            Refused.on(step == Step.FILLED ? whyNotFill(context, own, point) : whyNotCheck(context, own, point));
            Refused.on(whyNotSeen(digest, point.digest()));
            record(
                    context,
                    own,
                    new SignOff(
                            code,
                            step,
                            digest,
                            context.user().login(),
                            context.user().post().title(),
                            clock.instant()),
                    point.content());
        });
    }

    /** Signs the whole for the office or the leading group. */
    @Transactional
    public void sign(RequestContext context, Step step, String digest) {
        var own = fresh.alone(context);
        Refused.on(whyNotSign(context, own, step));
        Refused.on(whyNotSeen(digest, own.digest()));

        record(
                context,
                own,
                new SignOff(
                        null,
                        step,
                        digest,
                        context.user().login(),
                        context.user().post().title(),
                        clock.instant()),
                own.content());
    }

    /** Sends a point back to its filler, with a reason; its sign-offs hold no more. */
    @Transactional
    public void giveBack(RequestContext context, PointCode code, String reason) {
        var own = fresh.point(context, code);
        var point = own.point(code).orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(whyNotGiveBack(context, own, point));
        if (reason.isBlank() || reason.length() > 2000)
            throw new Refused(Reason.malformed(
                    "submission.return-reason",
                    "请写明退回理由（2000 字以内）",
                    "Say why it is sent back (2,000 characters at most)"));

        store.giveBack(
                own.round().id(),
                own.unit().code(),
                code,
                new OwnPoint.Return(reason.strip(), context.user().login(), clock.instant()));

        ledger.record(
                context.user().actor(),
                own.unit().code(),
                "submission.given-back",
                "point/" + code,
                Sentence.of("退回观测点 %1$s：%2$s", "Point %1$s sent back: %2$s", code, reason.strip()));
    }

    private void record(RequestContext context, SelfEvaluation own, SignOff signOff, String content) {
        store.sign(
                own.round().id(),
                own.unit().code(),
                signOff,
                context.user().post().id(),
                content);
        var what = signOff.point() == null ? "whole" : "point/" + signOff.point();
        ledger.record(
                context.user().actor(),
                own.unit().code(),
                "submission." + signOff.step().code(),
                what,
                Sentence.of(
                        signOff.point() == null ? "%1$s全部自评材料，摘要 %3$s" : "%1$s观测点 %2$s，摘要 %3$s",
                        signOff.point() == null ? "The whole %4$s, digest %3$s" : "Point %2$s %4$s, digest %3$s",
                        signOff.step().title().zh(),
                        Code.textOf(signOff.point()),
                        signOff.digest(),
                        signOff.step().title().en()));
    }

    /** Why there is no signature of the filler that could be checked or sent back. */
    private static Reason notFilled(String code, OwnPoint point) {
        if (point.signed().returned() != null)
            return Reason.conflict(
                    code, "已退回，填表人还没有重新签名", "It was sent back, and the filler has not signed it again yet");
        return fell(point.signed().fallen(), Step.FILLED)
                ? Reason.conflict(
                        code,
                        "填报签名之后内容有改动，签名已失效，填表人还没有重新签名",
                        "Something has changed since the filler signed: that signature holds no more, and there is no new one yet")
                : Reason.conflict(code, "填表人还没有签名", "The filler has not signed yet");
    }

    /** The leading group signs what the office has signed, by another person. */
    private static Optional<Reason> whyNotSecond(RequestContext context, SelfEvaluation own) {
        var office = own.whole().office();
        if (office == null) return Optional.of(officeFirst(own));
        return office.person().equals(context.user().login())
                ? Optional.of(Reason.conflict(
                        "submission.same-person",
                        "办公室审定和领导审签不能是同一个人",
                        "Who signed for the office and who signs for the leading group are two persons"))
                : Optional.empty();
    }

    private static Reason officeFirst(SelfEvaluation own) {
        return fell(own.whole().fallen(), Step.OFFICE)
                ? Reason.conflict(
                        "submission.office-first",
                        "办公室审定之后内容有改动，审定已失效，办公室还没有重新审定",
                        "Something has changed since the office signed: that signature holds no more, and there is no new one yet")
                : Reason.conflict("submission.office-first", "办公室还没有审定", "The office has not signed yet");
    }

    private static boolean fell(List<SignOff> fallen, Step step) {
        return fallen.stream().anyMatch(signOff -> signOff.step() == step);
    }

    private static Optional<Reason> open(SelfEvaluation own, OwnPoint point, Instant arrived) {
        return own.whyNotEdit(point.point().code()).or(() -> Seals.whyNotInTime(own, arrived));
    }

    private static boolean leads(RequestContext context, SelfEvaluation own, OwnPoint point) {
        return context.user().ownsUnit(own.unit().code())
                && point.duties().stream()
                        .filter(Duty::leads)
                        .anyMatch(duty ->
                                duty.body().equals(context.user().post().body().id()));
    }

    private static Optional<Reason> whyNotSeen(String seen, String now) {
        return seen.equals(now)
                ? Optional.empty()
                : Optional.of(Reason.conflict(
                        "submission.changed-since-seen",
                        "您打开页面后内容有改动，请重新查看再签",
                        "What you saw has changed meanwhile: look again, then sign"));
    }
}
