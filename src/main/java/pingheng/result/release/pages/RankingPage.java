package pingheng.result.release.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.page.Page;
import pingheng.people.Level;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.result.release.Release;
import pingheng.result.release.Released;
import pingheng.result.release.chart.Distribution;
import pingheng.result.release.chart.TileMap;
import pingheng.round.HeldRound;
import pingheng.value.UnitCode;

/** The places and totals of the regions that the visitor sees, as they were released; {@code all} are the units of the round by code. */
public record RankingPage(
        HeldRound round, Visitor visitor, Release release, List<Release.OfUnit> units, Map<UnitCode, Unit> all)
        implements Page {
    /** Why there is no list. */
    public Optional<Reason> whyNoUnit() {
        return Released.whyNoUnit(visitor, units);
    }

    /** The units of each level and region, in the order of the ranking. */
    public Map<Sentence, List<Release.OfUnit>> regions() {
        return units.stream()
                .collect(groupingBy(
                        unit -> unit.level() == Level.CITY
                                ? new Sentence("市级 " + unit.region(), "Cities, " + unit.region())
                                : new Sentence("县级 " + unit.region(), "Counties, " + unit.region()),
                        LinkedHashMap::new,
                        toList()));
    }

    public Distribution distribution(List<Release.OfUnit> region) {
        return Distribution.of(region.stream()
                .map(unit -> new Distribution.Given(unit.name(), unit.total(), mine(unit)))
                .toList());
    }

    /** The counties among the units, city by city. */
    public TileMap map() {
        return TileMap.of(units.stream()
                .filter(unit -> unit.level() == Level.COUNTY)
                .sorted(Comparator.comparing(Release.OfUnit::unit))
                .map(unit -> new TileMap.Given(
                        unit.unit(), unit.name(), city(unit), unit.region(), unit.place(), mine(unit), opens(unit)))
                .toList());
    }

    /** Whether the visitor may read how the scores of the unit came about. */
    public boolean opens(Release.OfUnit unit) {
        return of(unit).filter(one -> visitor.whyNotSee(one).isEmpty()).isPresent();
    }

    /** Whether it is the visitor's own unit, or a county of the visitor's city. */
    public boolean mine(Release.OfUnit unit) {
        return opens(unit) && !visitor.is(Role.PROVINCE);
    }

    private Optional<Unit> of(Release.OfUnit unit) {
        return Optional.ofNullable(all.get(unit.unit()));
    }

    private String city(Release.OfUnit unit) {
        return of(unit).flatMap(one -> Optional.ofNullable(one.parent()))
                .map(parent ->
                        Optional.ofNullable(all.get(parent)).map(Unit::name).orElse(parent.text()))
                .orElse("—");
    }
}
