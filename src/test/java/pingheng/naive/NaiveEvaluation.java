package pingheng.naive;

import static pingheng.naive.Tables.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Evaluates a folder the long way round: every score from scratch, every place by counting who is better. */
final class NaiveEvaluation {
    private static final Map<String, List<String>> SEES = Map.of(
            "self", List.of("self"),
            "city", List.of("self", "city"),
            "province", List.of("self", "province"),
            "onsite", List.of("self", "province", "onsite"));

    private final Tables tables;
    private final Tables framework;
    private final List<Map<String, String>> units;
    private final Map<String, Map<String, String>> definitions = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> byTable = new HashMap<>();
    private final Map<String, Values> values = new HashMap<>();

    NaiveEvaluation(Path folder, String level) {
        this.tables = Tables.of(folder);
        this.framework = tables.below(level);
        this.units = tables.rows("units").stream()
                .filter(unit -> text(unit, "level").equals(level))
                .toList();
        framework.rows("figures").forEach(row -> definitions.put(text(row, "code"), row));
        for (var table : List.of("points", "rules", "items", "adjustments", "grades"))
            byTable.put(table, framework.rows(table));
        for (var table : List.of("figures", "schools", "survey", "judgements", "deliberation", "triggered"))
            byTable.put("unit " + table, tables.rows(table));
    }

    List<Map<String, String>> units() {
        return units;
    }

    /** The scores that count, by point, rounded to the declared decimals. */
    Map<String, BigDecimal> scores(String unit) {
        var scores = new LinkedHashMap<String, BigDecimal>();
        for (var point : rows("points")) scores.put(text(point, "code"), counted(unit, point));
        return scores;
    }

