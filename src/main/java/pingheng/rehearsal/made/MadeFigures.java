package pingheng.rehearsal.made;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.FigureDefinition;
import pingheng.framework.FigureDefinition.Type;
import pingheng.framework.Framework;
import pingheng.people.Unit;
import pingheng.value.FigureCode;

/** Makes up the figures of the units of one level. */
final class MadeFigures {
    private static final int SIGNIFICANT_DECIMALS = 2;

    private final Framework framework;
    private final Map<String, Plausible> plausible;
    private final Chance chance;

    MadeFigures(Framework framework, Map<String, Plausible> plausible, Chance chance) {
        this.framework = framework;
        this.plausible = plausible;
        this.chance = chance;
    }

    /** How well a unit does on the whole, between -1 and 1; the regions differ a little. */
    static double standing(Chance chance, Unit unit) {
        var lead = Map.of("珠三角", 0.25, "粤东", -0.1, "粤西", -0.05, "粤北", 0.0).getOrDefault(unit.region(), 0.0);
        return Math.clamp(lead + Chance.swing(chance.about(unit.code(), "standing")) * 0.8, -1, 1);
    }

    /** The rows unit, layer, figure, member, period, value, source, reason. */
    List<List<String>> rows(Unit unit) {
        var rows = new ArrayList<List<String>>();
        for (var figure : framework.figures().values()) {
            if (figure.formula() != null
                    || figure.perSchool()
                    || figure.code().text().startsWith("survey_")) continue;
            var members = figure.members().isEmpty() ? List.of("") : figure.members();
            for (var member : members)
                for (int back = 0; back <= figure.previous(); back++)
                    rows.add(List.of(
                            unit.code().text(),
                            "",
                            figure.code().text(),
                            member,
                            figure.period().earlier(back).toString(),
                            value(unit, figure, member, back, new HashMap<>()).toPlainString(),
                            "",
                            ""));
        }
        return rows;
    }

    /** Rows of schools: unit, school, name, level, then the figures in the order of {@link #schoolFigures}. */
    List<List<String>> schools(Unit unit) {
        var rows = new ArrayList<List<String>>();
        var figures = schoolFigures();
        if (figures.isEmpty()) return rows;
        var random = chance.about(unit.code(), "schools");
        var counts = Map.of("primary", 6 + random.nextInt(7), "junior", 3 + random.nextInt(4));
        for (var level : figures.getFirst().members())
            for (int i = 1; i <= counts.getOrDefault(level, 3); i++) {
                var school = "%s-%s-%02d".formatted(unit.code(), level, i);
                var row = new ArrayList<>(List.of(unit.code().text(), school, name(level, i), level));
                var known = new HashMap<String, BigDecimal>();
                for (var figure : figures)
                    row.add(made(figure, level, 0, known, school, 0).toPlainString());
                rows.add(row);
            }
        return rows;
    }

    List<FigureDefinition> schoolFigures() {
        return framework.figures().values().stream()
                .filter(figure -> figure.perSchool() && figure.formula() == null)
                .toList();
    }

    /** A value near the one a unit reports, for a layer that confirms it: a little worse. */
    BigDecimal confirmed(Unit unit, FigureDefinition figure, String member, int back, double factor) {
        var reported = value(unit, figure, member, back, new HashMap<>());
        return shaped(figure, reported.doubleValue() * factor);
    }

    private BigDecimal value(
            Unit unit, FigureDefinition figure, String member, int back, Map<String, BigDecimal> known) {
        return made(figure, member, back, known, unit.code().text(), standing(chance, unit));
    }

    private BigDecimal made(
            FigureDefinition figure,
            @Nullable String member,
            int back,
            Map<String, BigDecimal> known,
            String whose,
            double standing) {
        var key = Plausible.key(figure.code(), member);
        var before = known.get(key + back);
        if (before != null) return before;

        var model = plausible.getOrDefault(key, plausible.get(figure.code().text()));
        if (model == null) throw new IllegalStateException("nothing plausible for " + key);
        double whole = model.of().isEmpty()
                ? 1
                : of(model.of(), member, back, known, whose, standing).doubleValue();
        double swing = 0.55 * standing + 0.45 * Chance.swing(chance.about(whose, key));
        double yearly = Chance.swing(chance.about(whose, key, back)) * Math.abs(model.spread()) * 0.15;
        double number = whole * model.base() * (1 + model.spread() * swing + yearly) * Math.pow(model.drift(), back);
        var value = shaped(figure, model.share() ? Math.min(number, whole) : number);
        known.put(key + back, value);
        return value;
    }

    private BigDecimal of(
            String of,
            @Nullable String member,
            int back,
            Map<String, BigDecimal> known,
            String whose,
            double standing) {
        int dot = of.indexOf('.');
        var figure = framework.figures().get(dot < 0 ? new FigureCode(of) : new FigureCode(of.substring(0, dot)));
        if (figure == null) throw new IllegalStateException("no figure " + of);
        var other = dot >= 0 ? of.substring(dot + 1) : figure.members().isEmpty() && !figure.perSchool() ? "" : member;
        return made(figure, other, Math.min(back, figure.previous()), known, whose, standing);
    }

    private static BigDecimal shaped(FigureDefinition figure, double number) {
        var value = BigDecimal.valueOf(Math.max(0, number));
        if (figure.type() == Type.YESNO) return number >= 0.5 ? BigDecimal.ONE : BigDecimal.ZERO;
        var rounded = value.setScale(figure.type() == Type.COUNT ? 0 : SIGNIFICANT_DECIMALS, RoundingMode.HALF_UP);
        if (!figure.positive() || rounded.signum() > 0) return rounded;
        return figure.type() == Type.COUNT ? BigDecimal.ONE : new BigDecimal("0.01");
    }

    private static String name(String level, int number) {
        return (level.equals("junior") ? "示例第%d初级中学" : "示例第%d小学").formatted(number);
    }
}
