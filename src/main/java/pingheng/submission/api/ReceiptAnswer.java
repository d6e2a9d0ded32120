package pingheng.submission.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.round.RequestContext;
import pingheng.seal.SealKey;
import pingheng.submission.Seals;
import pingheng.submission.SubmissionStatus;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

/**
 * The receipt of a submission. D2 is SHA-256 over its manifest, which names D1; D1 is SHA-256 over the manifest of the freeze, which
 * names the digest of the content and of every part. The key is the one by which backups are sealed.
 */
record ReceiptAnswer(
        RoundCode round,
        UnitCode unit,
        int number,
        String d2,
        String manifest,
        String previous,
        OffsetDateTime arrived,
        Login person,
        Frozen freeze,
        @Nullable Supplement supplement,
        @Nullable Arrival ledger,
        @JsonProperty("seal_key") @Nullable String sealKey) {

    record Frozen(
            int number, String d1, String manifest, String content, Login person, OffsetDateTime at, List<Scan> scans) {
        static Frozen of(RequestContext context, SubmissionStatus.Freeze freeze) {
            return new Frozen(
                    freeze.number(),
                    freeze.digest(),
                    freeze.manifest(),
                    freeze.content(),
                    freeze.person(),
                    context.at(freeze.at()),
                    freeze.scans().stream()
                            .map(scan -> new Scan(scan.kind(), scan.sha256(), scan.name(), scan.size()))
                            .toList());
        }
    }

    /** The entry of the ledger under which it arrived. */
    record Arrival(long number, String hash) {}

    record Scan(String kind, String sha256, String name, long size) {}

    /** The return from above that opened points of this submission again. */
    record Supplement(List<PointCode> points, String reason, LocalDate due, Login person, OffsetDateTime at) {
        static Supplement of(RequestContext context, SubmissionStatus.Supplement supplement) {
            return new Supplement(
                    supplement.points(),
                    supplement.reason(),
                    supplement.due(),
                    supplement.person(),
                    context.at(supplement.at()));
        }
    }

    static ReceiptAnswer of(
            RequestContext context,
            Seals seals,
            SubmissionStatus.Submission submission,
            Ledger ledger,
            Optional<SealKey> sealKey) {
        return new ReceiptAnswer(
                context.round().code(),
                context.unit().code(),
                submission.number(),
                submission.digest(),
                submission.manifest(),
                submission.previous(),
                context.at(submission.arrived()),
                submission.person(),
                Frozen.of(context, seals.frozen(context.round(), context.unit(), submission.number())),
                seals.supplement(context.round(), context.unit(), submission.number())
                        .map(supplement -> Supplement.of(context, supplement))
                        .orElse(null),
                ledger.naming(Chain.of(context.unit().code()), SubmissionStatus.Submission.VERB, submission.digest())
                        .map(one -> new Arrival(one.number(), one.hash()))
                        .orElse(null),
                sealKey.map(SealKey::text).orElse(null));
    }
}
