package pingheng.result;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.people.Units;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.arithmetic.TotalResult;

/** The ranking as {@code ranking.csv}: UTF-8 without BOM, LF, sorted by level, region, place, code; docs/formats.md. */
public final class RankingFile {
    private static final String HEADING = "code,name,level,region,total,place,total_exact\n";
    private static final int DECIMALS_SHOWN = 2;

    private RankingFile() {}

    /** One line of the ranking; a unit without a total comes last in its region, with empty total and place. */
    public record Line(Unit unit, String name, String total, String place, String exact) {}

    /** The lines of the file, in its order. */
    public static List<Line> lines(Units units, Map<Level, LevelResult> results) {
        var lines = new ArrayList<Line>();
        results.forEach((level, result) -> result.units().forEach(unit -> lines.add(line(units, result, unit))));
        lines.sort(Comparator.comparing((Line line) -> line.unit.level().code())
                .thenComparing(line -> line.unit.region())
                .thenComparingInt(line -> line.place.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(line.place))
                .thenComparing(line -> line.unit.code()));
        return lines;
    }

    public static String text(List<Line> lines) {
        var text = new StringBuilder(HEADING);
        for (var line : lines)
            text.append(String.join(
                            ",",
                            line.unit.code().text(),
                            quoted(line.name),
                            line.unit.level().code(),
                            quoted(line.unit.region()),
                            line.total,
                            line.place,
                            line.exact))
                    .append('\n');
        return text.toString();
    }

    private static Line line(Units units, LevelResult result, UnitResult of) {
        var unit = of.unit();
        var name = units.clearName(unit);
        return switch (of.standing()) {
            case TotalResult.Undecided _ -> new Line(unit, name, "", "", "");
            case TotalResult.Total total ->
                new Line(
                        unit,
                        name,
                        total.value()
                                .setScale(DECIMALS_SHOWN, RoundingMode.HALF_UP)
                                .toPlainString(),
                        Integer.toString(result.place(unit)),
                        total.value().toPlainString());
        };
    }

    /** A name with a comma or quote in it is quoted; one that a spreadsheet would take for a formula is refused upstream. */
    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
