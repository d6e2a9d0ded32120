package pingheng.duty;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.sheet.OfficeTable;
import pingheng.sheet.SheetRow;
import pingheng.sheet.written.NewWorkbook;
import pingheng.value.BodyId;

/** Responsibility tables as they are handed in and taken out; nothing is changed here. */
@Service
public class DutyTables {
    private static final List<String> HEADING =
            List.of(DutySheet.CODE, DutySheet.POINT, DutySheet.LEAD, DutySheet.COOPERATING, DutySheet.CONTACT, "完成情况");

    private final Duties duties;
    private final Rounds rounds;
    private final People people;
    private final Drafts drafts;

    DutyTables(Duties duties, Rounds rounds, People people, Drafts drafts) {
        this.duties = duties;
        this.rounds = rounds;
        this.people = people;
        this.drafts = drafts;
    }

    /** A table that was read without a finding, and what looks odd about it. */
    public record Read(List<DutyRow> rows, List<Sentence> warnings) {
        /** The same in one spelling, to be handed in once more when it is confirmed. */
        public String text() {
            var text = new StringBuilder(
                    String.join("\t", DutySheet.CODE, DutySheet.LEAD, DutySheet.COOPERATING, DutySheet.CONTACT));
            for (var row : rows)
                text.append('\n')
                        .append(String.join(
                                "\t",
                                row.point().text(),
                                String.join("、", row.lead()),
                                String.join("、", row.cooperating()),
                                row.contact().replaceAll("[\\s\"]+", " ")));
            return text.toString();
        }
    }

    /** Reads a file; refuses it with everything that is wrong. */
    public Read read(HeldRound round, Unit unit, String name, InputStream bytes) {
        var findings = new Findings();
        return read(round, unit, OfficeTable.read(name, bytes, DutySheet.COLUMNS, findings), findings);
    }

    /** Reads what was copied out of a spreadsheet. */
    public Read pasted(HeldRound round, Unit unit, String text) {
        var findings = new Findings();
        return read(round, unit, OfficeTable.pasted(text, DutySheet.COLUMNS, findings), findings);
    }

    private Read read(HeldRound round, Unit unit, List<SheetRow> table, Findings findings) {
        findings.refuse();
        var bodies = people.bodies(unit.code());
        var framework = rounds.framework(round, unit);
        var sheet = new DutySheet(framework, new BodyNames(unit, bodies, framework));
        sheet.take(table);
        findings.refuse();
        if (sheet.rows().isEmpty())
            throw new Refused(
                    Place.file(new Sentence("分工表", "the responsibility table")),
                    "duty.empty",
                    new Sentence("表中没有一个观测点，没有导入", "there is no point in the table, nothing was imported"));

        var warnings = new ArrayList<>(sheet.warnings());
        findings.notes().forEach(note -> warnings.add(note.whole()));
        var byName = bodies.stream().collect(Collectors.toMap(Body::name, Function.identity()));
        var contacts = ContactPosts.of(people, unit);
        for (var row : sheet.rows()) warn(row, byName, contacts, warnings);
        return new Read(List.copyOf(sheet.rows()), warnings);
    }

    private static void warn(DutyRow row, Map<String, Body> bodies, ContactPosts contacts, List<Sentence> warnings) {
        for (var lead : row.lead()) {
            var body = bodies.get(lead);
            if (body == null || row.contact().isEmpty()) continue;
            var known = contacts.names(body.id());
            for (var name : row.contact().split("[、；;，,\\s]+"))
                if (!known.contains(name))
                    warnings.add(Sentence.of(
                            "观测点 %1$s 的联系人「%2$s」没有%3$s的联系人账号，按岗位派给%4$s",
                            "“%2$s”, contact of point %1$s, has no such account at %3$s: the duty goes to %5$s",
                            row.point(),
                            name,
                            lead,
                            known.isEmpty() ? "该单位" : String.join("、", known),
                            known.isEmpty() ? "the body" : String.join(", ", known)));
        }
    }

    /** What the table would change, if it were imported now. */
    public DutyChanges changes(HeldRound round, Unit unit, Read read) {
        var names = people.bodies(unit.code()).stream().collect(Collectors.toMap(Body::id, Body::name));
        var before = duties.of(round, unit).stream().collect(Collectors.groupingBy(Duty::point));
        var after = read.rows().stream().collect(Collectors.toMap(DutyRow::point, Function.identity()));
        var written = drafts.points(round, unit);
        var changes = new ArrayList<DutyChanges.Change>();
        var owed = Duties.owed(rounds.framework(round, unit));
        for (var point : owed) {
            var was = side(before.getOrDefault(point.code(), List.of()), names);
            var row = after.get(point.code());
            var will = row == null
                    ? new DutyChanges.Side("", List.of())
                    : new DutyChanges.Side(String.join("、", row.lead()), row.cooperating());
            if (!was.equals(will))
                changes.add(new DutyChanges.Change(point, was, will, written.contains(point.code())));
        }
        return new DutyChanges(changes, owed.size() - changes.size());
    }

    /** The table as it is, in the layout that is read again. */
    public byte[] workbook(HeldRound round, Unit unit) {
        var names = people.bodies(unit.code()).stream().collect(Collectors.toMap(Body::id, Body::name));
        var contacts = ContactPosts.of(people, unit);
        var byPoint = duties.of(round, unit).stream().collect(Collectors.groupingBy(Duty::point));
        var rows = new ArrayList<List<String>>();
        for (var point : Duties.owed(rounds.framework(round, unit))) {
            var ofPoint = byPoint.getOrDefault(point.code(), List.of());
            var side = side(ofPoint, names);
            var reached = ofPoint.stream()
                    .filter(Duty::leads)
                    .flatMap(duty -> contacts.names(duty.body()).stream())
                    .collect(Collectors.joining("、"));
            rows.add(List.of(
                    point.code().text(),
                    point.title().zh(),
                    side.lead(),
                    String.join("、", side.cooperating()),
                    reached,
                    ""));
        }
        return new NewWorkbook("分工表", List.of(8, 48, 28, 56, 16, 16), Set.of(0)).of(HEADING, rows);
    }

    private static DutyChanges.Side side(List<Duty> duties, Map<BodyId, String> names) {
        var lead = duties.stream()
                .filter(Duty::leads)
                .map(duty -> names.getOrDefault(duty.body(), ""))
                .findFirst()
                .orElse("");
        return new DutyChanges.Side(
                lead,
                duties.stream()
                        .filter(duty -> !duty.leads())
                        .map(duty -> names.getOrDefault(duty.body(), ""))
                        .toList());
    }
}
