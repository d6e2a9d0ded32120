package pingheng.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pingheng.figure.Figures;
import pingheng.people.Unit;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.text.Excerpt;
import pingheng.value.UnitCode;

/** Reads a table of results for the units of a round, each by the framework of its level. */
final class SurveyReader {
    private final Map<UnitCode, Figures> units = new HashMap<>();
    private final SurveySheet sheet = new SurveySheet();
    private final List<SheetRow> rows = new ArrayList<>();

    /** The units of a level, and the figures that their rows become. */
    void add(List<Unit> level, Figures figures) {
        level.forEach(unit -> units.put(unit.code(), figures));
    }

    /** Takes the row; what is wrong is refused at its cell. */
    void take(SheetRow row) {
        rows.add(row);
        var named = UnitCode.of(row.required("unit"));
        if (named.isEmpty()) return;
        var unit = named.get();
        var figures = units.get(unit);
        if (figures == null) {
            row.refuse("unit", "survey.unit", "本年度没有单位 %s", "the round has no unit %s", Excerpt.of(unit.text()));
            return;
        }
        if (Audiences.of(figures.framework()).isEmpty()) {
            row.refuse(
                    "unit",
                    "survey.not-asked",
                    "单位 %1$s 所用的指标体系 %2$s 没有满意度调查，请删去这一行",
                    "the framework of unit %1$s, %2$s, asks no survey: delete the row",
                    unit,
                    figures.framework().settings().code());
            return;
        }
        boolean whole = true;
        for (var column : SurveySheet.COLUMNS) whole &= filled(row, column);
        if (whole) sheet.take(row, figures);
    }

    /** Only when nothing was found to be wrong. */
    List<SurveyCount> counts() {
        return rows.stream().map(SurveyCount::of).toList();
    }

    /** An empty count is none, not zero. */
    private static boolean filled(SheetRow row, Column column) {
        return !row.required(column.name()).isEmpty();
    }
}
