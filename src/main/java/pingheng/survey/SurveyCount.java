package pingheng.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.sheet.SheetRow;
import pingheng.value.UnitCode;

/** What one audience of a unit answered: how many forms went out, how many came back valid, and what these say. */
public record SurveyCount(
        UnitCode unit,
        String audience,
        int issued,
        int valid,
        int satisfied,
        int mostly,
        int basically,
        int dissatisfied,
        int unknown) {

    /** Of a row in which nothing was found to be wrong. */
    static SurveyCount of(SheetRow row) {
        return new SurveyCount(
                new UnitCode(row.word("unit")),
                row.word("audience"),
                whole(row, "issued"),
                whole(row, "valid"),
                whole(row, "satisfied"),
                whole(row, "mostly"),
                whole(row, "basically"),
                whole(row, "dissatisfied"),
                whole(row, "unknown"));
    }

    /** The counts, in the order of the columns of the table. */
    List<Integer> counts() {
        return List.of(issued, valid, satisfied, mostly, basically, dissatisfied, unknown);
    }

    /** The row that it was read from, for the sheet that makes figures of it. */
    SheetRow row(Findings findings) {
        var cells = new LinkedHashMap<>(Map.of("unit", unit.text(), "audience", audience));
        var counts = counts();
        for (int i = 0; i < counts.size(); i++)
            cells.put(SurveySheet.COLUMNS.get(i + 2).name(), String.valueOf(counts.get(i)));
        return SheetRow.typed(Place.file("survey"), cells, findings);
    }

    private static int whole(SheetRow row, String column) {
        return row.whole(column, 0, Integer.MAX_VALUE, 0);
    }
}
