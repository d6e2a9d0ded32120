package pingheng.framework.formula;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a number counts, such as 万元/人: named units and their powers, multiplied and divided with the numbers. */
public final class MeasureUnit {
    /** A bare number: no unit at all. */
    public static final MeasureUnit NONE = new MeasureUnit(new TreeMap<>());

    public static final MeasureUnit PERCENT = parse("%");

    /** Units that are a known multiple of another; what is not named here converts to nothing but itself. */
    private static final Map<String, Multiple> MULTIPLES = Map.of(
            "%", new Multiple("", new BigDecimal("0.01")),
            "百分点", new Multiple("", new BigDecimal("0.01")),
            "万元", new Multiple("元", new BigDecimal("10000")),
            "亿元", new Multiple("元", new BigDecimal("100000000")),
            "百人", new Multiple("人", new BigDecimal("100")),
            "千人", new Multiple("人", new BigDecimal("1000")),
            "万人", new Multiple("人", new BigDecimal("10000")));

    private final SortedMap<String, Integer> powers;

    private MeasureUnit(SortedMap<String, Integer> powers) {
        this.powers = powers;
    }

    /** Reads 元, 万元/人, 平方米·年; an empty text is the bare number. */
    public static MeasureUnit parse(String text) {
        var powers = new TreeMap<String, Integer>();
        int sign = 1;
        for (var part : text.strip().split("(?=[/·])")) {
            if (part.startsWith("/")) sign = -1;
            var name = part.replaceFirst("^[/·]", "").strip();
            if (!name.isEmpty() && !name.equals("1")) powers.merge(name, sign, Integer::sum);
        }
        return of(powers);
    }

    public MeasureUnit times(MeasureUnit other) {
        return combined(other, 1);
    }

    public MeasureUnit per(MeasureUnit other) {
        return combined(other, -1);
    }

    /** The factor that turns a number of this unit into one of the other, or zero when there is none. */
    public Exact factorTo(MeasureUnit other) {
        var ratio = per(other);
        var factor = Exact.ONE;
        var left = new TreeMap<String, Integer>();
        for (var power : ratio.powers.entrySet()) {
            var multiple = MULTIPLES.getOrDefault(power.getKey(), new Multiple(power.getKey(), BigDecimal.ONE));
            if (!multiple.of.isEmpty()) left.merge(multiple.of, power.getValue(), Integer::sum);
            for (int i = 0; i < Math.abs(power.getValue()); i++)
                factor = power.getValue() > 0
                        ? factor.times(Exact.of(multiple.factor))
                        : factor.dividedBy(Exact.of(multiple.factor));
        }
        return of(left).powers.isEmpty() ? factor : Exact.ZERO;
    }

    public boolean bare() {
        return powers.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasureUnit unit && powers.equals(unit.powers);
    }

    @Override
    public int hashCode() {
        return powers.hashCode();
    }

    /** 万元/人; empty for a bare number. */
    @Override
    public String toString() {
        var below = told(power -> power < 0);
        return told(power -> power > 0) + (below.isEmpty() ? "" : "/" + below.replace("·", "/"));
    }

    private String told(Predicate<Integer> side) {
        return powers.entrySet().stream()
                .filter(power -> side.test(power.getValue()))
                .map(power -> (power.getKey() + "·").repeat(Math.abs(power.getValue())))
                .collect(Collectors.joining())
                .replaceFirst("·$", "");
    }

    private MeasureUnit combined(MeasureUnit other, int sign) {
        if (other.bare()) return this;
        var powers = new TreeMap<>(this.powers);
        other.powers.forEach((name, power) -> powers.merge(name, sign * power, Integer::sum));
        return of(powers);
    }

    private static MeasureUnit of(SortedMap<String, Integer> powers) {
        powers.values().removeIf(power -> power == 0);
        return new MeasureUnit(powers);
    }

    private record Multiple(String of, BigDecimal factor) {}
}
