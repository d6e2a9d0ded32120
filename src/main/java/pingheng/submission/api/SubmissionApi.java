package pingheng.submission.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import pingheng.evidence.Evidence;
import pingheng.ledger.Ledger;
import pingheng.page.api.WhyNot;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.seal.SealKey;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SignOffs;
import pingheng.submission.SubmissionStatus;
import pingheng.submission.fallen.FallenSignatures;
import pingheng.submission.fallen.MovedAlong;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/submission")
@Tag(name = "报送 Submission")
class SubmissionApi {
    private final SelfEvaluations selfEvaluations;
    private final SignOffs signOffs;
    private final Seals seals;
    private final Evidence evidence;
    private final FallenSignatures fallen;
    private final Ledger ledger;
    private final Optional<SealKey> sealKey;

    SubmissionApi(
            SelfEvaluations selfEvaluations,
            SignOffs signOffs,
            Seals seals,
            Evidence evidence,
            FallenSignatures fallen,
            Ledger ledger,
            Optional<SealKey> sealKey) {
        this.selfEvaluations = selfEvaluations;
        this.signOffs = signOffs;
        this.seals = seals;
        this.evidence = evidence;
        this.fallen = fallen;
        this.ledger = ledger;
        this.sealKey = sealKey;
    }

    /**
     * The whole as it stands: its digest is what the office and the leading group sign, the freeze is what is submitted. {@code moved_along}: what a
     * supplement changed that points read which were not returned.
     */
    record Whole(
            String standing,
            int next,
            String digest,
            BigDecimal sum,
            Map<String, Long> points,
            PointAnswer.@Nullable Signed office,
            PointAnswer.@Nullable Signed leader,
            @Nullable OffsetDateTime locks,
            ReceiptAnswer.@Nullable Frozen freeze,
            ReceiptAnswer.@Nullable Supplement supplement,
            @JsonProperty("moved_along") List<MovedAlong> moved,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    /** Step {@code office} or {@code leader}, and the digest of the whole that was seen. */
    record WholeSignature(String step, String digest) {}

    /** The digest of what was seen: of the whole for a freeze, D1 for a submission. */
    record SeenDigest(String digest) {}

    @GetMapping
    @Operation(summary = "报送进展：摘要、签名、定稿、不能做什么及理由 · The whole: digest, sign-offs, freeze, what is refused and why")
    Whole show(RequestContext context) {
        var own = selfEvaluations.of(context);
        var counts = new TreeMap<String, Long>();
        own.points().forEach(point -> counts.merge(PointAnswer.state(point), 1L, Long::sum));
        var lock = own.whole().lock();
        return new Whole(
                word(own.standing()),
                own.standing().next(),
                own.digest(),
                own.sum(),
                counts,
                PointAnswer.Signed.of(context, own.whole().office()),
                PointAnswer.Signed.of(context, own.whole().leader()),
                lock == null ? null : context.at(lock.at()),
                own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous)
                        ? ReceiptAnswer.Frozen.of(context, freeze)
                        : null,
                own.standing() instanceof SubmissionStatus.Supplementing(var _, var supplement, var _)
                        ? ReceiptAnswer.Supplement.of(context, supplement)
                        : null,
                fallen.moved(own),
                whyNot(context, own));
    }

    @PostMapping("/sign-offs")
    @Operation(summary = "办公室审定（office）或领导审签（leader） · Sign the whole as office or leading group")
    Whole sign(RequestContext context, @RequestBody WholeSignature signature) {
        var step = switch (signature.step()) {
            case "office" -> Step.OFFICE;
            case "leader" -> Step.LEADER;
            default ->
                throw new Refused(
                        Place.file("#/step"),
                        "submission.step",
                        new Sentence("应为 office 或 leader", "takes office or leader"));
        };
        signOffs.sign(context, step, signature.digest());
        return show(context);
    }

    @PostMapping("/freeze")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "定稿，得到摘要 D1 · Freeze, which gives digest D1")
    Whole freeze(RequestContext context, @RequestBody SeenDigest seen) {
        seals.freeze(context, seen.digest());
        return show(context);
    }

    @PostMapping("/freeze/lifting")
    @Operation(summary = "撤销定稿 · Lift the freeze")
    Whole lift(RequestContext context) {
        seals.lift(context);
        return show(context);
    }

    @PostMapping(path = "/scans", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传盖章件；kind 为 form 或 pledge · File a scan of stamped paper; kind is form or pledge")
    Whole scan(RequestContext context, @RequestParam String kind, @RequestParam MultipartFile file) throws IOException {
        var own = selfEvaluations.of(context);
        Refused.on(seals.whyNotLift(context, own));
        seals.scan(context, kind, evidence.take(file.getOriginalFilename(), file));
        return show(context);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "报送定稿 D1，得到回执和摘要 D2 · Submit the freeze D1, which gives a receipt and digest D2")
    ReceiptAnswer submit(RequestContext context, @RequestBody SeenDigest seen) {
        var submission = seals.submit(context, seen.digest());
        return ReceiptAnswer.of(context, seals, submission, ledger, sealKey);
    }

    private Map<String, WhyNot> whyNot(RequestContext context, SelfEvaluation own) {
        return WhyNot.refused(Map.of(
                "office", signOffs.whyNotSign(context, own, Step.OFFICE),
                "leader", signOffs.whyNotSign(context, own, Step.LEADER),
                "freeze", seals.whyNotFreeze(context, own),
                "lift", seals.whyNotLift(context, own),
                "submit", seals.whyNotSubmit(context, own),
                "return", seals.whyNotReturn(context, own)));
    }

    private static String word(SubmissionStatus standing) {
        return switch (standing) {
            case SubmissionStatus.Drafting _ -> "drafting";
            case SubmissionStatus.Frozen _ -> "frozen";
            case SubmissionStatus.Submitted _ -> "submitted";
            case SubmissionStatus.Supplementing _ -> "supplementing";
        };
    }
}
