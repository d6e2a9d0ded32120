package pingheng.framework.table;

import java.util.List;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Limit;
import pingheng.framework.rule.Rule;
import pingheng.sheet.SheetRow;
import pingheng.text.Coded;

/** The kinds of rule as tables write them, and which columns each one reads. */
enum RuleKind implements Coded {
    ELEMENTS("要素") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            return new Rule.Elements(each(items));
        }
    },
    DEDUCTIONS("扣分", "step", "value") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            return items.isEmpty() ? new Rule.Counted(ItemSheet.number(row, "step")) : new Rule.Deductions(each(items));
        }
    },
    THRESHOLD("达标", "full", "value") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            return new Rule.Threshold(
                    limit(row, "full"),
                    items.stream()
                            .map(item -> new Rule.Step(limit(item, "from"), ItemSheet.points(item)))
                            .toList());
        }
    },
    LINEAR("线性", "full", "zero", "value") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            return new Rule.Linear(limit(row, "full"), limit(row, "zero"));
        }
    },
    PER_POINT("每百分点", "full", "step", "value") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            return new Rule.PerPoint(limit(row, "full"), ItemSheet.number(row, "step"));
        }
    },
    PROPORTIONAL("按比例", "full", "value") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            return new Rule.Proportional(limit(row, "full"));
        }
    },
    RANK("排名", "full", "value") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            var best = row.word("full");
            if (!List.of("high", "low").contains(best))
                throw new Malformed("排名规则的满分线应写 high 或 low", "a ranking rule says high or low in the column “full”");
            mustHave(items);
            return new Rule.Rank(
                    best.equals("high"),
                    items.stream()
                            .map(item -> new Rule.Tier(ItemSheet.number(item, "to"), ItemSheet.points(item)))
                            .toList());
        }
    },
    BANDS("评判") {
        @Override
        Rule rule(SheetRow row, List<SheetRow> items) {
            mustHave(items);
            return new Rule.Bands(items.stream()
                    .map(item -> new Rule.Band(ItemSheet.number(item, "from"), ItemSheet.number(item, "to")))
                    .toList());
        }
    };

    private static final List<String> PARAMETERS = List.of("value", "full", "zero", "step");

    private final String zh;
    private final List<String> columns;

    RuleKind(String zh, String... columns) {
        this.zh = zh;
        this.columns = List.of(columns);
    }

    /** Throws {@link Malformed} when the parameters contradict each other. */
    abstract Rule rule(SheetRow row, List<SheetRow> items);

    @Override
    public List<String> names() {
        return List.of(zh);
    }

    /** Tells of parameters the kind does not read: whoever wrote them expected them to count. */
    void refuseIdle(SheetRow row) {
        for (var column : PARAMETERS)
            if (!row.empty(column) && !columns.contains(column))
                row.refuse(
                        column,
                        "rules.idle",
                        "「%s」规则不用此列，请清空或改规则",
                        "a rule “%2$s” does not read this column: clear it or change the rule",
                        zh,
                        code());
    }

    private static Limit limit(SheetRow row, String column) {
        var text = row.required(column);
        return Limit.parse(text.isEmpty() ? "?" : text);
    }

    private static List<Exact> each(List<SheetRow> items) {
        mustHave(items);
        return items.stream().map(ItemSheet::points).toList();
    }

    private static void mustHave(List<SheetRow> items) {
        if (items.isEmpty())
            throw new Malformed("此规则须在 items 表中列出各项", "this rule needs its items in the table of items");
    }
}
