package pingheng.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pingheng.deliberation.DeliberationSheet;
import pingheng.figure.FigureSheet;
import pingheng.figure.Figures;
import pingheng.figure.SchoolSheet;
import pingheng.framework.Framework;
import pingheng.framework.table.FrameworkSheets;
import pingheng.people.Level;
import pingheng.people.UnitSheet;
import pingheng.people.Units;
import pingheng.problem.Findings;
import pingheng.problem.Sentence;
import pingheng.result.Evaluation.Invoked;
import pingheng.review.JudgementSheet;
import pingheng.round.Round;
import pingheng.round.table.RoundSheet;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.survey.SurveySheet;
import pingheng.value.UnitCode;

/** Reads the folder of an evaluation as docs/formats.md describes it. */
public final class EvaluationFolder {
    private static final List<Column> TRIGGERED = List.of(
            Column.required("unit", "单位代码"),
            Column.required("code", "代码").holdingCodes(),
            Column.required("reason", "理由"));

    private final Folder folder;
    private final Units units;
    private final Map<Level, Sheets> levels = new EnumMap<>(Level.class);

    private EvaluationFolder(Folder folder, Units units) {
        this.folder = folder;
        this.units = units;
    }

    /** Throws {@code Refused} with every finding; a folder with one is not evaluated. */
    public static Evaluation read(Path directory) {
        return read(directory, new Findings());
    }

    /** As above; what else was noticed about the tables is noted there. */
    public static Evaluation read(Path directory, Findings findings) {
        var folder = Folder.of(directory, findings);
        findings.refuse();
        var round = RoundSheet.read(folder);
        var reader = new EvaluationFolder(folder, UnitSheet.read(folder));
        reader.readFrameworks(round);
        findings.refuse();

        reader.readTables();
        findings.refuse();
        return new Evaluation(round, reader.units, reader.ofLevels());
    }

    private void readFrameworks(Round round) {
        for (var level : Level.EVALUATED) {
            if (units.of(level).isEmpty()) continue;
            var framework = FrameworkSheets.read(folder.folder(level.code()));
            if (framework.settings().level() != level)
                folder.folder(level.code())
                        .refuse(
                                folder.folder(level.code()).place("settings"),
                                "settings.other-level",
                                Sentence.of(
                                        "%s 文件夹里的指标体系写的是 %s",
                                        "the framework in the folder %s says it is for the level %s",
                                        level.code(),
                                        framework.settings().level().code()));
            levels.put(level, new Sheets(framework, round));
        }
    }

    private void readTables() {
        folder.read("figures", FigureSheet.COLUMNS, each((row, of) -> FigureSheet.take(row, of.figures)));
        folder.readWideOptional("schools", SchoolSheet.COLUMNS, each((row, of) -> of.schools.take(row)));
        folder.readOptional("survey", SurveySheet.COLUMNS, each((row, of) -> of.survey.take(row, of.figures)));
        folder.read("judgements", JudgementSheet.COLUMNS, each((row, of) -> of.judgements.take(row)));
        folder.readOptional(
                "deliberation",
                DeliberationSheet.COLUMNS,
                each((row, of) ->
                        of.deliberation.take(row, of.framework.settings().sums().deliberation())));
        folder.readOptional("triggered", TRIGGERED, each((row, of) -> of.invoke(row)));
    }

    private Consumer<SheetRow> each(BiConsumer<SheetRow, Sheets> take) {
        return row -> {
            var sheets = sheets(row);
            if (sheets != null) take.accept(row, sheets);
        };
    }

    private @Nullable Sheets sheets(SheetRow row) {
        var unit = UnitCode.of(row.required("unit")).flatMap(units::find);
        if (unit.isEmpty() && !row.empty("unit"))
            row.refuse(
                    "unit", "units.unknown", "units 表中没有单位 %s", "the table of units has no unit %s", row.word("unit"));
        return unit.map(known -> levels.get(known.level())).orElse(null);
    }

    private Map<Level, Evaluation.OfLevel> ofLevels() {
        var of = new EnumMap<Level, Evaluation.OfLevel>(Level.class);
        levels.forEach((level, sheets) -> of.put(level, sheets.done()));
        return of;
    }

    /** The readers of one level, each with what it has read so far. */
    private static final class Sheets {
        private final Framework framework;
        private final Figures figures;
        private final SchoolSheet schools;
        private final SurveySheet survey = new SurveySheet();
        private final JudgementSheet judgements;
        private final DeliberationSheet deliberation = new DeliberationSheet();
        private final Map<UnitCode, List<Invoked>> invoked = new HashMap<>();

        Sheets(Framework framework, Round round) {
            this.framework = framework;
            this.figures = new Figures(framework, round);
            this.schools = new SchoolSheet(figures);
            this.judgements = new JudgementSheet(framework);
        }

        void invoke(SheetRow row) {
            var code = row.required("code");
            var known = framework.adjustments().stream()
                    .anyMatch(rule -> rule.code().equals(code) && rule.when() == null);
            if (!known && !code.isEmpty())
                row.refuse(
                        "code",
                        "triggered.unknown",
                        "指标体系中没有可由评审认定的调整「%s」",
                        "the framework has no adjustment “%s” that is judged",
                        code);
            var reason = row.required("reason");
            invoked.computeIfAbsent(new UnitCode(row.word("unit")), unit -> new ArrayList<>())
                    .add(new Invoked(code, new Sentence(reason, reason)));
        }

        Evaluation.OfLevel done() {
            return new Evaluation.OfLevel(
                    framework, figures, judgements.judgements(), deliberation.committee(), invoked);
        }
    }
}
