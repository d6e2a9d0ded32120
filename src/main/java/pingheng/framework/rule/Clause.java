package pingheng.framework.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pingheng.framework.formula.Exact;
import pingheng.problem.Sentence;

/** Tells a rule in words, from the rule itself: nobody writes these sentences by hand for a point. */
public final class Clause {
    private Clause() {}

    /** What the rule asks and earns, in Chinese and English. */
    public static Sentence of(Part part) {
        var points = part.points();
        return switch (part.rule()) {
            case Rule.Elements(List<Exact> each) ->
                Sentence.of("共 %d 项要素，各得 %s 分", "%d elements at %s points", each.size(), joined(each));
            case Rule.Deductions(List<Exact> perCase) ->
                Sentence.of(
                        "满分 %s 分，每发现一例扣 %s 分，扣完为止", "%s points, less %s a case, down to zero", points, joined(perCase));
            case Rule.Counted(Exact perCase) ->
                Sentence.of(
                        "满分 %s 分，每计一项扣 %s 分，扣完为止",
                        "%s points, less %s for each counted, down to zero", points, perCase);
            case Rule.Threshold(Limit full, List<Rule.Step> steps) -> threshold(points, full, steps);
            case Rule.Linear(Limit full, Limit zero) ->
                Sentence.of(
                        "%s 得满分 %s 分，至 %s 降为 0 分，其间按直线计分",
                        "%s earns all %s points, falling straight to none at %s", full, points, bare(zero));
            case Rule.PerPoint(Limit full, Exact step) ->
                Sentence.of(
                        "%s 得满分 %s 分，每偏离 1 个单位（百分点）扣 %s 分，扣完为止",
                        "%s earns all %s points, less %s for each unit (percentage point) away, down to zero",
                        full,
                        points,
                        step);
            case Rule.Proportional(Limit full) ->
                Sentence.of(
                        "%s 得满分 %s 分，不足的按 数值 ÷ %3$s × 分值 计",
                        "%s earns all %s points, less than that in the proportion value / %3$s",
                        full,
                        points,
                        bare(full));
            case Rule.Rank(boolean high, List<Rule.Tier> tiers) -> rank(high, tiers);
            case Rule.Bands(List<Rule.Band> bands) ->
                Sentence.of(
                        "由评审在 %2$s 至 %1$s 分之间评判",
                        "judged between %2$s and %1$s points",
                        bands.getFirst().to(),
                        bands.getLast().from());
        };
    }

    private static Sentence threshold(Exact points, Limit full, List<Rule.Step> steps) {
        var zh = new ArrayList<>(List.of(full + " 得 " + points + " 分"));
        var en = new ArrayList<>(List.of(full + " earns " + points));
        for (var step : steps) {
            zh.add(step.limit() + " 得 " + step.points() + " 分");
            en.add(step.limit() + " earns " + step.points());
        }
        return new Sentence(String.join("，", zh) + "，否则不得分", String.join(", ", en) + ", otherwise nothing");
    }

    private static Sentence rank(boolean high, List<Rule.Tier> tiers) {
        var zh = tiers.stream()
                .map(tier -> "前 " + tier.to() + "% 得 " + tier.points() + " 分")
                .collect(Collectors.joining("，"));
        var en = tiers.stream()
                .map(tier -> "the first " + tier.to() + "% earn " + tier.points())
                .collect(Collectors.joining(", "));
        return Sentence.of(
                "在本区域内由%1$s排名，%3$s",
                "ranked in the region, %2$s first: %4$s", high ? "高到低" : "低到高", high ? "high" : "low", zh, en);
    }

    private static String bare(Limit limit) {
        return limit.toString().replaceFirst("^[^ ]+ ", "");
    }

    private static String joined(List<Exact> numbers) {
        return numbers.stream().distinct().count() == 1
                ? numbers.getFirst().toString()
                : numbers.stream().map(Exact::toString).collect(Collectors.joining("/"));
    }
}
