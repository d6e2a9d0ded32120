package pingheng.deliberation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.value.UnitCode;

/** Reads a row of the table of deliberation: the mark of one member for one unit, or that the member was recused. */
public final class DeliberationSheet {
    public static final List<Column> COLUMNS = List.of(
            Column.required("unit", "单位代码"),
            Column.required("member", "委员"),
            Column.required("mark", "打分"),
            Column.optional("reason", "理由"));

    private final Committee committee = new Committee();
    private final Set<String> seen = new HashSet<>();

    public Committee committee() {
        return committee;
    }

    /** Takes the row; what is wrong is refused at its cell. Marks go from 0 to {@code most}; the unit is known to exist. */
    public void take(SheetRow row, BigDecimal most) {
        var unit = new UnitCode(row.word("unit"));
        var member = row.required("member");
        if (!seen.add(unit + " " + member))
            row.refuse(
                    "member",
                    "deliberation.twice",
                    "委员 %s 已给单位 %s 打分，请删去一行",
                    "the member %s has marked unit %s already: delete one of the rows",
                    member,
                    unit);
        if (row.word("mark").equals("recused") || row.word("mark").equals("回避")) {
            if (row.empty("reason")) row.refuse("reason", "deliberation.reason", "回避须写明理由", "who is recused says why");
            committee.recuse(unit);
            return;
        }
        var mark = row.decimal("mark");
        if (mark == null) {
            row.required("mark");
        } else if (mark.signum() < 0 || mark.compareTo(most) > 0) {
            row.refuse(
                    "mark",
                    "deliberation.mark",
                    "合议打分应在 0 与 %s 之间：%s",
                    "a mark lies between 0 and %s: %s",
                    most.toPlainString(),
                    mark.toPlainString());
        } else {
            committee.mark(unit, mark);
        }
    }
}
