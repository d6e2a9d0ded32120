package pingheng.result.release.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.people.Visitor;
import pingheng.problem.Refused;
import pingheng.result.release.Releases;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.value.ProposalId;

@RestController
@RequestMapping("/api/v1/rounds/{round}/results")
@Tag(name = "结果 Results")
class ResultsApi {
    private final Releases releases;
    private final Rounds rounds;

    ResultsApi(Releases releases, Rounds rounds) {
        this.releases = releases;
        this.rounds = rounds;
    }

    /** A release to propose: over the digest of the dry run that was seen. */
    record ProposedRelease(String document, LocalDate approved, OffsetDateTime effective, String digest) {}

    /** The number of the proposal that was seen. */
    record ConfirmedRelease(ProposalId proposal) {}

    @GetMapping
    @Operation(summary = "结果试算和发布进度（省级） · The dry run and how far its release is (the province)")
    ResultsAnswer show(Visitor visitor, @PathVariable String round) {
        Refused.on(Releases.whyNotTry(visitor));
        return answer(visitor, rounds.get(round));
    }

    @PostMapping("/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提请发布（省级） · Propose a release (the province)")
    ResultsAnswer propose(Visitor visitor, @PathVariable String round, @RequestBody ProposedRelease proposed) {
        Refused.on(Releases.whyNotTry(visitor));
        var held = rounds.get(round);
        releases.propose(
                visitor,
                held,
                proposed.document(),
                proposed.approved(),
                proposed.effective().toInstant(),
                proposed.digest());
        return answer(visitor, held);
    }

    @PostMapping("/release")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "确认发布（省级另一人） · Confirm the release (another person of the province)")
    ResultsAnswer confirm(Visitor visitor, @PathVariable String round, @RequestBody ConfirmedRelease confirmed) {
        Refused.on(Releases.whyNotTry(visitor));
        var held = rounds.get(round);
        releases.confirm(visitor, held, confirmed.proposal());
        return answer(visitor, held);
    }

    private ResultsAnswer answer(Visitor visitor, HeldRound round) {
        var results = releases.results(round);
        return ResultsAnswer.of(
                round,
                results,
                releases.proposal(round),
                releases.decided(round),
                releases.whyNotPropose(visitor, round, results),
                releases.whyNotConfirm(visitor, round));
    }
}
