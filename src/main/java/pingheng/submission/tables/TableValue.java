package pingheng.submission.tables;

import java.math.BigDecimal;
import pingheng.framework.FigureDefinition;
import pingheng.framework.formula.MeasureUnit;

/** A value as a table writes it so that it is read as the same value again. */
final class TableValue {
    private TableValue() {}

    static String of(FigureDefinition definition, BigDecimal value) {
        if (definition.type() == FigureDefinition.Type.YESNO) return value.signum() == 0 ? "否" : "是";
        return plain(value) + (definition.unit().equals(MeasureUnit.PERCENT) ? "%" : "");
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
