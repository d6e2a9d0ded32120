package pingheng.framework.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Fraction;

/**
 * Computes a score again from the text of its derivation and nothing else, as a distrustful reader with a pocket calculator
 * would. It shares no code with what wrote the text: its own reader of formulas, its own fractions, its own units.
 */
final class Recomputed {
    /** A number and the powers of its units. */
    record Quantity(Fraction number, Map<String, Integer> units) {
        static Quantity bare(Fraction number) {
            return new Quantity(number, Map.of());
        }

        boolean yes() {
            return number.signum() != 0;
        }
    }

    /** The conditions asked, in their order, and whether they hold. */
    final List<String> asked = new ArrayList<>();

    private final Map<String, Quantity> scalars = new HashMap<>();
    private final Map<String, List<@Nullable Quantity>> columns = new HashMap<>();
    private String part = "";

    private Recomputed() {}

    static Recomputed of(String text) {
        var recomputed = new Recomputed();
        text.lines().forEach(recomputed::line);
        return recomputed;
    }

    /** The score of the point: what the last line comes to. */
    Fraction score() {
        return figure("point", -1, "").number();
    }

    /** What stands above: a figure or result of the unit or, where there is such a column, of a school in the level. */
    Quantity figure(String name, int row, String level) {
        var column = row < 0 ? null : columns.get(name + "." + level);
        var quantity = column == null ? scalars.get(name) : column.get(row);
        if (quantity == null) throw new IllegalStateException(name + " does not stand above");
        return quantity;
    }

    /** How many schools the columns of a level have that these names mean. */
    int schools(List<String> names, String level) {
        for (var name : names) {
            var column = columns.get(name + "." + level);
            if (column != null) return column.size();
        }
        throw new IllegalStateException("no column of " + names + " in " + level);
    }

    private void line(String line) {
        if (line.startsWith("part ")) {
            part = line.substring(5).replace(" does not apply", "");
        } else if (line.startsWith("schools ")) {
            var halves = line.substring(8).split(" = ", 2);
            columns.put(halves[0], column(halves[0], halves[1]));
        } else if (line.contains(" ? ")) {
            var halves = line.split(" \\? ", 2);
            asked.add(halves[0] + (unit(halves[1]).yes() ? " holds" : " fails"));
        } else {
            var halves = line.split(" = ", 2);
            var result = unit(halves[1]);
            scalars.put(halves[0], result);
            if (halves[0].equals("score")) scalars.put("score." + part, result);
        }
    }

    /** Listed school by school, or for a derived figure its formula in each school. */
    private List<@Nullable Quantity> column(String name, String text) {
        var level = name.substring(name.lastIndexOf('.') + 1);
        var column = new ArrayList<@Nullable Quantity>();
        if (text.startsWith("each ")) {
            var formula = text.substring(5);
            var node = Pocket.read(formula);
            for (int row = 0; row < schools(Pocket.names(formula), level); row++) column.add(known(node, row, level));
        } else if (!text.equals("()")) {
            for (var number : text.substring(1, text.length() - 1).split(", "))
                column.add(number.equals("none") ? null : unit(number));
        }
        return column;
    }

    private @Nullable Quantity known(Pocket.Node node, int row, String level) {
        try {
            return node.of(this, row, level);
        } catch (IllegalStateException _) {
            return null; // not reported by that school: whoever needs it all the same will say so
        }
    }

    private Quantity unit(String formula) {
        return Pocket.read(formula).of(this, -1, "");
    }
}
