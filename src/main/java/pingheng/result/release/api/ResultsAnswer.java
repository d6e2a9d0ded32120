package pingheng.result.release.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.page.api.WhyNot;
import pingheng.problem.Sentence;
import pingheng.result.release.Lead;
import pingheng.result.release.Release;
import pingheng.result.release.Releases;
import pingheng.result.release.Results;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.value.ProposalId;
import pingheng.value.UnitCode;

/** What a release would say now, or what was released: how many units of all have a total, what to look at before, and how far the release is. */
record ResultsAnswer(
        String digest,
        long placed,
        int units,
        List<ResultLead> leads,
        @Nullable ReleaseProposed proposal,
        @Nullable ReleaseMade release,
        @JsonProperty("why_not") Map<String, WhyNot> whyNot) {

    record ResultLead(UnitCode unit, Sentence what) {
        static ResultLead of(Lead lead) {
            return new ResultLead(lead.unit().code(), lead.what());
        }
    }

    /** A proposal that waits for another person; {@code stale} when the result has changed since. */
    record ReleaseProposed(
            ProposalId id,
            String document,
            LocalDate approved,
            OffsetDateTime effective,
            String digest,
            boolean stale,
            String name,
            String post,
            OffsetDateTime at) {}

    static ResultsAnswer of(RoundContext context, Releases releases) {
        var round = context.round();
        var results = releases.results(round);
        return new ResultsAnswer(
                results.digest(),
                results.placed(),
                results.units().size(),
                results.leads().stream().map(ResultLead::of).toList(),
                releases.proposal(round)
                        .map(one -> proposed(round, results, one))
                        .orElse(null),
                releases.decided(round).map(one -> ReleaseMade.of(round, one)).orElse(null),
                WhyNot.refused(Map.of(
                        "propose", releases.whyNotPropose(context.user(), round, results),
                        "confirm", releases.whyNotConfirm(context.user(), round))));
    }

    private static ReleaseProposed proposed(HeldRound round, Results results, Release.Proposal proposal) {
        return new ReleaseProposed(
                proposal.id(),
                proposal.document(),
                proposal.approved(),
                round.at(proposal.effective()),
                proposal.digest(),
                !proposal.digest().equals(results.digest()),
                proposal.name(),
                proposal.post(),
                round.at(proposal.at()));
    }
}
