package pingheng.submission.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.evidence.Document;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SubmissionStatus;
import pingheng.submission.fallen.Change;
import pingheng.submission.fallen.Fallen;
import pingheng.submission.fallen.MovedAlong;
import pingheng.value.Login;

/** The way to the seal, step by step: what is done, what comes next, and why not yet. */
public record SealPage(
        RequestContext context,
        SelfEvaluation own,
        String digest,
        May may,
        List<SubmissionStatus.Submission> submissions,
        List<Body> owing,
        List<Fallen> fallen,
        List<MovedAlong> moved,
        Map<Login, String> names)
        implements Page {

    /** Why not, verb by verb. */
    public record May(
            Optional<Reason> whyNotOffice,
            Optional<Reason> whyNotLeader,
            Optional<Reason> whyNotFreeze,
            Optional<Reason> whyNotLift,
            Optional<Reason> whyNotSubmit,
            Optional<Reason> whyNotReturn) {}

    /** The name of who has this sign-in name. */
    public String name(Login login) {
        return names.getOrDefault(login, login.text());
    }

    /** What has changed since a signature, in a sentence, with the point that it concerns. */
    public Sentence told(Change change) {
        var told = change.told(change.person() == null ? "" : name(change.person()));
        return new Sentence(
                change.point() == null ? told.zh() : change.point() + " " + told.zh(),
                change.point() == null ? told.en() : change.point() + " " + told.en());
    }

    public long checked() {
        return own.points().stream()
                .filter(point -> point.state() == OwnPoint.State.CHECKED)
                .count();
    }

    /** How many files of evidence there are, each counted once. */
    public long files() {
        return own.points().stream()
                .flatMap(point -> point.evidence().stream())
                .map(Document::id)
                .distinct()
                .count();
    }

    public Optional<SubmissionStatus.Freeze> freeze() {
        return own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous)
                ? Optional.of(freeze)
                : Optional.empty();
    }

    public Optional<SubmissionStatus.Supplement> supplement() {
        return own.standing() instanceof SubmissionStatus.Supplementing(var _, var supplement, var _)
                ? Optional.of(supplement)
                : Optional.empty();
    }

    public Optional<SubmissionStatus.Scan> scan(String kind) {
        return freeze().flatMap(freeze ->
                freeze.scans().stream().filter(scan -> scan.kind().equals(kind)).findFirst());
    }
}
