package pingheng.submission;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import pingheng.digest.Canonical;
import pingheng.digest.Sha256;
import pingheng.evidence.Document;

/** The texts that D1 and D2 are the digests of: every part by name and digest, and the submission before. */
public final class SubmissionManifest {
    private SubmissionManifest() {}

    /** D1 is over this: the framework, each point, each summary, each file of evidence. */
    static String frozen(SelfEvaluation own) {
        var manifest = new Canonical()
                .line("pingheng-manifest", 1)
                .line("round", own.round().code())
                .line("unit", own.unit().code())
                .line("submission", own.standing().next())
                .line("previous", own.standing().previous())
                .line("framework", own.framework().digest())
                .line("content", own.digest());
        var files = new LinkedHashSet<Document>();
        for (var point : own.points()) {
            manifest.line("point", point.point().code(), point.digest());
            files.addAll(point.evidence());
        }
        for (var summary : own.summaries()) manifest.line("summary", summary.bodyName(), Sha256.of(summary.text()));
        for (var file : files)
            manifest.line(
                    "file",
                    file.sha256(),
                    file.size(),
                    file.kind().code(),
                    file.name().value());
        return manifest.text();
    }

    /** D2 is over this: D1, the scans, the submission before, and when it arrived. */
    public static String submitted(
            int number, String d1, List<SubmissionStatus.Scan> scans, String previous, Instant arrived) {
        var manifest = new Canonical()
                .line("pingheng-submission", 1)
                .line("number", number)
                .line("frozen", d1)
                .line("previous", previous)
                .line("arrived", arrived);
        for (var scan : scans) manifest.line("scan", scan.kind(), scan.sha256(), scan.size(), scan.name());
        return manifest.text();
    }
}
