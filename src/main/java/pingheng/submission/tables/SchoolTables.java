package pingheng.submission.tables;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.figure.Cell;
import pingheng.figure.Figures;
import pingheng.figure.ReportedFigures;
import pingheng.figure.School;
import pingheng.figure.SchoolSheet;
import pingheng.figure.Schools;
import pingheng.framework.FigureDefinition;
import pingheng.framework.Framework;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.sheet.Column;
import pingheng.sheet.OfficeTable;
import pingheng.sheet.SheetRow;
import pingheng.sheet.written.NewWorkbook;
import pingheng.submission.Answers;
import pingheng.submission.Fresh;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;

/** The table of a unit's schools: handed in whole by whoever leads what is computed from it. */
@Service
public class SchoolTables {
    private final Fresh fresh;
    private final Answers answers;
    private final Schools schools;
    private final ReportedFigures figures;
    private final Ledger ledger;

    SchoolTables(Fresh fresh, Answers answers, Schools schools, ReportedFigures figures, Ledger ledger) {
        this.fresh = fresh;
        this.answers = answers;
        this.schools = schools;
        this.figures = figures;
        this.ledger = ledger;
    }

    public List<School> of(SelfEvaluation own) {
        return schools.of(own.round(), own.unit());
    }

    /** The points that are computed from the schools. */
    public List<OwnPoint> points(SelfEvaluation own) {
        var readings = figures.readings(own.framework());
        return own.points().stream()
                .filter(point -> readings.schools(point.point().code()))
                .toList();
    }

    /** The office, or the contact of a body that leads such a point, while one of theirs is open. */
    public Optional<Reason> whyNotReplace(RequestContext context, SelfEvaluation own) {
        return points(own).stream()
                .filter(point -> context.user().is(Role.OFFICE)
                        || point.lead()
                                .filter(lead ->
                                        lead.equals(context.user().post().body().id()))
                                .isPresent())
                .map(point -> answers.whyNotEdit(context, own, point.point().code())
                        .or(() -> own.standing().whyNotEdit(point.point().code())))
                .min((one, other) -> Boolean.compare(one.isPresent(), other.isPresent()))
                .orElse(
                        Optional.of(
                                Reason.forbidden(
                                        "submission.not-your-schools",
                                        "学校数据表由办公室或牵头相关观测点的单位报送",
                                        "The table of schools is handed in by the office or by a body that leads a point computed from it")));
    }

    /** Reads a table; refuses it with everything that is wrong. What else was noticed is noted there. */
    public List<School> read(SelfEvaluation own, String name, InputStream bytes, Findings findings) {
        var sheet = new SchoolSheet(new Figures(own.framework()));
        var read = new ArrayList<School>();
        for (var row : OfficeTable.read(name, bytes, columns(own.framework()), findings)) {
            if (!row.empty("unit") && !row.word("unit").equals(own.unit().code().text()))
                row.refuse(
                        "unit",
                        "schools.other-unit",
                        "这一行是 %1$s 的学校，不是本单位 %2$s 的",
                        "this is a school of %1$s, not of %2$s",
                        row.word("unit"),
                        own.unit().code());
            row.requiredText("name");
            checkLevel(row, own.framework());
            read.add(sheet.read(row));
        }
        findings.refuse();
        return read;
    }

    /** Puts the table in the place of the one before; sign-offs of what is computed from it end by that. */
    @Transactional
    public void replace(RequestContext context, List<School> table) {
        var own = fresh.alone(context);
        Refused.on(whyNotReplace(context, own));

        int before = schools.replace(context, table);

        ledger.record(
                context.user().actor(),
                own.unit().code(),
                "figure.schools",
                "schools",
                Sentence.of(
                        "学校数据表：%1$d 行，原有 %2$d 行", "Table of schools: %1$d rows, %2$d before", table.size(), before));
    }

    /** The schools as they are, in the layout that is read again; the heading alone while there are none. */
    public byte[] workbook(SelfEvaluation own) {
        var definitions = definitions(own.framework());
        var heading = new ArrayList<>(List.of("学校代码", "学校名称", "学段"));
        definitions.forEach(definition -> heading.add(headed(definition)));
        var widths = new ArrayList<>(List.of(18, 28, 8));
        definitions.forEach(definition -> widths.add(16));

        var rows = new ArrayList<List<String>>();
        for (var school : of(own)) {
            var row = new ArrayList<>(List.of(
                    school.code(), school.name(), Cell.title(school.level()).zh()));
            for (var definition : definitions) {
                var value = school.values().get(definition.code());
                row.add(value == null ? "" : TableValue.of(definition, value));
            }
            rows.add(row);
        }
        return new NewWorkbook("学校", widths).of(heading, rows);
    }

    /** Asked here of a row without figures: the others are asked figure by figure. */
    private static void checkLevel(SheetRow row, Framework framework) {
        var definitions = definitions(framework);
        if (definitions.stream()
                .anyMatch(definition -> !row.empty(definition.code().text()))) return;
        var levels = definitions.stream()
                .map(FigureDefinition::members)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        if (levels.isEmpty() || levels.contains(Cell.member(row.word("level")))) return;
        row.refuse(
                "level",
                "schools.level",
                "学段应为 %s",
                "the level is one of: %2$s",
                String.join(
                        "、", levels.stream().map(one -> Cell.title(one).zh()).toList()),
                String.join(" ", levels));
    }

    /** What schools report one by one. */
    public static List<FigureDefinition> definitions(Framework framework) {
        return framework.figures().values().stream()
                .filter(definition -> definition.perSchool() && definition.formula() == null)
                .toList();
    }

    private static List<Column> columns(Framework framework) {
        var columns = new ArrayList<>(List.of(
                Column.required("school", "学校代码", "学校标识码"),
                Column.required("name", "学校名称", "学校"),
                Column.optional("level", "学段"),
                Column.optional("unit", "单位代码")));
        for (var definition : definitions(framework))
            columns.add(Column.optional(
                    definition.code().text(),
                    definition.title().zh(),
                    headed(definition),
                    definition.title().en()));
        return columns;
    }

    private static String headed(FigureDefinition definition) {
        return definition.title().zh() + "（" + definition.unit() + "）";
    }
}
