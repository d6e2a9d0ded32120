package pingheng.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Reason;
import pingheng.problem.StandingText;
import pingheng.round.Lock;
import pingheng.round.Stage;
import pingheng.value.Code;
import pingheng.value.Login;
import pingheng.value.PointCode;

/** Where the self-evaluation of a unit stands: open, frozen to be stamped, submitted, or partly open again for a supplement. */
public sealed interface SubmissionStatus {
    /** The number the next submission will have. */
    int next();

    record Drafting() implements SubmissionStatus {
        @Override
        public int next() {
            return 1;
        }
    }

    record Frozen(Freeze freeze, String previous) implements SubmissionStatus {
        @Override
        public int next() {
            return freeze.number();
        }
    }

    record Submitted(Submission submission) implements SubmissionStatus {
        @Override
        public int next() {
            return submission.number() + 1;
        }
    }

    /** The digest of each point is that under which it was submitted. */
    record Supplementing(Submission submission, Supplement supplement, Map<PointCode, String> sealed)
            implements SubmissionStatus {
        @Override
        public int next() {
            return submission.number() + 1;
        }
    }

    /** As much of it as a list of units tells: the number of the last submission, none is 0, and what was returned of it until when. */
    record Outline(
            int submitted,
            boolean frozen,
            int returned,
            @Nullable LocalDate due) {
        public static final Outline DRAFTING = new Outline(0, false, 0, null);
    }

    default Outline outline() {
        return switch (this) {
            case Drafting _ -> Outline.DRAFTING;
            case Frozen(Freeze freeze, String _) -> new Outline(freeze.number() - 1, true, 0, null);
            case Submitted(Submission submission) -> new Outline(submission.number(), false, 0, null);
            case Supplementing(Submission submission, Supplement supplement, var _) ->
                new Outline(submission.number(), false, supplement.points().size(), supplement.due());
        };
    }

    /** D1: what was frozen, its digest, its parts, and what they say. */
    record Freeze(
            long id,
            int number,
            String manifest,
            String content,
            String digest,
            Login person,
            Instant at,
            List<Scan> scans) {
        /** One file is the form or the pledge: it cannot be both. */
        Optional<Reason> whyNotTake(String kind, String sha256) {
            return scans.stream()
                    .filter(scan -> !scan.kind().equals(kind) && scan.sha256().equals(sha256))
                    .findFirst()
                    .map(scan -> Reason.conflict(
                            "submission.same-scan",
                            "这个文件已作为另一份盖章件上传（%1$s）：自评表和承诺书须各扫描一份。传错了的，请先换掉那一份",
                            "This file is in already as the other stamped paper (%1$s): form and pledge are scanned one each. If that"
                                    + " one is wrong, replace it first",
                            scan.name()));
        }
    }

    /** A stamped page that was scanned: the form or the truthfulness pledge. */
    record Scan(String kind, String sha256, String name, String type, long size, Login person, Instant at) {}

    /** D2: what arrived when, under which digest, after which. */
    record Submission(
            int number, long freeze, String manifest, String digest, String previous, Login person, Instant arrived) {
        /** The verb of the entry in the ledger that names the digest. */
        public static final String VERB = "submission.submitted";
    }

    /** What is to be returned for a supplement, why, and until when. */
    record SubmissionReturn(List<PointCode> points, String reason, LocalDate due) {}

    /** A return from above: these points open again, for this reason, until this day. */
    record Supplement(int number, List<PointCode> points, String reason, LocalDate due, Login person, Instant at) {
        /** Its own clock. */
        Optional<Reason> whyNotInTime(Instant arrived, ZoneId zone) {
            if (Lock.after(Stage.SUBMISSION, due, zone).open(arrived)) return Optional.empty();
            return Optional.of(Reason.conflict(
                    "submission.supplement-late",
                    "补充材料的期限 %1$s 24:00 已过，请联系退回的单位",
                    "The supplement was due by the end of %1$s: ask those who returned it",
                    due));
        }
    }

    /** The digest that the next submission chains to. */
    default String previous() {
        return switch (this) {
            case Drafting _ -> "0".repeat(64);
            case Frozen(Freeze _, String previous) -> previous;
            case Submitted(Submission submission) -> submission.digest();
            case Supplementing(Submission submission, Supplement _, var _) -> submission.digest();
        };
    }

    /** The return of points that is under way, as whoever returns some again is shown it. */
    default List<StandingText> returned() {
        return this instanceof Supplementing(var _, var supplement, var _)
                ? List.of(StandingText.of(Code.joined("、", supplement.points()), supplement.at(), supplement.reason()))
                : List.of();
    }

    /** Why nobody may change a point, or report for it, as long as it is as it was submitted. */
    default Optional<Reason> whyNotEdit(PointCode point) {
        return this instanceof Supplementing(var _, var supplement, var _)
                        && supplement.points().contains(point)
                ? Optional.empty()
                : whyNotEditWhole();
    }

    /** Why nobody may change what belongs to no point. */
    default Optional<Reason> whyNotEditWhole() {
        return switch (this) {
            case Drafting _ -> Optional.empty();
            case Frozen _ ->
                Optional.of(Reason.conflict(
                        "submission.frozen",
                        "材料已定稿，等待盖章报送；要修改，请办公室先撤销定稿",
                        "All this is frozen to be stamped: to change it, the office lifts the freeze first"));
            case Submitted(Submission submission) ->
                Optional.of(Reason.conflict(
                        "submission.submitted",
                        "第 %1$d 次材料已报送，不能再改；只有上级退回补充的观测点会重新打开",
                        "Submission %1$d is in and cannot change: only points returned from above open again",
                        submission.number()));
            case Supplementing(Submission _, Supplement supplement, var _) ->
                Optional.of(Reason.conflict(
                        "submission.not-returned",
                        "这次只补充下列观测点：%1$s",
                        "Only these points were returned: %1$s",
                        Code.joined(" ", supplement.points())));
        };
    }
}
