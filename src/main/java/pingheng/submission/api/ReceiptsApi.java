package pingheng.submission.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.ledger.Ledger;
import pingheng.ledger.Sightings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.seal.SealKey;
import pingheng.submission.Seals;
import pingheng.submission.SubmissionStatus;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/submissions")
@Tag(name = "回执 Receipts")
class ReceiptsApi {
    private final Seals seals;
    private final Sightings sightings;
    private final Ledger ledger;
    private final Optional<SealKey> sealKey;

    ReceiptsApi(Seals seals, Sightings sightings, Ledger ledger, Optional<SealKey> sealKey) {
        this.seals = seals;
        this.sightings = sightings;
        this.ledger = ledger;
        this.sealKey = sealKey;
    }

    /** A submission at a glance. */
    record ReceiptListed(int number, String d2, OffsetDateTime arrived) {}

    @GetMapping
    @Operation(summary = "历次报送，新的在前 · The submissions, the newest first")
    List<ReceiptListed> all(RequestContext context) {
        return seals.submissions(context.round(), context.unit()).stream()
                .map(one -> new ReceiptListed(one.number(), one.digest(), context.at(one.arrived())))
                .toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "回执，连同可以重算摘要的清单 · A receipt with the manifests its digests are of")
    ReceiptAnswer receipt(RequestContext context, @PathVariable int number) {
        var submission = submission(context, number);
        context.looks(sightings, "submission/" + number, "第 " + number + " 次报送", "submission " + number);
        return ReceiptAnswer.of(context, seals, submission, ledger, sealKey);
    }

    /** Returns points of the newest submission. */
    @PostMapping("/{number}/returns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "退回补充 · Return points for a supplement")
    ReceiptAnswer giveBack(
            RequestContext context, @PathVariable int number, @RequestBody SubmissionStatus.SubmissionReturn back) {
        submission(context, number);
        seals.giveBack(context, back);
        return receipt(context, number);
    }

    private SubmissionStatus.Submission submission(RequestContext context, int number) {
        return seals.submissions(context.round(), context.unit()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }
}
