package pingheng.result.release.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.result.RankingFile;
import pingheng.result.release.DryRun;
import pingheng.result.release.Release;
import pingheng.round.HeldRound;

/** What a release would say now, what to look at before, and the two steps that release it. */
public record ResultsPage(
        HeldRound round,
        DryRun run,
        Release.@Nullable Proposal proposal,
        @Nullable Release release,
        May may,
        String tomorrow)
        implements Page {
    /** Why not, verb by verb. */
    public record May(Optional<Reason> whyNotPropose, Optional<Reason> whyNotConfirm) {}

    /** The lines of each level and region, in the order of the ranking. */
    public Map<String, List<RankingFile.Line>> regions() {
        return run.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> line.unit().level().zh() + " " + line.unit().region(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    public boolean stale() {
        return proposal != null && !proposal.digest().equals(run.digest());
    }
}
