package pingheng.figure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.FigureDefinition;
import pingheng.framework.Framework;
import pingheng.framework.Period;
import pingheng.framework.formula.Malformed;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.text.Coded;
import pingheng.value.FigureCode;
import pingheng.value.UnitCode;

/** Reads a row of the table of figures: one value of one figure for one unit, reported or confirmed. */
public final class FigureSheet {
    public static final List<Column> COLUMNS = List.of(
            Column.required("unit", "单位代码"),
            Column.optional("layer", "层级"),
            Column.required("figure", "数据项"),
            Column.optional("member", "分项"),
            Column.required("period", "时期"),
            Column.required("value", "数值"),
            Column.optional("source", "来源"),
            Column.optional("reason", "理由"));

    private FigureSheet() {}

    /** Puts the value into the figures; what is wrong is refused at its cell. The unit is known to exist. */
    public static void take(SheetRow row, Figures figures) {
        var definition = definition(row, figures.framework());
        var layer = layer(row);
        if (definition == null || layer == null) return;

        var member = member(row, definition);
        var period = period(row);
        int back = period == null ? -1 : back(row, definition, period);
        var cell = row.cell("value");
        if (cell == null) row.required("value");
        var value = cell == null ? null : FigureReader.read(row, "value", definition);
        if (member.isEmpty() || period == null || back < 0 || cell == null || value == null) return;

        var source = row.empty("source") ? definition.source() : new Sentence(row.text("source"), row.text("source"));
        var figure = new FigureValue(value, cell.text(), period, source, layer, row.text("reason"));
        var of = member.get().isEmpty() ? null : member.get();
        if (!figures.put(new UnitCode(row.word("unit")), definition.code(), of, back, figure))
            row.refuse(
                    "figure",
                    "figures.reported-twice",
                    "单位 %s 的 %s（%s）已报送过，请删去一行",
                    "%2$s (%3$s) of unit %1$s stands here already: delete one of the rows",
                    row.word("unit"),
                    definition.code(),
                    period);
    }

    private static @Nullable FigureDefinition definition(SheetRow row, Framework framework) {
        var definition = FigureCode.of(row.required("figure"))
                .map(framework.figures()::get)
                .orElse(null);
        if (definition == null && !row.empty("figure")) {
            row.refuse(
                    "figure",
                    "figures.unknown",
                    "指标体系中没有数据项「%s」",
                    "the framework has no figure “%s”",
                    row.word("figure"));
        } else if (definition != null && (definition.formula() != null || definition.perSchool())) {
            row.refuse(
                    "figure",
                    "figures.not-reported",
                    "「%s」由公式算出或在 schools 表按校填报，不在此表填报",
                    "“%s” is derived by a formula or reported school by school in the table schools, not here",
                    definition.code());
            return null;
        }
        return definition;
    }

    private static @Nullable Layer layer(SheetRow row) {
        var layer = row.empty("layer") ? Optional.of(Layer.SELF) : Coded.of(Layer.class, row.word("layer"));
        if (layer.isEmpty() || layer.get() == Layer.SURVEY) {
            row.refuse(
                    "layer",
                    "figures.layer",
                    "层级应为 self、city、province 或 onsite：%s",
                    "the layer is self, city, province or onsite: %s",
                    row.word("layer"));
            return null;
        }
        if (layer.get() != Layer.SELF && row.empty("reason"))
            row.refuse(
                    "reason",
                    "figures.reason",
                    "核定值与上报值不同，须写明理由",
                    "a confirmed figure replaces what was reported: say the reason");
        return layer.get();
    }

    /** Empty, and a finding, when the member is wrong; the empty text when the figure has none. */
    private static Optional<String> member(SheetRow row, FigureDefinition definition) {
        var member = row.word("member");
        if (definition.members().isEmpty()
                ? member.isEmpty()
                : definition.members().contains(member)) return Optional.of(member);
        if (definition.members().isEmpty())
            row.refuse(
                    "member",
                    "figures.no-member",
                    "%1$s 没有分项，此格应留空",
                    "%1$s has no members: leave the cell empty",
                    definition.code());
        else
            row.refuse(
                    "member",
                    "figures.wrong-member",
                    "%s 的分项应为 %s",
                    "the member of %s is one of: %s",
                    definition.code(),
                    String.join(" ", definition.members()));
        return Optional.empty();
    }

    private static @Nullable Period period(SheetRow row) {
        try {
            return Period.parse(row.required("period"));
        } catch (Malformed malformed) {
            if (!row.empty("period")) row.refuse("period", "figures.period", malformed.sentence());
            return null;
        }
    }

    private static int back(SheetRow row, FigureDefinition definition, Period period) {
        for (int back = 0; back <= definition.previous(); back++)
            if (definition.period().earlier(back).equals(period)) return back;
        row.refuse(
                "period",
                "figures.other-period",
                "%s 应报 %s%s，不收 %s",
                "%1$s is reported for %2$s%5$s, not for %4$s",
                definition.code(),
                definition.period(),
                definition.previous() == 0 ? "" : " 及此前 " + definition.previous() + " 期",
                period,
                definition.previous() == 0 ? "" : " and " + definition.previous() + " earlier");
        return -1;
    }
}
