package pingheng.framework.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.AdjustmentRule;
import pingheng.framework.AdjustmentRule.Kind;
import pingheng.framework.Grade;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Malformed;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.text.Coded;

/** Reads the two optional tables about the total: grades and adjustments. */
final class TotalSheets {
    private static final List<Column> GRADES =
            List.of(Column.required("from", "起"), Column.required("zh", "等第"), Column.optional("en", "等第英文", "英文"));

    private static final List<Column> ADJUSTMENTS = List.of(
            Column.required("code", "代码").holdingCodes(),
            Column.required("kind", "种类"),
            Column.optional("when", "条件"),
            Column.optional("value", "数值"),
            Column.required("zh", "说明"),
            Column.optional("en", "说明英文", "英文"));

    private TotalSheets() {}

    /** From the best grade down. */
    static List<Grade> grades(Folder folder) {
        var grades = new ArrayList<Grade>();
        folder.readOptional("grades", GRADES, row -> {
            var from = row.decimal("from");
            if (from == null) return;
            if (!grades.isEmpty() && grades.getLast().from().compareTo(from) <= 0)
                row.refuse(
                        "from",
                        "grades.order",
                        "等第应从高到低排列，起分逐行减少：%s",
                        "grades go from the best down, each beginning lower than the one above: %s",
                        from);
            grades.add(new Grade(from, new Sentence(row.requiredText("zh"), row.text("en"))));
        });
        if (!grades.isEmpty() && grades.getLast().from().signum() != 0)
            folder.refuse(
                    folder.place("grades"),
                    "grades.lowest",
                    new Sentence("最低一档应从 0 分起，使每个总分都有等第", "the lowest grade begins at 0, so that every total has one"));
        return List.copyOf(grades);
    }

    static List<AdjustmentRule> adjustments(Folder folder, Vocabulary vocabulary, boolean graded) {
        var adjustments = new ArrayList<AdjustmentRule>();
        var codes = new HashSet<String>();
        folder.readOptional("adjustments", ADJUSTMENTS, row -> {
            var adjustment = adjustment(row, vocabulary);
            if (adjustment == null) return;
            if (adjustment.kind() == Kind.DOWNGRADE && !graded)
                row.refuse(
                        "kind",
                        "adjustments.no-grades",
                        "没有 grades 表，降等无从谈起",
                        "there is no table of grades to go down in");
            if (!codes.add(adjustment.code()))
                row.refuse("code", "adjustments.twice", "代码重复", "this code stands here twice");
            adjustments.add(adjustment);
        });
        return List.copyOf(adjustments);
    }

    private static @Nullable AdjustmentRule adjustment(SheetRow row, Vocabulary vocabulary) {
        var kind = Coded.of(Kind.class, row.required("kind"));
        if (kind.isEmpty()) {
            row.refuse(
                    "kind",
                    "adjustments.kind",
                    "种类应为 veto、cap、downgrade 或 bonus",
                    "the kind is veto, cap, downgrade or bonus");
            return null;
        }
        var value = row.decimal("value");
        if (value == null && kind.get() != Kind.VETO) row.required("value");
        if (value != null && value.signum() < 0)
            row.refuse("value", "adjustments.value", "数值不得为负", "the value must not be negative");
        if (kind.get() == Kind.DOWNGRADE) row.whole("value", 1, 99, 1);
        return new AdjustmentRule(
                row.required("code"),
                kind.get(),
                when(row, vocabulary),
                value == null ? BigDecimal.ZERO : value,
                new Sentence(row.requiredText("zh"), row.text("en")));
    }

    private static @Nullable Expr when(SheetRow row, Vocabulary vocabulary) {
        if (row.empty("when")) return null;
        try {
            var checked = vocabulary.compile(row.word("when"), null);
            if (checked.type().truth()) return checked.expr();
            row.refuse("when", "adjustments.when", "此列应为条件", "this column takes a condition");
        } catch (Malformed malformed) {
            row.refuse("when", "adjustments.formula", malformed.sentence());
        }
        return null;
    }
}
