package pingheng.submission.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.ledger.Sightings;
import pingheng.page.api.WhyNot;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SignOffs;
import pingheng.submission.texts.Settlements;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/points")
@Tag(name = "观测点 Points")
class PointsApi {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final SignOffs signOffs;
    private final Sightings sightings;
    private final Settlements settlements;

    PointsApi(
            SelfEvaluations selfEvaluations,
            Answers answers,
            SignOffs signOffs,
            Sightings sightings,
            Settlements settlements) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.signOffs = signOffs;
        this.sightings = sightings;
        this.settlements = settlements;
    }

    /** A point at a glance; its score is the claim, or else what the rule proposes. */
    record PointListed(
            PointCode point,
            Sentence title,
            BigDecimal points,
            String state,
            Version version,
            @Nullable BodyId lead,
            @Nullable BigDecimal score,
            String digest,
            @JsonProperty("why_incomplete") @Nullable WhyNot whyIncomplete) {}

    /** What is written on top of the version that was seen; marks in the order of the items, empty for one not given. */
    record PointDraft(
            Version seen,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> marks,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String claim,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String reason,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String statement) {
        Answers.Draft read() {
            return new Answers.Draft(
                    seen, RequestFields.marks(marks), RequestFields.score("#/claim", claim), reason, statement);
        }
    }

    /** What is to stand instead of the version and the texts beside it, which were seen, by their numbers. */
    record PointSettlement(
            Version seen,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Long> beside,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> marks,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String claim,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String reason,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String statement) {
        PointDraft draft() {
            return new PointDraft(seen, marks, claim, reason, statement);
        }
    }

    /** Step {@code filled} or {@code checked}, and the digest of what was seen. */
    record PointSignature(String step, String digest) {}

    record PointReturn(String reason) {}

    @GetMapping
    @Operation(summary = "全部观测点 · All points that are owed")
    List<PointListed> all(RequestContext context) {
        return selfEvaluations.of(context).points().stream()
                .map(PointsApi::glance)
                .toList();
    }

    @GetMapping("/{point}")
    @Operation(summary = "一个观测点：状态、算得的分、摘要、不能做什么及理由 · A point: state, proposal, digest, what is refused and why")
    PointAnswer show(RequestContext context, @PathVariable PointCode point) {
        var own = selfEvaluations.of(context);
        var one = own.point(point).orElseThrow(() -> new Refused(Reason.unknown()));
        context.looks(sightings, "point/" + point, "观测点 " + point, "point " + point);
        return PointAnswer.of(
                context,
                one,
                one.signed().beside() == 0 ? List.of() : answers.beside(own, point),
                WhyNot.refused(Map.of(
                        "complete", one.whyNotComplete(),
                        "edit", answers.whyNotEdit(context, own, point),
                        "fill", signOffs.whyNotFill(context, own, one),
                        "check", signOffs.whyNotCheck(context, own, one),
                        "return", signOffs.whyNotGiveBack(context, own, one))));
    }

    @PutMapping("/{point}/draft")
    @Operation(
            summary = "保存草稿；别人先保存了则并存待合并（202） · Save a draft; 202 when another was faster and it is kept beside",
            description = "seen 是所见的版本，必填。seen is the version that was seen, and required.")
    ResponseEntity<PointAnswer> save(
            RequestContext context, @PathVariable PointCode point, @RequestBody PointDraft draft) {
        var kept = answers.save(context, point, draft.read());
        return told(context, point, kept instanceof Answers.Kept.Saved);
    }

    @PostMapping("/{point}/settlement")
    @Operation(
            summary = "定下用哪份文字，并存的归档 · Settle which text stands and set those beside it aside",
            description = "seen、beside 是所见的版本和并存文字的编号；此后别人又写了则不作数（202）。"
                    + "seen and beside name what was seen; 202 and nothing settled when another has written since.")
    ResponseEntity<PointAnswer> settle(
            RequestContext context, @PathVariable PointCode point, @RequestBody PointSettlement settled) {
        var settlement = new Settlements.Settlement(
                settled.seen(),
                settled.beside(),
                new Settlements.Choice.Written(settled.draft().read()));
        var outcome = settlements.settle(context, point, settlement);
        return told(context, point, outcome instanceof Settlements.Settled.Stands);
    }

    @PostMapping("/{point}/sign-offs")
    @Operation(summary = "填报（filled）或审核（checked）签名 · Sign as filler or as checker")
    PointAnswer sign(RequestContext context, @PathVariable PointCode point, @RequestBody PointSignature signature) {
        var step = switch (signature.step()) {
            case "filled" -> Step.FILLED;
            case "checked" -> Step.CHECKED;
            default ->
                throw new Refused(
                        Place.file("#/step"),
                        "submission.step",
                        new Sentence("应为 filled 或 checked", "takes filled or checked"));
        };
        signOffs.sign(context, point, step, signature.digest());
        return show(context, point);
    }

    @PostMapping("/{point}/returns")
    @Operation(summary = "退回填报人 · Send the point back to its filler")
    PointAnswer giveBack(RequestContext context, @PathVariable PointCode point, @RequestBody PointReturn back) {
        signOffs.giveBack(context, point, back.reason());
        return show(context, point);
    }

    private ResponseEntity<PointAnswer> told(RequestContext context, PointCode point, boolean stands) {
        var status = stands ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(show(context, point));
    }

    private static PointListed glance(OwnPoint own) {
        return new PointListed(
                own.point().code(),
                own.point().title(),
                own.point().points().rounded(4),
                PointAnswer.state(own),
                own.answer().version(),
                own.lead().orElse(null),
                own.own().orElse(null),
                own.digest(),
                own.whyNotComplete().map(WhyNot::of).orElse(null));
    }
}
