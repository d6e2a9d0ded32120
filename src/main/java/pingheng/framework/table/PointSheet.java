package pingheng.framework.table;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.framework.Departments;
import pingheng.framework.Point;
import pingheng.framework.Point.Kind;
import pingheng.framework.Point.Responsible;
import pingheng.framework.Point.ScoredBy;
import pingheng.framework.Settings;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Part;
import pingheng.framework.rule.PointRule;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.value.PointCode;

/** Reads the table of observation points: 一级指标, 二级指标, 观测点, 分值, 评分细则 and who answers for them. */
final class PointSheet {
    private static final List<Column> COLUMNS = List.of(
            Column.required("code", "代码", "编号").holdingCodes(),
            Column.required("aspect", "一级指标"),
            Column.required("indicator", "二级指标"),
            Column.required("point", "观测点", "observation_point"),
            Column.required("kind", "性质", "类型"),
            Column.required("points", "分值"),
            Column.optional("scored_by", "计分来源"),
            Column.optional("lead", "牵头部门", "lead_department"),
            Column.optional("cooperating", "配合部门", "cooperating_departments"),
            Column.required("rule_zh", "评分细则"),
            Column.optional("rule_en", "评分细则英文", "scoring_rule"),
            Column.optional("point_en", "观测点英文"),
            Column.optional("aspect_en", "一级指标英文"),
            Column.optional("indicator_en", "二级指标英文"),
            Column.optional("basis", "依据"));

    private final Map<PointCode, SheetRow> rows = new LinkedHashMap<>();
    private final Folder folder;

    private PointSheet(Folder folder) {
        this.folder = folder;
    }

    static PointSheet read(Folder folder) {
        var sheet = new PointSheet(folder);
        folder.read("points", COLUMNS, sheet::take);
        return sheet;
    }

    boolean empty() {
        return rows.isEmpty();
    }

    boolean has(PointCode code) {
        return rows.containsKey(code);
    }

    /** The points with their rules; a point without one, or whose parts do not add up to it, is refused at its row. */
    List<Point> points(Map<PointCode, List<Part>> rules, Departments departments) {
        return rows.values().stream().map(row -> point(row, rules, departments)).toList();
    }

    /** Holds the table against what the settings say must come out: 57 = 28 + 29, 100. */
    void checkSums(List<Point> points, Settings.Sums sums) {
        if (points.isEmpty()) return; // the table as a whole has been refused
        int qualitative = (int) points.stream()
                .filter(point -> point.kind() == Kind.QUALITATIVE)
                .count();
        counted("code", "points.count", "观测点", "points", sums.points(), points.size());
        counted("kind", "points.qualitative", "定性观测点", "qualitative points", sums.qualitative(), qualitative);
        counted(
                "kind",
                "points.quantitative",
                "定量观测点",
                "quantitative points",
                sums.quantitative(),
                points.size() - qualitative);
        var total = points.stream().map(Point::points).reduce(Exact.ZERO, Exact::plus);
        if (total.compareTo(Exact.of(sums.total())) != 0)
            refuseSum(
                    "points",
                    "points.total",
                    "分值合计",
                    "the sum of the points",
                    sums.total().toPlainString(),
                    total.toString());
    }

    private void take(SheetRow row) {
        var code = row.required("code");
        if (code.isEmpty()) return;
        var before = rows.putIfAbsent(new PointCode(code), row);
        if (before != null)
            row.refuse(
                    "code",
                    "points.twice",
                    "观测点 %s 重复出现（第 %d 行已有），请改正代码",
                    "the point %s stands in row %d already: correct the code",
                    code,
                    before.number());
    }

    private Point point(SheetRow row, Map<PointCode, List<Part>> rules, Departments departments) {
        var kind = Kind.written(row.required("kind"));
        if (kind.isEmpty() && !row.empty("kind"))
            row.refuse("kind", "points.kind", "性质应为 定性 或 定量：%s", "the kind is 定性 or 定量: %s", row.word("kind"));
        var by = row.empty("scored_by") ? Optional.of(ScoredBy.COUNTY) : ScoredBy.written(row.word("scored_by"));
        if (by.isEmpty())
            row.refuse(
                    "scored_by",
                    "points.scored-by",
                    "计分来源应为 county、survey 或 committee：%s",
                    "scored by county, survey or committee: %s",
                    row.word("scored_by"));
        return new Point(
                new PointCode(row.word("code")),
                new Sentence(row.requiredText("aspect"), row.text("aspect_en")),
                new Sentence(row.requiredText("indicator"), row.text("indicator_en")),
                new Sentence(row.requiredText("point"), row.text("point_en")),
                kind.orElse(Kind.QUALITATIVE),
                by.orElse(ScoredBy.COUNTY),
                departments(row, "lead", departments),
                departments(row, "cooperating", departments),
                new Sentence(row.requiredText("rule_zh"), row.text("rule_en")),
                row.text("basis"),
                rule(row, rules));
    }

    private static PointRule rule(SheetRow row, Map<PointCode, List<Part>> rules) {
        var parts = rules.getOrDefault(new PointCode(row.word("code")), List.of());
        var points = row.decimal("points");
        var exact = Exact.of(points == null ? BigDecimal.ZERO : points);
        if (points == null && row.empty("points")) row.required("points");
        if (points != null && points.signum() <= 0)
            row.refuse("points", "points.points", "分值应大于 0：%s", "the points must be above 0: %s", points);
        var sum = parts.stream().map(Part::points).reduce(Exact.ZERO, Exact::plus);
        if (!rules.containsKey(new PointCode(row.word("code"))))
            row.refuse(
                    "code",
                    "points.no-rule",
                    "观测点 %s 在 rules 表中没有规则",
                    "the point %s has no rule in the table of rules",
                    row.word("code"));
        else if (points != null && !parts.isEmpty() && sum.compareTo(exact) != 0)
            row.refuse(
                    "points",
                    "points.parts",
                    "各分项分值合计 %s，与分值 %s 不符",
                    "its parts in the table of rules add up to %s, not to %s",
                    sum,
                    exact);
        return new PointRule(exact, parts);
    }

    private static List<Responsible> departments(SheetRow row, String column, Departments departments) {
        try {
            return departments.parse(row.word(column));
        } catch (Malformed malformed) {
            row.refuse(column, "points.department", malformed.sentence());
            return List.of();
        }
    }

    private void counted(String column, String code, String zh, String en, int expected, int found) {
        if (expected != found)
            refuseSum(column, code, zh + "数", "the number of " + en, String.valueOf(expected), String.valueOf(found));
    }

    private void refuseSum(String column, String code, String zh, String en, String expected, String found) {
        folder.refuse(
                folder.place("points").row(rows.size() + 1).column(column),
                code,
                Sentence.of(
                        "%1$s应为 %3$s，实为 %4$s；请改正本表或 settings 表",
                        "%2$s should be %3$s and is %4$s: correct this table or the settings",
                        zh,
                        en,
                        expected,
                        found));
    }
}
