package pingheng.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.framework.FigureDefinition;
import pingheng.framework.Framework;
import pingheng.framework.Period;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StoredRow;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.round.Round;
import pingheng.sheet.SheetRow;
import pingheng.text.Folding;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** The figures a unit reports: entered once, used by every point that names them. */
@Service
public class ReportedFigures {
    private final FigureStore store;
    private final People people;
    private final Clock clock;
    private final Map<String, Readings> readings = new ConcurrentHashMap<>();

    ReportedFigures(FigureStore store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    public List<Reported> of(HeldRound round, Unit unit) {
        return store.values(round.id(), unit.code());
    }

    /** The newest version of each figure, withdrawals too. */
    public List<FigureVersion> current(HeldRound round, Unit unit) {
        return store.current(round.id(), unit.code());
    }

    /** What the points of a framework read. */
    public Readings readings(Framework framework) {
        return readings.computeIfAbsent(framework.digest(), digest -> new Readings(framework));
    }

    /** The figures of the unit where formulas find them, as the layers of the round read them. */
    public Figures figures(Round round, Unit unit, Framework framework, List<Reported> reported, List<School> schools) {
        var figures = new Figures(framework, readings(framework).reads(), round.figures(), round.decides());
        for (var value : reported) put(figures, unit.code(), framework, value);
        for (var school : schools) put(figures, unit.code(), framework, school);
        return figures;
    }

    /** Puts everything that these units reported, school by school figures too, where formulas find it. */
    public void put(HeldRound round, Map<UnitCode, Figures> units) {
        store.values(round.id()).forEach((unit, values) -> {
            var into = units.get(unit);
            if (into != null) for (var value : values) put(into, unit, into.framework(), value);
        });
        store.schools(round.id()).forEach((unit, schools) -> {
            var into = units.get(unit);
            if (into != null) for (var school : schools) put(into, unit, into.framework(), school);
        });
    }

    /** What becomes of a cell, on top of the version that was seen. */
    public sealed interface Entry {
        Cell cell();

        String reason();

        Version seen();

        /** A value as it was typed; without a source of its own it keeps the one it has. */
        record Value(Cell cell, String typed, @Nullable String source, String reason, Version seen) implements Entry {}

        /** The value is taken back: nothing is reported any more. */
        record Withdrawal(Cell cell, String reason, Version seen) implements Entry {}
    }

    /** All versions of a figure, the newest of each period and member first. */
    public List<FigureVersion> versions(HeldRound round, Unit unit, FigureDefinition figure) {
        return store.versions(round.id(), unit.code(), figure.code());
    }

    /**
     * Adds a version to one cell, on top of the one that is there now. Refuses what is no such value, in the words of the tables, and
     * who saw another version: both values are told then. What is there already is no new version.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public FigureVersion save(RequestContext context, Framework framework, Entry entry, @Nullable FigureVersion now) {
        if (now != null
                && !now.withdrawn()
                && entry instanceof Entry.Value value
                && value.typed().isBlank())
            throw new Refused(Reason.conflict(
                    "figure.withdraw-or-leave",
                    "此格原为 %1$s，现在是空的，没有保存；要撤回这个数请按「撤回」，否则保留原数",
                    "This was %1$s and is empty now; nothing was saved. Withdraw the figure, or leave it as it was",
                    now.written()));
        var version = version(context.user(), context.unit(), framework, entry, now);
        if (now != null && same(now, version)) return now;
        if (now == null && version.withdrawn())
            throw new Refused(Reason.conflict(
                    "figure.nothing-to-withdraw", "这里没有填过数，无可撤回", "Nothing is reported here that could be withdrawn"));
        if (!entry.seen().equals(now == null ? Version.NONE : now.version())
                || !store.save(context.round().id(), context.unit().code(), version, entry.seen()))
            throw new Refused(changed(
                    context.unit(),
                    newest(context.round(), context.unit(), version).orElse(version),
                    version));
        return version;
    }

    private Optional<FigureVersion> newest(HeldRound round, Unit unit, FigureVersion version) {
        return store.current(round.id(), unit.code()).stream()
                .filter(one -> one.key().equals(version.key()))
                .findFirst();
    }

    private FigureVersion version(
            Visitor visitor, Unit unit, Framework framework, Entry entry, @Nullable FigureVersion now) {
        var cell = entry.cell();
        boolean there = now != null && !now.withdrawn();
        return switch (entry) {
            case Entry.Value(var _, String typed, var source, String reason, Version seen) ->
                new FigureVersion(
                        cell.definition().code(),
                        cell.member(),
                        cell.period().toString(),
                        seen.next(),
                        Folding.word(typed),
                        read(framework, unit, cell, typed, source == null ? "" : source),
                        source != null ? source.strip() : now != null && there ? now.source() : "",
                        reason.strip(),
                        visitor.login(),
                        visitor.post().id(),
                        clock.instant());
            case Entry.Withdrawal(var _, String reason, Version seen) ->
                new FigureVersion(
                        cell.definition().code(),
                        cell.member(),
                        cell.period().toString(),
                        seen.next(),
                        "",
                        null,
                        "",
                        reason.strip(),
                        visitor.login(),
                        visitor.post().id(),
                        clock.instant());
        };
    }

    /** The same text with the same source, or withdrawn both times. */
    private static boolean same(FigureVersion now, FigureVersion then) {
        return now.withdrawn() == then.withdrawn()
                && now.written().equals(then.written())
                && now.source().equals(then.source());
    }

    private Reason changed(Unit unit, FigureVersion other, FigureVersion yours) {
        return Reason.conflict(
                "figure.changed-meanwhile",
                "%1$s 刚刚把这个数改为 %2$s；您填的是 %3$s。请核对后再保存",
                "%1$s has just written %4$s here; yours was %5$s. Compare, then save again",
                people.names(unit.code()).getOrDefault(other.person(), "—"),
                other.withdrawn() ? "（撤回）" : other.written(),
                yours.withdrawn() ? "（撤回）" : yours.written(),
                other.withdrawn() ? "(withdrawn)" : other.written(),
                yours.withdrawn() ? "(withdrawn)" : yours.written());
    }

    private BigDecimal read(Framework framework, Unit unit, Cell cell, String typed, String source) {
        var findings = new Findings();
        var cells = new LinkedHashMap<String, String>();
        cells.put("unit", unit.code().text());
        cells.put("figure", cell.definition().code().text());
        cells.put("member", cell.member());
        cells.put("period", cell.period().toString());
        cells.put("value", typed);
        cells.put("source", source);
        var figures = new Figures(framework, readings(framework).reads());
        FigureSheet.take(SheetRow.typed(Place.file(cell.definition().title()), cells, findings), figures);
        findings.refuse();
        return figures.scope(unit.code(), Layer.SELF)
                .number(figures.name(cell.definition().code(), cell.member(), cell.back()))
                .rounded(20)
                .stripTrailingZeros();
    }

    private static void put(Figures figures, UnitCode unit, Framework framework, Reported value) {
        var definition = framework.figures().get(value.figure());
        if (definition == null || definition.formula() != null || definition.perSchool()) return;
        var unreadable = unreadable(definition, value);
        if (unreadable.isPresent()) {
            var row = row(definition, value);
            figures.unreadable(unit, Layer.SELF, value.figure(), row.unreadable(unreadable.get()));
            return;
        }
        var period = Period.parse(value.period());
        int back = 0;
        while (!definition.period().earlier(back).equals(period)) back++;
        var source = value.source().isEmpty() ? definition.source() : new Sentence(value.source(), value.source());
        figures.put(
                unit,
                value.figure(),
                value.member().isEmpty() ? null : value.member(),
                back,
                new FigureValue(Exact.of(value.value()), value.written(), period, source, Layer.SELF, ""));
    }

    /** Why a row is no value of the figure: its period, its member or the value itself. */
    private static Optional<Sentence> unreadable(FigureDefinition definition, Reported value) {
        try {
            var period = Period.parse(value.period());
            boolean other = IntStream.rangeClosed(0, definition.previous())
                    .noneMatch(back -> definition.period().earlier(back).equals(period));
            boolean member = definition.members().isEmpty()
                    ? value.member().isEmpty()
                    : definition.members().contains(value.member());
            if (other || !member)
                return Optional.of(Sentence.of("指标体系不收「%s」", "the framework asks for no “%s”", value.key()));
            return FigureReader.whyNot(definition, value.value()).map(Reason::sentence);
        } catch (Malformed malformed) {
            return Optional.of(malformed.sentence());
        }
    }

    private static void put(Figures figures, UnitCode unit, Framework framework, School school) {
        var names = framework.formulas().ofSchools();
        @Nullable Exact[] values = new Exact[names.size()];
        for (var name : names) {
            var value = school.values().get(name.code());
            var definition = framework.figures().get(name.code());
            if (value == null || definition == null) continue;
            if (!definition.members().isEmpty() && !definition.members().contains(school.level()))
                unreadable(figures, unit, school, Sentence.of("没有学段「%s」", "there is no level “%s”", school.level()));
            FigureReader.whyNot(definition, value).ifPresent(why -> unreadable(figures, unit, school, why.sentence()));
            values[name.slot()] = Exact.of(value);
        }
        figures.put(unit, school, Arrays.asList(values));
    }

    /** The row by what people call the figure; its member and period are told as they stand there. */
    private static StoredRow row(FigureDefinition definition, Reported value) {
        var member =
                value.member().isEmpty() ? "" : "（" + Cell.title(value.member()).zh() + "）";
        var english = value.member().isEmpty()
                ? ""
                : " (" + Cell.title(value.member()).en() + ")";
        return new StoredRow(
                "「数据 %s%s %s」".formatted(definition.title().zh(), member, value.period()),
                "figure %s%s %s".formatted(definition.title().en(), english, value.period()));
    }

    private static void unreadable(Figures figures, UnitCode unit, School school, Sentence why) {
        var row = new StoredRow("「学校 %s」".formatted(school.title()), "school %s".formatted(school.title()));
        figures.unreadableSchool(unit, row.unreadable(why));
    }
}
