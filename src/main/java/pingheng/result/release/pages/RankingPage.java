package pingheng.result.release.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pingheng.page.Page;
import pingheng.people.Visitor;
import pingheng.result.release.Release;
import pingheng.round.HeldRound;

/** The places and totals of a region, as they were released. */
public record RankingPage(HeldRound round, Visitor visitor, Release release, List<Release.OfUnit> units)
        implements Page {
    public Map<String, List<Release.OfUnit>> regions() {
        return units.stream()
                .collect(Collectors.groupingBy(
                        unit -> (unit.level().equals("city") ? "市级 " : "县级 ") + unit.region(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Whether it is the visitor's own unit. */
    public boolean mine(Release.OfUnit unit) {
        return unit.unit().equals(visitor.unit());
    }
}
