package pingheng.rehearsal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.figure.School;
import pingheng.framework.rule.Marks;
import pingheng.problem.Findings;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.value.FigureCode;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** What one unit reports in the example: its figures as written, its marks, its schools. */
record Played(Map<String, Written> figures, Map<PointCode, Marks> marks, List<School> schools) {
    private static final List<Column> FIGURES =
            columns("unit", "layer", "figure", "member", "period", "value", "source");
    private static final List<Column> JUDGEMENTS = columns("unit", "layer", "point", "decision", "marks");
    private static final List<Column> SCHOOLS = columns("unit", "school", "name", "level");

    /** A value as the table writes it, and its source. */
    record Written(String value, String source) {}

    /** Reads what every unit reports, by code. */
    static Map<UnitCode, Played> read(Folder folder, Findings findings) {
        var units = new HashMap<UnitCode, Played>();
        folder.readWideOptional("figures", FIGURES, row -> {
            if (!row.word("layer").isEmpty()) return;
            of(units, row).figures.put(key(row), new Written(row.word("value"), row.text("source")));
        });
        folder.readWideOptional("judgements", JUDGEMENTS, row -> {
            if (row.word("layer").equals("self"))
                of(units, row).marks.put(new PointCode(row.word("point")), Marks.read(row.word("marks")));
        });
        folder.readWideOptional(
                "schools", SCHOOLS, row -> of(units, row).schools.add(school(row)));
        findings.refuse();
        return units;
    }

    /** What the unit says of a point where its people have said nothing themselves. */
    Answers.Draft draft(OwnPoint point, String statement) {
        var said = point.answer();
        var given = marks.getOrDefault(point.point().code(), Marks.NONE);
        return new Answers.Draft(
                said.version(),
                said.marks().none() ? given : said.marks(),
                said.claim(),
                said.reason(),
                said.statement().isBlank() ? statement : said.statement());
    }

    private static Played of(Map<UnitCode, Played> units, SheetRow row) {
        return units.computeIfAbsent(
                new UnitCode(row.required("unit")),
                unit -> new Played(new HashMap<>(), new HashMap<>(), new ArrayList<>()));
    }

    /** As a cell of the grid is named: figure.member@period. */
    private static String key(SheetRow row) {
        var member = row.word("member");
        return row.word("figure") + (member.isEmpty() ? "" : "." + member) + "@" + row.word("period");
    }

    private static School school(SheetRow row) {
        var values = new LinkedHashMap<FigureCode, BigDecimal>();
        row.others().forEach((figure, cell) -> values.put(new FigureCode(figure), new BigDecimal(cell.text())));
        return new School(row.word("school"), row.text("name"), row.word("level"), values);
    }

    private static List<Column> columns(String... names) {
        return List.of(names).stream().map(Column::required).toList();
    }
}
