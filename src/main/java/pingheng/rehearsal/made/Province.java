package pingheng.rehearsal.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.framework.table.FrameworkSheets;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.people.UnitSheet;
import pingheng.people.Units;
import pingheng.problem.Findings;
import pingheng.sheet.Folder;

/** Makes up everything a province reports and judges under the frameworks of a folder; the same seed makes the same bytes. */
public final class Province {
    private static final List<String> AUDIENCES = List.of("society", "teacher", "student");
    private static final int MEMBERS = 9;

    private final Units units;
    private final Chance chance;
    private final Map<Level, Framework> frameworks = new EnumMap<>(Level.class);
    private final Map<Level, MadeFigures> figures = new EnumMap<>(Level.class);

    private Province(Units units, Chance chance) {
        this.units = units;
        this.chance = chance;
    }

    /** Reads round, units, frameworks and the table {@code plausible}; throws {@code Refused} when they are not in order. */
    public static Province read(Path directory, long seed) {
        var findings = new Findings();
        var folder = Folder.of(directory, findings);
        findings.refuse();
        var province = new Province(UnitSheet.read(folder), new Chance(seed));
        findings.refuse();
        for (var level : Level.EVALUATED) province.read(folder, level);
        findings.refuse();
        return province;
    }

    private void read(Folder folder, Level level) {
        if (units.of(level).isEmpty()) return;
        var framework = FrameworkSheets.read(folder.folder(level.code()));
        frameworks.put(level, framework);
        figures.put(level, new MadeFigures(framework, Plausible.read(folder, level), chance));
    }

    /** Writes figures, judgements and deliberation as tsv, and what else the frameworks ask for: schools, survey. */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        table(directory, "figures", "unit\tlayer\tfigure\tmember\tperiod\tvalue\tsource\treason", figureRows());
        if (!of(Level.COUNTY).schoolFigures().isEmpty())
            table(
                    directory,
                    "schools",
                    schoolHeading(),
                    rows(Level.COUNTY, unit -> of(Level.COUNTY).schools(unit)));
        if (surveyed())
            table(
                    directory,
                    "survey",
                    "unit\taudience\tissued\tvalid\tsatisfied\tmostly\tbasically\tdissatisfied\tunknown",
                    rows(Level.COUNTY, this::survey));
        table(
                directory,
                "judgements",
                "unit\tlayer\tpoint\tdecision\tmarks\tscore\tclaim\treason\tby",
                Level.EVALUATED.stream()
                        .flatMap(level -> rows(level, unit -> judgements(level, unit)).stream())
                        .toList());
        table(
                directory,
                "deliberation",
                "unit\tmember\tmark\treason",
                Level.EVALUATED.stream()
                        .flatMap(level -> rows(level, this::deliberation).stream())
                        .toList());
    }

    private boolean surveyed() {
        return frameworks.values().stream()
                .flatMap(framework -> framework.points().stream())
                .anyMatch(point -> point.scoredBy() == Point.ScoredBy.SURVEY);
    }

    private List<List<String>> judgements(Level level, Unit unit) {
        var framework = frameworks.get(level);
        return framework == null ? List.of() : new MadeJudgements(framework, chance).rows(unit);
    }

    private List<List<String>> figureRows() {
        var rows = new ArrayList<List<String>>();
        for (var level : frameworks.keySet()) {
            rows.addAll(rows(level, unit -> of(level).rows(unit)));
            rows.addAll(rows(level, unit -> confirmed(level, unit)));
        }
        return rows;
    }

    /** The province confirms a figure here and there, such as the rate of short-sightedness; both values are kept. */
    private List<List<String>> confirmed(Level level, Unit unit) {
        var rows = new ArrayList<List<String>>();
        var framework = frameworks.get(level);
        if (framework == null) return rows;
        for (var figure : framework.figures().values()) {
            boolean eyes = figure.code().text().contains("myopi")
                    || figure.code().text().contains("short_sighted");
            boolean own = figure.formula() == null
                    && !figure.perSchool()
                    && !figure.code().text().startsWith("survey_");
            var random = chance.about(unit.code(), figure.code(), "confirmed");
            if (!own || !figure.members().isEmpty() || !(eyes && random.nextInt(3) == 0)) continue;
            var value = of(level).confirmed(unit, figure, "", 0, 1 + random.nextDouble() * 0.01);
            rows.add(List.of(
                    unit.code().text(),
                    "province",
                    figure.code().text(),
                    "",
                    figure.period().toString(),
                    value.toPlainString(),
                    "省级核定",
                    "抽样复查核定"));
        }
        return rows;
    }

    private List<List<String>> survey(Unit unit) {
        var rows = new ArrayList<List<String>>();
        double standing = MadeFigures.standing(chance, unit);
        for (var audience : AUDIENCES) {
            var random = chance.about(unit.code(), audience, "survey");
            int issued = 620 + random.nextInt(400);
            int valid = (int) (issued * (0.82 + random.nextDouble() * 0.15));
            int unknown = (int) (valid * random.nextDouble() * 0.06);
            int dissatisfied = (int) (valid * Math.max(0, 0.03 - standing * 0.02 + random.nextDouble() * 0.03));
            int basically = (int) (valid * Math.max(0, 0.10 - standing * 0.05 + random.nextDouble() * 0.06));
            int mostly = (int) (valid * (0.24 + random.nextDouble() * 0.1));
            int satisfied = valid - unknown - dissatisfied - basically - mostly;
            rows.add(List.of(
                    unit.code().text(),
                    audience,
                    "" + issued,
                    "" + valid,
                    "" + satisfied,
                    "" + mostly,
                    "" + basically,
                    "" + dissatisfied,
                    "" + unknown));
        }
        return rows;
    }

    private List<List<String>> deliberation(Unit unit) {
        var rows = new ArrayList<List<String>>();
        double standing = MadeFigures.standing(chance, unit);
        for (int member = 1; member <= MEMBERS; member++) {
            var random = chance.about(unit.code(), "member", member);
            boolean recused = random.nextInt(12) == 0;
            double mark = Math.clamp(Math.round((2.9 + standing * 0.6 + random.nextDouble()) * 2) / 2.0, 0, 5);
            rows.add(List.of(
                    unit.code().text(),
                    "委员" + member,
                    recused ? "recused" : Double.toString(mark),
                    recused ? "联系该区域，回避" : ""));
        }
        return rows;
    }

    private MadeFigures of(Level level) {
        var made = figures.get(level);
        if (made == null) throw new IllegalStateException("no framework for " + level);
        return made;
    }

    private String schoolHeading() {
        var heading = new ArrayList<>(List.of("unit", "school", "name", "level"));
        of(Level.COUNTY)
                .schoolFigures()
                .forEach(figure -> heading.add(figure.code().text()));
        return String.join("\t", heading);
    }

    private List<List<String>> rows(Level level, Function<Unit, List<List<String>>> made) {
        return units.of(level).stream()
                .flatMap(unit -> made.apply(unit).stream())
                .toList();
    }

    private static void table(Path directory, String name, String heading, List<List<String>> rows) throws IOException {
        var text = new StringBuilder(heading).append('\n');
        for (var row : rows) text.append(String.join("\t", row)).append('\n');
        Files.writeString(directory.resolve(name + ".tsv"), text);
    }
}
