package pingheng.framework.rule;

import java.util.List;
import java.util.stream.Stream;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;

/** What a rule gives and takes, held against the points of its part: a score lies between none and all of them. */
final class Worth {
    private Worth() {}

    /** Throws {@link Malformed} where a rule gives less than nothing or more than there is. */
    static void check(Exact points, Rule rule) {
        var named = named(rule);
        if (points.signum() < 0 || named.stream().anyMatch(number -> number.signum() < 0))
            throw new Malformed("分值与扣分不得为负", "points given or taken off must not be negative");
        if (!given(rule)) return;

        var most = named.stream().reduce(Exact.ZERO, Exact::max);
        if (most.compareTo(points) > 0)
            throw new Malformed(
                    "规则最多可得 %s 分，超过本分项的 %s 分",
                    "the rule can earn %s, more than the %s points of its part", most, points);
    }

    /** The points the rule itself names. */
    private static List<Exact> named(Rule rule) {
        return switch (rule) {
            case Rule.Elements(List<Exact> each) -> each;
            case Rule.Deductions(List<Exact> perCase) -> perCase;
            case Rule.Counted(Exact perCase) -> List.of(perCase);
            case Rule.Threshold threshold ->
                threshold.steps().stream().map(Rule.Step::points).toList();
            case Rule.PerPoint perPoint -> List.of(perPoint.step());
            case Rule.Rank rank -> rank.tiers().stream().map(Rule.Tier::points).toList();
            case Rule.Bands(List<Rule.Band> bands) ->
                bands.stream()
                        .flatMap(band -> Stream.of(band.from(), band.to()))
                        .toList();
            case Rule.Linear _, Rule.Proportional _ -> List.of();
        };
    }

    /** Whether each of these is a score by itself; elements add up, and the table of rules holds them to their sum. */
    private static boolean given(Rule rule) {
        return rule instanceof Rule.Threshold || rule instanceof Rule.Rank || rule instanceof Rule.Bands;
    }
}
