package pingheng.framework.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pingheng.framework.formula.Fraction;
import pingheng.framework.rule.Recomputed.Quantity;

/** The functions and units {@link Recomputed} knows, as the description of formulas tells them. */
final class Measures {
    private static final Map<String, Map.Entry<String, Fraction>> MULTIPLES = Map.of(
            "%", Map.entry("", Fraction.of("0.01")),
            "百分点", Map.entry("", Fraction.of("0.01")),
            "万元", Map.entry("元", Fraction.of(10000)),
            "亿元", Map.entry("元", Fraction.of(100000000)),
            "百人", Map.entry("人", Fraction.of(100)));

    private Measures() {}

    /** Reads {@code %} or {@code [万元/人]}. */
    static Map<String, Integer> of(String text) {
        var units = new HashMap<String, Integer>();
        var halves = text.replace("[", "").replace("]", "").split("/");
        for (int i = 0; i < halves.length; i++)
            for (var name : halves[i].split("·")) if (!name.isBlank()) units.merge(name, i == 0 ? 1 : -1, Integer::sum);
        return units;
    }

    static Map<String, Integer> combined(Map<String, Integer> left, Map<String, Integer> right, int sign) {
        var units = new HashMap<>(left);
        right.forEach((name, power) -> units.merge(name, sign * power, Integer::sum));
        units.values().removeIf(power -> power == 0);
        return units;
    }

    static Quantity of(String function, List<Quantity> parts) {
        var first = parts.getFirst();
        return switch (function) {
            case "abs" ->
                first.number().signum() < 0 ? new Quantity(Fraction.ZERO.minus(first.number()), first.units()) : first;
            case "min" -> extreme(parts, -1);
            case "max" -> extreme(parts, 1);
            case "tally" ->
                Quantity.bare(Fraction.of(parts.stream().filter(Quantity::yes).count()));
            case "in" -> converted(first, parts.get(1).units());
            case "percent" -> {
                var b = parts.get(1);
                yield converted(
                        new Quantity(first.number().per(b.number()), combined(first.units(), b.units(), -1)), of("%"));
            }
            case "round" -> Quantity.bare(rounded(first.number(), parts.get(1).number()));
            default -> throw new IllegalStateException("no function " + function);
        };
    }

    /** One list a school: the amount and, for cv, the pupils. */
    static Quantity ofSchools(String function, List<List<Quantity>> schools) {
        var sum = Fraction.ZERO;
        for (var school : schools) sum = sum.plus(school.getFirst().number());
        if (function.equals("cv")) return Quantity.bare(variation(schools, sum));
        var units = schools.isEmpty() || function.equals("count")
                ? Map.<String, Integer>of()
                : schools.getFirst().getFirst().units();
        return new Quantity(sum, units); // a condition that holds is 1
    }

    /** sqrt( sum (n_i/N)(x_i - X)^2 ) / X, term by term, to 20 decimals. */
    private static Fraction variation(List<List<Quantity>> schools, Fraction amount) {
        if (amount.signum() == 0) return Fraction.ZERO;
        var heads = Fraction.ZERO;
        for (var school : schools) heads = heads.plus(school.getLast().number());
        var mean = amount.per(heads);
        var variance = Fraction.ZERO;
        for (var school : schools) {
            var away = school.getFirst().number().per(school.getLast().number()).minus(mean);
            variance = variance.plus(
                    school.getLast().number().per(heads).times(away).times(away));
        }
        return variance.per(mean.times(mean)).root(20);
    }

    private static Quantity extreme(List<Quantity> parts, int way) {
        var most = parts.getFirst().number();
        Map<String, Integer> units = Map.of();
        for (var part : parts) {
            if (Integer.signum(part.number().compareTo(most)) == way) most = part.number();
            if (units.isEmpty()) units = part.units();
        }
        return new Quantity(most, units);
    }

    private static Quantity converted(Quantity of, Map<String, Integer> to) {
        var number = of.number();
        var left = new HashMap<String, Integer>();
        for (var unit : combined(of.units(), to, -1).entrySet()) {
            var multiple = MULTIPLES.getOrDefault(unit.getKey(), Map.entry(unit.getKey(), Fraction.ONE));
            for (int i = 0; i < Math.abs(unit.getValue()); i++)
                number = unit.getValue() > 0 ? number.times(multiple.getValue()) : number.per(multiple.getValue());
            if (!multiple.getKey().isEmpty()) left.merge(multiple.getKey(), unit.getValue(), Integer::sum);
        }
        left.values().removeIf(power -> power == 0);
        if (!left.isEmpty()) throw new IllegalStateException(of.units() + " is not " + to);
        return new Quantity(number, to);
    }

    private static Fraction rounded(Fraction number, Fraction decimals) {
        return Fraction.of(number.rounded(decimals.over().intValueExact()).toPlainString());
    }
}
