package pingheng.figure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.framework.FigureDefinition;
import pingheng.framework.FigureDefinition.Type;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.MeasureUnit;
import pingheng.problem.Reason;
import pingheng.sheet.SheetRow;

/** Turns a cell into the value of a figure, by the figure's type and unit. */
final class FigureReader {
    private static final Map<String, BigDecimal> YES_OR_NO = Map.of(
            "yes",
            BigDecimal.ONE,
            "是",
            BigDecimal.ONE,
            "1",
            BigDecimal.ONE,
            "no",
            BigDecimal.ZERO,
            "否",
            BigDecimal.ZERO,
            "0",
            BigDecimal.ZERO);

    private static final Set<String> PEOPLE = Set.of("人", "名");
    private static final BigDecimal MOST_PEOPLE = BigDecimal.valueOf(30_000_000);
    private static final BigDecimal MOST_THINGS = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FigureReader() {}

    /** Null, and a finding at the column, when the cell does not hold such a value. */
    static @Nullable Exact read(SheetRow row, String column, FigureDefinition figure) {
        var value = decimal(row, column, figure);
        return value == null ? null : Exact.of(value);
    }

    /** As above, as the decimal that it is. */
    static @Nullable BigDecimal decimal(SheetRow row, String column, FigureDefinition figure) {
        if (figure.type() == Type.YESNO) return yesOrNo(row, column, figure);
        var number = row.decimal(column);
        if (number == null) return null;

        var value = inUnit(row, column, number, figure);
        if (value == null) return null;
        var whyNot = whyNot(figure, value).or(() -> tooMany(figure, value));
        whyNot.ifPresent(why -> row.refuse(column, why.code(), why.sentence()));
        return whyNot.isPresent() ? null : value;
    }

    /** Why a figure cannot have the value, whoever says so: typed, read from a table, or kept. */
    static Optional<Reason> whyNot(FigureDefinition figure, BigDecimal value) {
        if (value.signum() < 0 || value.signum() == 0 && figure.positive())
            return Optional.of(Reason.malformed(
                    "figures.sign",
                    "%s 应%s：%s",
                    "%4$s must be %5$s: %3$s",
                    figure.title().zh(),
                    figure.positive() ? "大于 0" : "不小于 0",
                    value.toPlainString(),
                    figure.title().en(),
                    figure.positive() ? "above 0" : "0 or more"));
        boolean whole = figure.type() == Type.COUNT || figure.type() == Type.YESNO;
        if (whole && value.stripTrailingZeros().scale() > 0)
            return Optional.of(Reason.malformed(
                    "figures.whole",
                    "%s 应为整数：%s",
                    "%3$s is counted and must be whole: %2$s",
                    figure.title().zh(),
                    value.toPlainString(),
                    figure.title().en()));
        return Optional.empty();
    }

    /** Nobody types so many: more people than the largest city has, more of anything else than a province has schools. */
    private static Optional<Reason> tooMany(FigureDefinition figure, BigDecimal value) {
        if (figure.type() != Type.COUNT) return Optional.empty();
        var most = PEOPLE.contains(figure.unit().toString()) ? MOST_PEOPLE : MOST_THINGS;
        return value.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(Reason.malformed(
                        "figures.most",
                        "%1$s 不可能超过 %2$s：%3$s；请核对",
                        "%4$s cannot be above %2$s: %3$s; check it",
                        figure.title().zh(),
                        most.toPlainString(),
                        value.toPlainString(),
                        figure.title().en()));
    }

    private static @Nullable BigDecimal yesOrNo(SheetRow row, String column, FigureDefinition figure) {
        var value = YES_OR_NO.get(row.word(column));
        if (value == null)
            row.refuse(
                    column,
                    "figures.yes-no",
                    "%s 应填 是 或 否",
                    "%2$s is yes or no",
                    figure.title().zh(),
                    figure.title().en());
        return value;
    }

    private static @Nullable BigDecimal inUnit(
            SheetRow row, String column, BigDecimal number, FigureDefinition figure) {
        boolean percent = figure.unit().equals(MeasureUnit.PERCENT);
        boolean written = row.percent(column);
        if (written && figure.unit().bare() && figure.type() == Type.RATIO) return number.divide(HUNDRED);
        if (written && !percent) {
            row.refuse(
                    column,
                    "figures.percent",
                    "%s 的单位是「%s」，不是百分比；请填数值",
                    "%3$s is in “%2$s”, not a percentage: write the number",
                    figure.title().zh(),
                    figure.unit().bare() ? "1" : figure.unit(),
                    figure.title().en());
            return null;
        }
        if (percent && !written && number.signum() > 0 && number.compareTo(BigDecimal.ONE) <= 0) {
            row.refuse(
                    column,
                    "figures.ratio-or-percent",
                    "单位是 %%，%1$s 是 %1$s%% 还是 %2$s%%？请带 %% 号填写",
                    "the unit is %%: is %1$s meant as %1$s%% or as %2$s%%? Write it with the %% sign",
                    number.toPlainString(),
                    number.multiply(HUNDRED).stripTrailingZeros().toPlainString());
            return null;
        }
        return number;
    }
}
