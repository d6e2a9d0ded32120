package pingheng.rehearsal.made;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.framework.formula.Exact;
import pingheng.framework.rule.Part;
import pingheng.framework.rule.Rule;
import pingheng.people.Level;
import pingheng.people.Unit;

/** Makes up what each layer says of each point: mostly agreement, now and then a mark less, a score, a visit. */
final class MadeJudgements {
    private final Framework framework;
    private final Chance chance;

    MadeJudgements(Framework framework, Chance chance) {
        this.framework = framework;
        this.chance = chance;
    }

    /** The rows unit, layer, point, decision, marks, score, claim, reason, by. */
    List<List<String>> rows(Unit unit) {
        var rows = new ArrayList<List<String>>();
        double standing = MadeFigures.standing(chance, unit);
        boolean visited = chance.about(unit.code(), "visited").nextInt(5) == 0;
        for (var point : framework.points()) {
            if (point.scoredBy() != Point.ScoredBy.COUNTY) continue;
            var random = chance.about(unit.code(), point.code());
            boolean judged = point.rule().marks() > 0;
            if (judged)
                rows.add(row(unit, "self", point, "marks", marks(point, standing + 0.5, random), "", "", "自评小组"));
            if (unit.level() == Level.COUNTY) rows.add(city(unit, point, judged, standing, random));
            rows.add(province(unit, point, judged, standing, random));
            if (visited && random.nextInt(8) == 0) rows.add(onsite(unit, point, judged, standing, random));
        }
        return rows;
    }

    private List<String> city(Unit unit, Point point, boolean judged, double standing, SplittableRandom random) {
        return judged && random.nextInt(6) == 0
                ? row(unit, "city", point, "marks", marks(point, standing + 0.2, random), "", "佐证材料不足", "市级初审")
                : row(unit, "city", point, "agree", "", "", "", "市级初审");
    }

    private List<String> province(Unit unit, Point point, boolean judged, double standing, SplittableRandom random) {
        int turn = random.nextInt(60);
        if (judged && turn < 9)
            return row(unit, "province", point, "marks", marks(point, standing, random), "", "按评分细则核减", "省级审核");
        if (unit.level() == Level.COUNTY && turn < 14)
            return row(unit, "province", point, "adopt_city", "", "", "", "省级审核");
        if (turn == 59) {
            var points = point.points().times(Exact.of(90 - random.nextInt(30))).dividedBy(Exact.of(100));
            var score = points.rounded(2).toPlainString();
            return row(unit, "province", point, "score", "", score, "数据来源年度不符，按核实情况计分", "省级审核");
        }
        return row(unit, "province", point, "agree", "", "", "", "省级审核");
    }

    private List<String> onsite(Unit unit, Point point, boolean judged, double standing, SplittableRandom random) {
        return judged
                ? row(unit, "onsite", point, "marks", marks(point, standing - 0.1, random), "", "实地查看", "实地抽查组")
                : row(unit, "onsite", point, "agree", "", "", "实地查看", "实地抽查组");
    }

    private static List<String> row(
            Unit unit,
            String layer,
            Point point,
            String decision,
            String marks,
            String score,
            String reason,
            String by) {
        return List.of(unit.code().text(), layer, point.code().text(), decision, marks, score, "", reason, by);
    }

    private static String marks(Point point, double standing, SplittableRandom random) {
        return point.rule().parts().stream()
                .flatMap(part -> marks(part, standing, random).stream())
                .collect(Collectors.joining(" "));
    }

    private static List<String> marks(Part part, double standing, SplittableRandom random) {
        var marks = new ArrayList<String>();
        for (int i = 0; i < part.rule().marks(); i++) {
            double luck = random.nextDouble() + standing * 0.15;
            marks.add(mark(part.rule(), luck));
        }
        return marks;
    }

    private static String mark(Rule rule, double luck) {
        return switch (rule) {
            case Rule.Elements _ -> luck > 0.14 ? "1" : luck > 0.03 ? "0.5" : "0";
            case Rule.Deductions _ -> luck > 0.14 ? "0" : luck > 0.03 ? "1" : "2";
            case Rule.Bands(List<Rule.Band> bands) -> band(bands, luck);
            default -> throw new IllegalStateException("no marks for " + rule);
        };
    }

    private static String band(List<Rule.Band> bands, double luck) {
        var band = luck > 0.25 || bands.size() == 1 ? bands.getFirst() : bands.get(1);
        var width = band.to().minus(band.from());
        var step = Exact.of((long) (Math.clamp(luck, 0, 1) * 10)).dividedBy(Exact.of(10));
        return band.from()
                .plus(width.times(step))
                .rounded(1)
                .stripTrailingZeros()
                .toPlainString();
    }
}
