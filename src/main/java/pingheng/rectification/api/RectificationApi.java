package pingheng.rectification.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.problem.Refused;
import pingheng.rectification.Item;
import pingheng.rectification.Letters;
import pingheng.rectification.Proof;
import pingheng.rectification.Rectification;
import pingheng.rectification.Rectifications;
import pingheng.rectification.Rectifying;
import pingheng.rectification.Rectifying.MeasurePlan;
import pingheng.rectification.Rectifying.ProofReview;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.ProofId;
import pingheng.value.number.Version;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/rectification")
@Tag(name = "整改 Rectification")
class RectificationApi {
    private final Letters letters;
    private final Rectifications rectifications;
    private final Rectifying rectifying;

    RectificationApi(Letters letters, Rectifications rectifications, Rectifying rectifying) {
        this.letters = letters;
        this.rectifications = rectifications;
        this.rectifying = rectifying;
    }

    /** The number of the letter; it is issued as it is drafted. */
    record LetterIssue(String document) {}

    record ProofText(String text) {}

    record ProofAnswer(
            ProofId id,
            String text,
            @Nullable String sha256,
            OffsetDateTime at,
            @Nullable Boolean accepted) {
        static ProofAnswer of(RequestContext context, Proof proof) {
            var file = proof.file();
            var check = proof.check();
            return new ProofAnswer(
                    proof.id(),
                    proof.text(),
                    file == null ? null : file.sha256(),
                    context.at(proof.at()),
                    check == null ? null : check.accepted());
        }
    }

    /** A line of the problem list. */
    record DeficiencyAnswer(
            int number,
            PointCode point,
            String text,
            String state,
            Version version,
            @Nullable String measure,
            @Nullable String responsible,
            @Nullable LocalDate due,
            List<ProofAnswer> proofs) {
        static DeficiencyAnswer of(RequestContext context, Item item) {
            var measure = item.measure();
            return new DeficiencyAnswer(
                    item.deficiency().number(),
                    item.deficiency().point(),
                    item.deficiency().text(),
                    item.state().code(),
                    item.version(),
                    measure == null ? null : measure.text(),
                    measure == null ? null : measure.responsible(),
                    measure == null ? null : measure.due(),
                    item.proofs().stream()
                            .map(proof -> ProofAnswer.of(context, proof))
                            .toList());
        }
    }

    /** The letter and its problem list. */
    record RectificationAnswer(
            String document,
            String text,
            String digest,
            @JsonProperty("ledger_head") @Nullable String ledgerHead,
            @JsonProperty("issued_at") OffsetDateTime issuedAt,
            List<DeficiencyAnswer> deficiencies) {}

    @GetMapping
    @Operation(summary = "意见书和问题清单 · The opinion letter and its problem list")
    RectificationAnswer show(RequestContext context) {
        return answer(context, rectifications.seen(context));
    }

    @PostMapping("/letter")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "印发意见书（省级） · Issue the letter as it is drafted (the province)")
    RectificationAnswer issue(RequestContext context, @RequestBody LetterIssue issue) {
        Refused.on(letters.whyNotIssue(context.user(), context.round()));
        var draft = letters.draft(context.round(), context.unit());
        letters.issue(context, issue.document(), draft);
        return show(context);
    }

    @PutMapping("/{number}/measure")
    @Operation(summary = "制定整改措施（办公室） · Plan a measure (the unit's office)")
    RectificationAnswer plan(RequestContext context, @PathVariable int number, @RequestBody MeasurePlan plan) {
        rectifying.plan(context, number, plan);
        return show(context);
    }

    @PostMapping("/{number}/proofs")
    @Operation(summary = "报送整改证明（办公室、责任单位） · Hand in a proof (the office, the responsible body)")
    RectificationAnswer prove(RequestContext context, @PathVariable int number, @RequestBody ProofText proof) {
        rectifying.prove(context, number, proof.text(), null);
        return show(context);
    }

    @PostMapping("/{number}/check")
    @Operation(summary = "复查（省级） · Re-check a proof (the province)")
    RectificationAnswer check(RequestContext context, @PathVariable int number, @RequestBody ProofReview review) {
        rectifying.check(context, number, review);
        return show(context);
    }

    private static RectificationAnswer answer(RequestContext context, Rectification of) {
        var letter = of.letter();
        return new RectificationAnswer(
                letter.document(),
                letter.text(),
                letter.digest(),
                letter.head() == null ? null : letter.head().text(),
                context.at(letter.at()),
                of.items().stream()
                        .map(item -> DeficiencyAnswer.of(context, item))
                        .toList());
    }
}
