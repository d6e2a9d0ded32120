package pingheng.result.release.pages;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.result.release.Release;
import pingheng.result.release.Results;
import pingheng.round.HeldRound;

/** What a release would say now, what to look at before, and the two steps that release it; afterwards what was released. */
public record ResultsPage(
        HeldRound round,
        Results results,
        Release.@Nullable Proposal proposal,
        @Nullable Release release,
        May may,
        String tomorrow)
        implements Page {
    /** Why not, verb by verb. */
    public record May(Optional<Reason> whyNotPropose, Optional<Reason> whyNotConfirm) {}

    /** The units of each level and region, in the order of the ranking. */
    public Map<String, List<Release.OfUnit>> regions() {
        return results.units().stream()
                .collect(Collectors.groupingBy(
                        unit -> unit.level().zh() + " " + unit.region(), LinkedHashMap::new, Collectors.toList()));
    }

    public boolean stale() {
        return proposal != null && !proposal.digest().equals(results.digest());
    }

    /** The total to two decimals; empty when there is none. */
    public static String total(Release.OfUnit unit) {
        var total = unit.total();
        return total == null ? "" : total.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
