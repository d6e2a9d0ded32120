package pingheng.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.framework.Framework;
import pingheng.framework.Period;
import pingheng.framework.formula.Exact;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.sheet.Row;

/** The figures a unit reports: entered once, used by every point that names them. */
@Service
public class ReportedFigures {
    private final FigureStore store;
    private final Clock clock;
    private final Map<String, Readings> readings = new ConcurrentHashMap<>();

    ReportedFigures(FigureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Reported> of(HeldRound round, Unit unit) {
        return store.values(round.id(), unit.code());
    }

    /** What the points of a framework read. */
    public Readings readings(Framework framework) {
        return readings.computeIfAbsent(framework.digest(), digest -> new Readings(framework));
    }

    /** The figures of the unit where formulas find them. */
    public Figures figures(Unit unit, Framework framework, List<Reported> reported, List<School> schools) {
        var figures = new Figures(framework, readings(framework).reads());
        for (var value : reported) put(figures, unit.code(), framework, value);
        for (var school : schools) put(figures, unit.code(), framework, school);
        return figures;
    }

    /** Puts everything that these units reported, school by school figures too, where formulas find it. */
    public void put(HeldRound round, Map<String, Figures> units) {
        store.values(round.id()).forEach((unit, values) -> {
            var into = units.get(unit);
            if (into != null) for (var value : values) put(into, unit, into.framework(), value);
        });
        store.schools(round.id()).forEach((unit, schools) -> {
            var into = units.get(unit);
            if (into != null) for (var school : schools) put(into, unit, into.framework(), school);
        });
    }

    /**
     * Saves one cell, as it was typed. Refuses what is no such value, in the words of the tables, and a version that is not the newest:
     * both values are told then.
     */
    @Transactional
    public Reported save(
            Visitor visitor,
            HeldRound round,
            Unit unit,
            Framework framework,
            Cell cell,
            String typed,
            String source,
            int seen) {
        var value = read(framework, unit, cell, typed, source);
        var reported = new Reported(
                cell.definition().code(),
                cell.member(),
                cell.period().toString(),
                typed.strip(),
                value,
                source.strip(),
                seen + 1,
                visitor.login(),
                clock.instant());
        if (!store.save(round.id(), unit.code(), reported, seen)) {
            var other = of(round, unit).stream()
                    .filter(one -> one.key().equals(reported.key()))
                    .findFirst()
                    .orElse(reported);
            throw new Refused(Reason.conflict(
                    "figure.changed-meanwhile",
                    "%1$s 刚刚把这个数改为 %2$s；您填的是 %3$s。请核对后再保存",
                    "%1$s has just written %2$s here; yours was %3$s. Compare, then save again",
                    other.person(),
                    other.written(),
                    typed.strip()));
        }
        return reported;
    }

    private BigDecimal read(Framework framework, Unit unit, Cell cell, String typed, String source) {
        var findings = new Findings();
        var cells = new LinkedHashMap<String, String>();
        cells.put("unit", unit.code());
        cells.put("figure", cell.definition().code());
        cells.put("member", cell.member());
        cells.put("period", cell.period().toString());
        cells.put("value", typed);
        cells.put("source", source);
        var figures = new Figures(framework, readings(framework).reads());
        FigureSheet.take(Row.typed(Place.file(cell.definition().title().zh()), cells, findings), figures);
        findings.refuse();
        return figures.scope(unit.code(), Layer.SELF)
                .number(figures.name(cell.definition().code(), cell.member(), cell.back()))
                .rounded(20)
                .stripTrailingZeros();
    }

    private static void put(Figures figures, String unit, Framework framework, Reported value) {
        var definition = framework.figures().get(value.figure());
        if (definition == null) return;
        var period = Period.parse(value.period());
        int back = 0;
        while (back < definition.previous()
                && !definition.period().earlier(back).equals(period)) back++;
        var source = value.source().isEmpty() ? definition.source() : new Sentence(value.source(), value.source());
        figures.put(
                unit,
                value.figure(),
                value.member().isEmpty() ? null : value.member(),
                back,
                new FigureValue(Exact.of(value.value()), value.written(), period, source, Layer.SELF, ""));
    }

    private static void put(Figures figures, String unit, Framework framework, School school) {
        var names = framework.formulas().ofSchools();
        @Nullable Exact[] values = new Exact[names.size()];
        for (var name : names) {
            var value = school.values().get(name.code());
            if (value != null) values[name.slot()] = Exact.of(value);
        }
        figures.put(unit, school.level().isEmpty() ? null : school.level(), Arrays.asList(values));
    }
}
