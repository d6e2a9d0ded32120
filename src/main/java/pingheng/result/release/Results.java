package pingheng.result.release;

import java.util.List;
import pingheng.people.Unit;

/**
 * The result of a round as the province reads it: what a release would say now, with what to look at before, or what was released.
 * That is told as it is stored, whatever a computation of today would say.
 */
public record Results(String digest, List<Release.OfUnit> units, List<Lead> leads, List<Discrepancy> discrepancies) {
    static Results of(DryRun run) {
        var units = run.lines().stream().map(Release.OfUnit::of).toList();
        return new Results(run.digest(), units, run.leads(), run.discrepancies());
    }

    /** How many units have a total. */
    public long placed() {
        return units.stream().filter(unit -> unit.place() != null).count();
    }

    /** A name that no other unit has. */
    public String name(Unit of) {
        return units.stream()
                .filter(unit -> unit.unit().equals(of.code()))
                .findFirst()
                .map(Release.OfUnit::name)
                .orElse(of.name());
    }
}
