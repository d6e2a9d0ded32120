package pingheng.naive;

import static pingheng.naive.Tables.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of one unit as one layer sees them, by the names that formulas write; derived ones are computed when asked for. */
final class Values extends HashMap<String, List<Recomputed.Value>> {
    private static final long serialVersionUID = 1;

    /** Keeps the columns of a level side by side; whatever is computed from it has the denominator 0 and is never used. */
    private static final Recomputed.Value NOT_REPORTED =
            new Recomputed.Value(BigInteger.ZERO, BigInteger.ZERO, Map.of());

    private final transient Map<String, Map<String, String>> definitions;

    private Values(Map<String, Map<String, String>> definitions) {
        this.definitions = definitions;
    }

    /** From the rows of figures, schools and survey that concern the unit; {@code layers} from the lowest up. */
    static Values of(
            Map<String, Map<String, String>> definitions,
            List<String> layers,
            List<Map<String, String>> figures,
            List<Map<String, String>> schools,
            List<Map<String, String>> survey) {
        var values = new Values(definitions);
        for (var row : survey) values.survey(row);
        for (var layer : layers)
            for (var row : figures) {
                var of = text(row, "layer").isEmpty() ? "self" : text(row, "layer");
                if (of.equals(layer)) values.figure(row);
            }
        for (var row : schools) values.school(row);
        return values;
    }

    private void survey(Map<String, String> row) {
        row.forEach((column, text) -> {
            var code = "survey_" + column;
            if (definitions.containsKey(code)) put(code + "." + text(row, "audience"), List.of(value(code, text)));
        });
    }

    private void figure(Map<String, String> row) {
        var code = text(row, "figure");
        var member = text(row, "member");
        int back = year(text(Objects.requireNonNull(definitions.get(code)), "period")) - year(text(row, "period"));
        var name = member.isEmpty() ? code : code + "." + member;
        var told = back == 0 ? name : "previous(" + name + (back == 1 ? ")" : ", " + back + ")");
        put(told, List.of(value(code, text(row, "value"))));
    }

    private void school(Map<String, String> row) {
        for (var definition : definitions.values()) {
            var code = text(definition, "code");
            if (!text(definition, "scope").equals("school")
                    || !text(definition, "formula").isEmpty()) continue;
            for (var level : List.of(text(row, "level"), "all")) {
                var column = new ArrayList<>(getOrDefault(code + "." + level, List.of()));
                column.add(row.containsKey(code) ? value(code, text(row, code)) : NOT_REPORTED);
                put(code + "." + level, column);
            }
        }
    }

    @Override
    public @Nullable List<Recomputed.Value> get(@Nullable Object name) {
        var known = super.get(name);
        return known != null || name == null ? known : derived(name.toString());
    }

    private @Nullable List<Recomputed.Value> derived(String name) {
        int dot = name.indexOf('.');
        var code = dot < 0 ? name : name.substring(0, dot);
        var member = dot < 0 ? "" : name.substring(dot + 1);
        var definition = definitions.get(code);
        if (definition != null && member.equals("*"))
            return Arrays.stream(text(definition, "members").split(" "))
                    .map(one -> Objects.requireNonNull(get(code + "." + one)).getFirst())
                    .toList();
        if (definition == null || text(definition, "formula").isEmpty()) return null;

        var formula = text(definition, "formula").replace("{}", member);
        var result = text(definition, "scope").equals("school")
                ? ofSchools(formula, member)
                : List.of(new Recomputed(formula, this).number().in(unit(code)));
        put(name, result);
        return result;
    }

    private List<Recomputed.Value> ofSchools(String formula, String level) {
        int count = keySet().stream()
                .filter(name -> name.endsWith("." + level))
                .mapToInt(name -> Objects.requireNonNull(super.get(name)).size())
                .max()
                .orElse(0);
        var column = new ArrayList<Recomputed.Value>();
        for (int i = 0; i < count; i++) column.add(new Recomputed(formula, this, level, i).number());
        return column;
    }

    private Recomputed.Value value(String code, String text) {
        var plain = text.replace("%", "").replace(",", "").replace("是", "1").replace("否", "0");
        var number = plain.equals("yes") ? "1" : plain.equals("no") ? "0" : plain;
        return Recomputed.Value.of(new BigDecimal(number)).in(unit(code));
    }

    private Map<String, Integer> unit(String code) {
        var unit = text(Objects.requireNonNull(definitions.get(code)), "unit");
        return unit.isEmpty() || unit.equals("%") ? Map.of() : Recomputed.unit(unit);
    }

    private static int year(String period) {
        return Integer.parseInt(period.substring(0, 4));
    }
}
