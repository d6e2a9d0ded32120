package pingheng.duty;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import pingheng.app.App;
import pingheng.framework.Framework;
import pingheng.framework.table.FrameworkSheets;
import pingheng.people.Body;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.problem.Finding;
import pingheng.problem.Findings;
import pingheng.sheet.Folder;
import pingheng.sheet.OfficeTable;
import pingheng.value.BodyId;
import pingheng.value.UnitCode;

/** A responsibility table as an office of Panyu hands it in, and what reading it gives. */
final class Given {
    static final Framework FRAMEWORK = FrameworkSheets.read(Folder.of(App.PROVINCE.resolve("county"), new Findings()));
    static final Unit UNIT = new Unit(App.PANYU, "番禺区", Level.COUNTY, new UnitCode("440100"), "珠三角");
    static final List<Body> BODIES = bodies();

    final Findings findings = new Findings();
    private final DutySheet sheet = new DutySheet(FRAMEWORK, new BodyNames(UNIT, BODIES, FRAMEWORK));

    static Given text(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A heading of code, lead and cooperating, and these rows. */
    static Given rows(String... rows) {
        return text("分工表.tsv", "编号\t牵头单位\t配合单位\n" + String.join("\n", rows));
    }

    static Given file(String name, byte[] bytes) {
        var given = new Given();
        given.sheet.take(OfficeTable.read(name, new ByteArrayInputStream(bytes), DutySheet.COLUMNS, given.findings));
        return given;
    }

    static byte[] workbook(Consumer<Worksheet> sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            sheet.accept(workbook.newWorksheet("附件"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    /** The workbook with a text of its first sheet replaced, as no spreadsheet would write it. */
    static byte[] changed(byte[] workbook, String text, String by) {
        try {
            var file = Files.createTempFile("pingheng", ".xlsx");
            Files.write(file, workbook);
            try (var zip = FileSystems.newFileSystem(file)) {
                var sheet = zip.getPath("xl/worksheets/sheet1.xml");
                Files.writeString(sheet, Files.readString(sheet).replace(text, by));
            }
            var changed = Files.readAllBytes(file);
            Files.delete(file);
            return changed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The body that leads a point of Panyu. */
    static Optional<BodyId> lead(App app, String point) {
        return app.bean(Duties.class).of(app.round(), app.panyu()).stream()
                .filter(duty -> duty.leads() && duty.point().text().equals(point))
                .map(Duty::body)
                .findFirst();
    }

    /** Each point as code: lead < those who cooperate. */
    List<String> read() {
        return sheet.rows().stream()
                .map(row ->
                        row.point() + ": " + String.join("+", row.lead()) + " < " + String.join("+", row.cooperating()))
                .toList();
    }

    /** Row, column and code of each finding. */
    List<String> found() {
        return findings.kept().stream()
                .map(one -> one.place().row() + " " + one.place().column() + " " + one.code())
                .toList();
    }

    List<String> told() {
        return findings.kept().stream().map(Finding::told).toList();
    }

    List<String> warnings() {
        return sheet.warnings().stream()
                .map(sentence -> sentence.zh() + "\n    " + sentence.en())
                .toList();
    }

    List<String> contacts() {
        return sheet.rows().stream().map(DutyRow::contact).toList();
    }

    private static List<Body> bodies() {
        try {
            var bodies = new ArrayList<Body>();
            for (var line : Files.readAllLines(App.PROVINCE.resolve("cast/bodies.tsv"))) {
                var cells = line.split("\t", -1);
                if (!cells[0].equals(App.PANYU.text())) continue;
                bodies.add(new Body(
                        new BodyId(bodies.size() + 1),
                        new UnitCode(cells[0]),
                        cells[1],
                        cells[2],
                        cells[3],
                        cells[4].equals("yes"),
                        cells[5].equals("yes")));
            }
            return bodies;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
