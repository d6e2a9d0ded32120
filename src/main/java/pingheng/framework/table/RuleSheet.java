package pingheng.framework.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Checker.Checked;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Limit;
import pingheng.framework.rule.Part;
import pingheng.framework.rule.Rule;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.text.Coded;
import pingheng.value.PointCode;

/** Reads the rules: one row a part of a point, or one row for the same part at each of several school levels. */
final class RuleSheet {
    private static final List<Column> COLUMNS = List.of(
            Column.required("point", "观测点").holdingCodes(),
            Column.optional("part", "分项"),
            Column.required("points", "分值"),
            Column.required("rule", "规则"),
            Column.optional("member", "范围"),
            Column.optional("value", "数值"),
            Column.optional("full", "满分线"),
            Column.optional("zero", "零分线"),
            Column.optional("step", "扣分"),
            Column.optional("applies_if", "适用条件"),
            Column.optional("requires", "计分前提"),
            Column.optional("zero_if", "零分条件"),
            Column.optional("full_if", "满分条件"),
            Column.optional("zh", "说明"),
            Column.optional("en", "说明英文", "英文"));

    private final Map<PointCode, List<Part>> parts = new LinkedHashMap<>();
    private final Vocabulary vocabulary;
    private final PointSheet points;
    private final ItemSheet items;

    private RuleSheet(Vocabulary vocabulary, PointSheet points, ItemSheet items) {
        this.vocabulary = vocabulary;
        this.points = points;
        this.items = items;
    }

    /** The parts of each point, by its code. */
    static Map<PointCode, List<Part>> read(Folder folder, Vocabulary vocabulary, PointSheet points) {
        var sheet = new RuleSheet(vocabulary, points, ItemSheet.read(folder));
        if (points.empty()) return sheet.parts;
        folder.read("rules", COLUMNS, sheet::take);
        sheet.items.refuseLeftOver();
        return sheet.parts;
    }

    private void take(SheetRow row) {
        var named = PointCode.of(row.required("point"));
        if (named.isEmpty()) return;
        var point = named.get();
        if (!points.has(point)) row.refuse("point", "rules.no-point", "没有观测点 %s", "there is no point %s", point);

        parts.putIfAbsent(point, new ArrayList<>());
        var listed = items.take(point, row.word("part"));
        var kind = Coded.called(RuleKind.class, row.required("rule"));
        if (kind.isEmpty()) {
            if (!row.empty("rule"))
                row.refuse("rule", "rules.kind", "没有这种规则：%s", "there is no such rule: %s", row.word("rule"));
            return;
        }
        kind.get().refuseIdle(row);
        try {
            var rule = kind.get().rule(row, listed);
            checkItems(row, rule);
            for (var member : members(row)) add(row, point, part(row, member, rule, ItemSheet.titles(listed)));
        } catch (Malformed malformed) {
            row.refuse("rule", "rules.malformed", malformed.sentence());
        }
    }

    private void add(SheetRow row, PointCode point, Part part) {
        var known = parts.computeIfAbsent(point, code -> new ArrayList<>());
        if (known.stream().anyMatch(other -> other.code().equals(part.code())))
            row.refuse(
                    "part",
                    "rules.twice",
                    "观测点 %s 的分项「%s」重复，请给分项不同的代码",
                    "the part “%2$s” of the point %1$s stands here twice: give the parts different codes",
                    point,
                    part.code());
        known.add(part);
    }

    private Part part(SheetRow row, String member, Rule rule, List<Sentence> titles) {
        var code = Stream.of(row.word("part"), member)
                .filter(text -> !text.isEmpty())
                .toList();
        var applies = condition(row, "applies_if", member, null);
        var requires = condition(row, "requires", member, applies);
        var known = applies == null
                ? requires
                : requires == null ? applies : new Expr.Logic(true, List.of(applies, requires));
        var conditions = new Part.Conditions(
                applies, requires, condition(row, "zero_if", member, known), condition(row, "full_if", member, known));
        var title = new Sentence(
                row.text("zh").replace("{}", member), row.text("en").replace("{}", member));
        return new Part(
                code.isEmpty() ? "1" : String.join("_", code),
                new Part.Wording(title, titles),
                partPoints(row),
                rule,
                rule.needsValue() ? value(row, member, rule, known) : null,
                conditions);
    }

    private @Nullable Expr value(SheetRow row, String member, Rule rule, @Nullable Expr known) {
        if (row.required("value").isEmpty()) return null;
        var checked = compiled(row, "value", member, known);
        if (checked == null) return null;

        if (checked.type().truth())
            row.refuse("value", "rules.value", "数值应为数，不是条件", "the value is a number, not a condition");
        for (var limit : rule.limits()) checkUnit(row, checked, limit);
        return checked.expr();
    }

    private static void checkUnit(SheetRow row, Checked value, Limit limit) {
        boolean zero = limit.at().signum() == 0 && limit.unit().bare();
        if (!zero && !limit.unit().equals(value.type().unit()))
            row.refuse(
                    "full",
                    "rules.unit",
                    "界线 %s 的单位与数值的单位「%s」不一致",
                    "the line %s is not in the unit of the value, “%s”",
                    limit,
                    value.type().unit().bare() ? "1" : value.type().unit());
    }

    private @Nullable Expr condition(SheetRow row, String column, String member, @Nullable Expr known) {
        if (row.empty(column)) return null;
        var checked = compiled(row, column, member, known);
        if (checked == null) return null;
        if (!checked.type().truth())
            row.refuse(column, "rules.condition", "此列应为条件，如 x > 0", "this column takes a condition such as x > 0");
        return checked.expr();
    }

    private @Nullable Checked compiled(SheetRow row, String column, String member, @Nullable Expr known) {
        try {
            return vocabulary.compile(row.word(column).replace("{}", member), known);
        } catch (Malformed malformed) {
            row.refuse(column, "rules.formula", malformed.sentence());
            return null;
        }
    }

    private static void checkItems(SheetRow row, Rule rule) {
        if (rule instanceof Rule.Elements(List<Exact> each)) {
            var sum = each.stream().reduce(Exact.ZERO, Exact::plus);
            if (sum.compareTo(partPoints(row)) != 0)
                row.refuse(
                        "points",
                        "rules.elements",
                        "要素分值合计 %s，与本分项分值不符",
                        "the elements add up to %s, not to the points of this part",
                        sum);
        }
    }

    /** A decimal, or a fraction such as 2/3 for a third of two points. */
    private static Exact partPoints(SheetRow row) {
        var text = row.word("points");
        if (text.matches("[0-9]{1,6}/[1-9][0-9]{0,5}")) return Exact.of(text);
        var decimal = row.decimal("points");
        return Exact.of(decimal == null ? BigDecimal.ZERO : decimal);
    }

    private static List<String> members(SheetRow row) {
        return row.empty("member")
                ? List.of("")
                : Arrays.asList(row.word("member").strip().split("[\\s;、,]+"));
    }
}
