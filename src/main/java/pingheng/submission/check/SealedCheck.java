package pingheng.submission.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.digest.Sha256;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.ledger.NamedDigest;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SubmissionManifest;
import pingheng.submission.check.SealedStore.KeptFreeze;
import pingheng.submission.check.SealedStore.KeptSubmission;
import pingheng.submission.sealed.SealedContent;
import pingheng.value.PointCode;

/** Every freeze and submission: D1 over its manifest and content, D2 over D1, scans and the one before, both as the ledger names them. */
@Service
class SealedCheck implements Check {
    private static final String FIRST = "0".repeat(64);

    private final SealedStore store;
    private final Ledger ledger;

    SealedCheck(SealedStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public void run(Mismatches mismatches) {
        var frozen = ledger.named("submission.frozen");
        var submitted = ledger.named("submission.submitted");
        for (var freeze : store.freezes()) {
            freeze(freeze, mismatches);
            named(freeze, frozen, mismatches);
        }
        var signed = store.signatures();
        var points = store.points();
        for (var submission : store.submissions()) {
            submission(submission, mismatches);
            signatures(submission, signed, mismatches);
            points(submission, points.getOrDefault(submission.freeze().id(), Map.of()), mismatches);
            mismatches.there(
                    Kind.SEALED,
                    submission.freeze().unit(),
                    null,
                    submission.row() + " ledger",
                    submission.digest(),
                    submitted.contains(
                            new NamedDigest(Chain.of(submission.freeze().unit()), submission.digest())));
        }
    }

    private static void named(KeptFreeze freeze, Set<NamedDigest> named, Mismatches mismatches) {
        mismatches.there(
                Kind.SEALED,
                freeze.unit(),
                null,
                freeze.row() + " ledger",
                freeze.digest(),
                named.contains(new NamedDigest(Chain.of(freeze.unit()), freeze.digest())));
    }

    /** D1: the manifest is that of the content, and the digest that of the manifest. */
    private static void freeze(KeptFreeze freeze, Mismatches mismatches) {
        var unit = freeze.unit();
        var lines = freeze.manifest().lines().toList();
        mismatches.same(Kind.SEALED, unit, freeze.row() + " digest", Sha256.of(freeze.manifest()), freeze.digest());
        line(freeze, lines, "round\t", freeze.round().text(), mismatches);
        line(freeze, lines, "unit\t", unit.text(), mismatches);
        line(freeze, lines, "submission\t", String.valueOf(freeze.number()), mismatches);
        line(freeze, lines, "content\t", Sha256.of(freeze.content()), mismatches);
        var sealed = SealedContent.of(freeze.content());
        sealed.digests()
                .forEach((point, digest) -> mismatches.same(
                        Kind.SEALED,
                        unit,
                        point,
                        freeze.row() + " manifest",
                        digest,
                        value(lines, "point\t" + point + "\t")));
        mismatches.same(
                Kind.SEALED,
                unit,
                freeze.row() + " manifest points",
                String.valueOf(sealed.points().size()),
                String.valueOf(lines.stream()
                        .filter(line -> line.startsWith("point\t"))
                        .count()));
    }

    private static void line(
            KeptFreeze freeze, List<String> lines, String word, String expected, Mismatches mismatches) {
        mismatches.same(
                Kind.SEALED, freeze.unit(), freeze.row() + " manifest " + word.strip(), expected, value(lines, word));
    }

    private static String value(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .findFirst()
                .map(line -> line.substring(word.length()))
                .orElse(Mismatches.NONE);
    }

    private void submission(KeptSubmission submission, Mismatches mismatches) {
        var unit = submission.freeze().unit();
        var manifest = SubmissionManifest.submitted(
                submission.freeze().number(),
                submission.freeze().digest(),
                store.scans(submission.freeze().id()),
                submission.previous(),
                submission.sealedArrival());
        mismatches.sameText(Kind.SEALED, unit, null, submission.row() + " manifest", manifest, submission.manifest());
        mismatches.same(
                Kind.SEALED, unit, submission.row() + " digest", Sha256.of(submission.manifest()), submission.digest());
        mismatches.same(
                Kind.SEALED,
                unit,
                submission.row() + " previous",
                submission.before() == null ? FIRST : submission.before(),
                submission.previous());
    }

    /** What each point of the submission is known by is what its text comes to. */
    private static void points(KeptSubmission submission, Map<PointCode, String> kept, Mismatches mismatches) {
        var unit = submission.freeze().unit();
        var sealed = SealedContent.of(submission.freeze().content()).digests();
        sealed.forEach((point, digest) -> mismatches.same(
                Kind.SEALED,
                unit,
                point,
                submission.row() + " sealed_point",
                digest,
                kept.getOrDefault(point, Mismatches.NONE)));
        mismatches.same(
                Kind.SEALED,
                unit,
                submission.row() + " sealed_point rows",
                String.valueOf(sealed.size()),
                String.valueOf(kept.size()));
    }

    /** Nothing was frozen but what four signatures stood under: two under each point, two under the whole. */
    private static void signatures(
            KeptSubmission submission, Set<SealedStore.Signature> signed, Mismatches mismatches) {
        var freeze = submission.freeze();
        SealedContent.of(freeze.content()).digests().forEach((point, digest) -> {
            for (var step : List.of(Step.FILLED, Step.CHECKED))
                mismatches.there(
                        Kind.SEALED,
                        freeze.unit(),
                        point,
                        "sign_off %s %s digest".formatted(freeze.round(), step.code()),
                        digest,
                        signed.contains(new SealedStore.Signature(freeze.round(), freeze.unit(), point, step, digest)));
        });
        var whole = Sha256.of(freeze.content());
        for (var step : List.of(Step.OFFICE, Step.LEADER))
            mismatches.there(
                    Kind.SEALED,
                    freeze.unit(),
                    null,
                    "sign_off %s %s digest".formatted(freeze.round(), step.code()),
                    whole,
                    signed.contains(new SealedStore.Signature(freeze.round(), freeze.unit(), null, step, whole)));
    }
}