    /** The total; a veto makes it zero, a cap cuts it, a bonus and the deliberation add. */
    BigDecimal total(String unit) {
        var sum = scores(unit).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var rule : applying(unit)) if (text(rule, "kind").equals("bonus")) sum = sum.add(decimal(rule, "value"));
        sum = sum.add(deliberated(unit));
        for (var rule : applying(unit)) if (text(rule, "kind").equals("cap")) sum = sum.min(decimal(rule, "value"));
        for (var rule : applying(unit)) if (text(rule, "kind").equals("veto")) sum = BigDecimal.ZERO;
        return sum.setScale(decimals("score_decimals", 10), RoundingMode.UNNECESSARY);
    }

    int placeDecimals() {
        return decimals("place_decimals", 8);
    }

    private BigDecimal counted(String unit, Map<String, String> point) {
        if (text(point, "scored_by").equals("survey")) return run(unit, point, "self");
        if (judgement(unit, point, "onsite") != null) return outcome(unit, point, "onsite");
        return outcome(unit, point, tables.settings("round").getOrDefault("decides", "province"));
    }

    private BigDecimal outcome(String unit, Map<String, String> point, String layer) {
        var said = judgement(unit, point, layer);
        if (said == null) {
            if (layer.equals("self")) return run(unit, point, layer);
            throw new IllegalStateException(layer + " says nothing of " + text(point, "code") + " for " + unit);
        }
        return switch (text(said, "decision")) {
            case "adopt_city" -> outcome(unit, point, "city");
            case "score" -> rounded(decimal(said, "score"));
            case "not_applicable" -> rounded(decimal(point, "points"));
            case "agree" -> {
                var parent = layer.equals("onsite") ? "province" : "self";
                var agreed = judgement(unit, point, parent);
                boolean settled = agreed != null && !List.of("marks", "agree").contains(text(agreed, "decision"));
                yield settled ? outcome(unit, point, parent) : run(unit, point, layer);
            }
            default -> run(unit, point, layer);
        };
    }

    private BigDecimal run(String unit, Map<String, String> point, String layer) {
        var code = text(point, "code");
        var parts = rows("rules").stream()
                .filter(rule -> text(rule, "point").equals(code))
                .toList();
        var points = decimal(point, "points");
        NaiveRules.Ranks ranks = (formula, high) -> rank(unit, layer, formula, high);
        return rounded(new NaiveRules(values(unit, layer), rows("items"), ranks)
                .score(points, parts, marks(unit, point, layer))
                .orElse(points));
    }

    private List<BigDecimal> marks(String unit, Map<String, String> point, String layer) {
        for (var at = layer; ; at = at.equals("onsite") ? "province" : "self") {
            var said = judgement(unit, point, at);
            if (said != null && text(said, "decision").equals("marks"))
                return Arrays.stream(text(said, "marks").split(" "))
                        .filter(mark -> !mark.isEmpty())
                        .map(BigDecimal::new)
                        .toList();
            if (at.equals("self")) return List.of();
        }
    }

    private int[] rank(String unit, String layer, String formula, boolean high) {
        var region = region(unit);
        var mine = new Recomputed(formula, values(unit, layer)).number();
        int better = 0;
        int count = 0;
        for (var other : units) {
            if (!text(other, "region").equals(region)) continue;
            count++;
            int way = new Recomputed(formula, values(text(other, "code"), layer))
                    .number()
                    .compare(mine);
            if (high ? way > 0 : way < 0) better++;
        }
        return new int[] {better + 1, count};
    }

    private Values values(String unit, String layer) {
        return values.computeIfAbsent(
                unit + layer,
                key -> Values.of(
                        definitions,
                        SEES.getOrDefault(layer, List.of()),
                        of(unit, "figures"),
                        of(unit, "schools"),
                        of(unit, "survey")));
    }

    private BigDecimal deliberated(String unit) {
        var marks = of(unit, "deliberation").stream()
                .map(row -> text(row, "mark"))
                .filter(mark -> !mark.equals("recused"))
                .map(BigDecimal::new)
                .toList();
        if (marks.isEmpty()) return BigDecimal.ZERO;
        var sum = marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(marks.size()), decimals("score_decimals", 10), RoundingMode.HALF_UP);
    }

    private List<Map<String, String>> applying(String unit) {
        var applying = new ArrayList<Map<String, String>>();
        for (var rule : rows("adjustments")) {
            boolean judged = of(unit, "triggered").stream()
                    .anyMatch(row -> text(row, "code").equals(text(rule, "code")));
            var when = text(rule, "when");
            if (when.isEmpty() ? judged : new Recomputed(when, values(unit, "province")).holds()) applying.add(rule);
        }
        return applying;
    }

    private @org.jspecify.annotations.Nullable Map<String, String> judgement(
            String unit, Map<String, String> point, String layer) {
        return of(unit, "judgements").stream()
                .filter(row -> text(row, "point").equals(text(point, "code"))
                        && text(row, "layer").equals(layer))
                .findFirst()
                .orElse(null);
    }

    private final Map<String, Map<String, List<Map<String, String>>>> grouped = new HashMap<>();

    private List<Map<String, String>> of(String unit, String table) {
        return grouped.computeIfAbsent(
                        table,
                        name -> byTable.getOrDefault("unit " + name, List.of()).stream()
                                .collect(Collectors.groupingBy(row -> text(row, "unit"))))
                .getOrDefault(unit, List.of());
    }

    private List<Map<String, String>> rows(String table) {
        return byTable.getOrDefault(table, List.of());
    }

    private String region(String unit) {
        return units.stream()
                .filter(one -> text(one, "code").equals(unit))
                .map(one -> text(one, "region"))
                .findFirst()
                .orElse("");
    }

    private BigDecimal rounded(BigDecimal score) {
        return score.setScale(decimals("score_decimals", 10), RoundingMode.HALF_UP);
    }

    private int decimals(String key, int otherwise) {
        return Integer.parseInt(framework.settings("settings").getOrDefault(key, String.valueOf(otherwise)));
    }

    private static BigDecimal decimal(Map<String, String> row, String column) {
        return new BigDecimal(text(row, column));
    }
}
