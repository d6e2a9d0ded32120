package pingheng.framework.rule;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;

/** Writes a derivation as text, one entry a line: all that {@link Recomputed} gets to see. */
final class Told {
    private Told() {}

    static String of(Derivation derivation) {
        return derivation.entries().stream().map(Told::line).collect(Collectors.joining("\n"));
    }

    private static String line(Derivation.Entry entry) {
        return switch (entry) {
            case Derivation.Begins(Part part, boolean applies) ->
                "part " + part.code() + (applies ? "" : " does not apply");
            case Derivation.Figure(Name name, Exact value) -> name + " = " + number(value, name);
            case Derivation.Column(Name name, String member, String formula, var values) ->
                "schools " + name + "." + (member == null ? "all" : member) + " = "
                        + (formula == null
                                ? values.stream()
                                        .map(value -> number(value, name))
                                        .collect(Collectors.joining(", ", "(", ")"))
                                : "each " + formula);
            case Derivation.Step(String name, String formula, Exact _) -> name + " = " + formula;
            case Derivation.Asked(String name, String formula, boolean _) -> name + " ? " + formula;
            case Derivation.Rounded(String formula, Exact _, BigDecimal _) -> "point = " + formula;
        };
    }

    private static String number(@Nullable Exact value, Name name) {
        var unit = name.traits().unit();
        return value == null ? "none" : value.literal() + (unit.equals(MeasureUnit.NONE) ? "" : "[" + unit + "]");
    }
}
