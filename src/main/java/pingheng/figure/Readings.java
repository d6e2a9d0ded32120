package pingheng.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pingheng.framework.Framework;
import pingheng.framework.formula.Name;
import pingheng.value.PointCode;

/** What the points of a framework read: the cells a unit fills, and whether its schools; the same for every unit. */
public final class Readings {
    private final Reads reads;
    private final List<Cell> all;
    private final Map<PointCode, List<Cell>> cells = new HashMap<>();
    private final Set<PointCode> schools = new HashSet<>();

    Readings(Framework framework) {
        this.reads = new Reads(framework);
        this.all = Cell.of(framework);
        var figures = new Figures(framework, reads);
        for (var point : framework.points()) {
            var read = figures.readBy(point.code());
            cells.put(
                    point.code(),
                    all.stream()
                            .filter(cell -> read.stream().anyMatch(name -> is(name, cell)))
                            .toList());
            if (reads.schools(point)) schools.add(point.code());
        }
    }

    /** Every cell that a unit fills. */
    public List<Cell> all() {
        return all;
    }

    /** The cell of that key; empty for a key that the framework does not know. */
    public Optional<Cell> cell(String key) {
        return all.stream().filter(cell -> cell.key().equals(key)).findFirst();
    }

    /** The cells that the rule of a point reads, also through derived figures. */
    public List<Cell> by(PointCode point) {
        return cells.getOrDefault(point, List.of());
    }

    /** Whether the rule of a point reads figures of single schools. */
    public boolean schools(PointCode point) {
        return schools.contains(point);
    }

    Reads reads() {
        return reads;
    }

    private static boolean is(Name name, Cell cell) {
        return name.code().equals(cell.definition().code())
                && (name.member() == null ? "" : name.member()).equals(cell.member())
                && name.back() == cell.back();
    }
}
