package pingheng.naive;

import static pingheng.naive.Tables.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The eight kinds of rule as the page on formats tells them, with decimals of 60 digits. */
final class NaiveRules {
    static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final Values values;
    private final List<Map<String, String>> items;
    private final Ranks ranks;

    /** The place of the unit, and how many are placed, for the value of a part. */
    interface Ranks {
        int[] of(String formula, boolean high);
    }

    NaiveRules(Values values, List<Map<String, String>> items, Ranks ranks) {
        this.values = values;
        this.items = items;
        this.ranks = ranks;
    }

    /** The points of a point, not yet rounded; empty when no part applies. Throws when there is no score. */
    Optional<BigDecimal> score(BigDecimal points, List<Map<String, String>> parts, List<BigDecimal> marks) {
        var sum = ZERO;
        var applying = ZERO;
        int next = 0;
        for (var part : expanded(parts)) {
            var own = items.stream()
                    .filter(item -> text(item, "point").equals(text(part, "point"))
                            && text(item, "part").equals(text(part, "part")))
                    .toList();
            int count = marksOf(part, own);
            var given = marks.subList(next, next += count);
            if (!text(part, "applies_if").isEmpty() && !holds(text(part, "applies_if"))) continue;
            if (!text(part, "requires").isEmpty() && !holds(text(part, "requires")))
                throw new IllegalStateException("too small a sample: " + part);
            var worth = number(text(part, "points"));
            applying = applying.add(worth);
            sum = sum.add(part(part, own, worth, given));
        }
        return applying.signum() == 0
                ? Optional.empty()
                : Optional.of(sum.multiply(points).divide(applying, DIGITS));
    }

    private BigDecimal part(
            Map<String, String> part, List<Map<String, String>> own, BigDecimal worth, List<BigDecimal> marks) {
        if (!text(part, "zero_if").isEmpty() && holds(text(part, "zero_if"))) return ZERO;
        if (!text(part, "full_if").isEmpty() && holds(text(part, "full_if"))) return worth;

        var full = text(part, "full");
        return switch (text(part, "rule")) {
            case "elements" -> weighed(own, marks);
            case "deductions" ->
                own.isEmpty()
                        ? floor(worth.subtract(number(text(part, "step")).multiply(floor(value(part)))))
                        : floor(worth.subtract(weighed(own, marks)));
            case "threshold" -> threshold(part, own, worth);
            case "linear" -> {
                var zero = at(text(part, "zero"));
                yield worth.multiply(share(value(part).subtract(zero).divide(at(full).subtract(zero), DIGITS)));
            }
            case "per_point" -> {
                var away = full.startsWith(">")
                        ? at(full).subtract(value(part))
                        : value(part).subtract(at(full));
                yield floor(worth.subtract(number(text(part, "step")).multiply(floor(away))));
            }
            case "proportional" -> worth.multiply(share(value(part).divide(at(full), DIGITS)));
            case "rank" -> rank(part, own);
            case "bands" -> marks.getFirst();
            default -> throw new IllegalStateException("no rule " + part);
        };
    }

    private BigDecimal threshold(Map<String, String> part, List<Map<String, String>> own, BigDecimal worth) {
        if (meets(part, text(part, "full"))) return worth;
        for (var item : own) if (meets(part, text(item, "from"))) return number(text(item, "points"));
        return ZERO;
    }

    private boolean meets(Map<String, String> part, String line) {
        return holds("(" + text(part, "value") + ") " + line);
    }

    private BigDecimal rank(Map<String, String> part, List<Map<String, String>> own) {
        var place = ranks.of(text(part, "value"), text(part, "full").equals("high"));
        for (var item : own)
            if (BigDecimal.valueOf(place[0] * 100L)
                            .compareTo(number(text(item, "to")).multiply(BigDecimal.valueOf(place[1])))
                    <= 0) return number(text(item, "points"));
        return ZERO;
    }

    static int marksOf(Map<String, String> part, List<Map<String, String>> own) {
        return switch (text(part, "rule")) {
            case "elements" -> own.size();
            case "deductions" -> own.size();
            case "bands" -> 1;
            default -> 0;
        };
    }

    private static List<Map<String, String>> expanded(List<Map<String, String>> parts) {
        var expanded = new ArrayList<Map<String, String>>();
        for (var part : parts) {
            var members = text(part, "member").isEmpty()
                    ? new String[] {""}
                    : text(part, "member").split(" ");
            for (var member : members) {
                var one = new java.util.HashMap<>(part);
                one.replaceAll((column, text) -> text.replace("{}", member));
                expanded.add(one);
            }
        }
        return expanded;
    }

    private boolean holds(String condition) {
        return new Recomputed(condition, values).holds();
    }

    private BigDecimal value(Map<String, String> part) {
        var value = new Recomputed(text(part, "value"), values).number();
        return new BigDecimal(value.over()).divide(new BigDecimal(value.under()), DIGITS);
    }

    private static BigDecimal at(String line) {
        return number(line.replaceFirst("^[<>=]+\\s*", "").replaceFirst("(%|\\[.*])$", ""));
    }

    static BigDecimal number(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new BigDecimal(text.strip())
                : new BigDecimal(text.substring(0, slash)).divide(new BigDecimal(text.substring(slash + 1)), DIGITS);
    }

    private static BigDecimal weighed(List<Map<String, String>> own, List<BigDecimal> marks) {
        var sum = ZERO;
        for (int i = 0; i < marks.size(); i++) sum = sum.add(marks.get(i).multiply(number(text(own.get(i), "points"))));
        return sum;
    }

    private static BigDecimal floor(BigDecimal number) {
        return number.max(ZERO);
    }

    private static BigDecimal share(BigDecimal number) {
        return floor(number.min(BigDecimal.ONE));
    }
}
