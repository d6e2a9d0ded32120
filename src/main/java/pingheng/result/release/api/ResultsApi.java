package pingheng.result.release.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.problem.Refused;
import pingheng.result.release.Releases;
import pingheng.result.release.Releases.ProposedRelease;
import pingheng.round.RoundContext;
import pingheng.value.ProposalId;

@RestController
@RequestMapping("/api/v1/rounds/{round}/results")
@Tag(name = "结果 Results")
class ResultsApi {
    private final Releases releases;

    ResultsApi(Releases releases) {
        this.releases = releases;
    }

    /** The number of the proposal that was seen. */
    record ConfirmedRelease(ProposalId proposal) {}

    @GetMapping
    @Operation(summary = "结果试算和发布进度（省级） · The dry run and how far its release is (the province)")
    ResultsAnswer show(RoundContext context) {
        Refused.on(Releases.whyNotTry(context.user()));
        return ResultsAnswer.of(context, releases);
    }

    @PostMapping("/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提请发布（省级） · Propose a release (the province)")
    ResultsAnswer propose(RoundContext context, @RequestBody ProposedRelease proposed) {
        releases.propose(context, proposed);
        return show(context);
    }

    @PostMapping("/release")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "确认发布（省级另一人） · Confirm the release (another person of the province)")
    ResultsAnswer confirm(RoundContext context, @RequestBody ConfirmedRelease confirmed) {
        releases.confirm(context, confirmed.proposal());
        return show(context);
    }
}
