package pingheng.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;
import pingheng.framework.rule.Clause;
import pingheng.framework.rule.Derivation;
import pingheng.framework.rule.Lacking;
import pingheng.framework.rule.Outcome;
import pingheng.framework.rule.Part;
import pingheng.people.Units;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.TotalResult;
import pingheng.round.Layer;
import pingheng.round.Round;

/**
 * Prints the dossier of a unit for people, in one language. Each line with {@code →} reads {@code name = formula → result}; the
 * names stand above it, so that the score can be computed again from this text.
 */
public final class DossierText {
    private final StringBuilder text = new StringBuilder();
    private final Dossier dossier;
    private final Locale locale;
    private int mark;

    private DossierText(Dossier dossier, Locale locale) {
        this.dossier = dossier;
        this.locale = locale;
    }

    public static String of(Round round, Units units, Dossier dossier, Locale locale) {
        var told = new DossierText(dossier, locale);
        told.head(round, units);
        dossier.points().forEach(told::point);
        return told.text.toString();
    }

    private void head(Round round, Units units) {
        var unit = dossier.result().unit();
        line(0, units.clearName(unit) + "  " + unit.code() + "  " + unit.region());
        line(
                0,
                round.title().in(locale)
                        + (round.official() ? "" : say("　复原稿·非官方", "  (reconstruction, not official)")));
        switch (dossier.result().standing()) {
            case TotalResult.Undecided(var missing) -> {
                line(0, say("尚无总分：", "no total yet:"));
                missing.forEach(one -> line(
                        1,
                        one.code() + "  "
                                + dossier.explanation()
                                        .of(one.why(), one.lacking())
                                        .in(locale)));
            }
            case TotalResult.Total total -> {
                var place = dossier.points().stream()
                        .flatMap(point -> Stream.ofNullable(point.effect()))
                        .findFirst()
                        .map(Dossier.Effect::place)
                        .orElse(0);
                line(0, say("总分 ", "total ") + plain(total.value()) + say("，第 " + place + " 名", ", place " + place));
                total.aspects()
                        .forEach(aspect -> line(
                                1, aspect(aspect) + "  " + plain(aspect.score()) + " / " + plain(aspect.maximum())));
                total.adjustments()
                        .forEach(one -> line(
                                1,
                                one.code() + "  " + plain(one.amount()) + "  "
                                        + one.why().in(locale)));
                if (total.grade() != null) line(1, total.grade().title().in(locale));
            }
        }
    }

    private String aspect(TotalResult.Aspect aspect) {
        return dossier.points().stream()
                .map(of -> of.point().aspect())
                .filter(title -> title.zh().equals(aspect.code()))
                .findFirst()
                .map(this::in)
                .orElse(aspect.code());
    }

    private void point(Dossier.OfPoint of) {
        var point = of.point();
        text.append('\n');
        line(
                0,
                point.code() + "  " + in(point.title()) + "  "
                        + say(point.points() + " 分", point.points() + " points"));
        line(1, say("细则  ", "clause  ") + in(point.clause()));
        of.layers().forEach(this::layer);
        var layers = of.counted().layers().stream().map(this::name).collect(Collectors.joining(" + "));
        line(1, say("计入  ", "counts  ") + layers + "  " + told(of.counted().outcome()));
        var effect = of.effect();
        if (effect == null) return;
        line(
                1,
                say("影响  ", "effect  ")
                        + in(point.aspect()) + " " + plain(effect.aspect().score()) + " / "
                        + plain(effect.aspect().maximum())
                        + say("；总分 ", "; total ") + plain(effect.total())
                        + say("，第 " + effect.place() + " 名", ", place " + effect.place())
                        + say("；此点若满分：总分 ", "; with full marks here: total ") + plain(effect.withFullMarks())
                        + say("，第 " + effect.placeThen() + " 名", ", place " + effect.placeThen()));
    }

    private void layer(Dossier.OfLayer of) {
        var said = of.judgement();
        var how = said == null
                ? say("由数据计算", "computed from figures")
                : in(said.decision().told())
                        + (said.by().isEmpty() ? "" : "  " + said.by())
                        + (said.reason().isEmpty() ? "" : say("  理由：", "  reason: ") + said.reason());
        line(1, "[" + name(of.layer()) + "]  " + how + "  " + told(of.outcome()));
        if (said != null && said.claim() != null) line(2, say("自报  ", "claimed  ") + said.claim());
        if (of.sameAs() != null)
            line(2, say("计算与「" + name(of.sameAs()) + "」相同", "computed as on the layer " + name(of.sameAs())));
        var derivation = of.derivation();
        if (derivation == null) return;
        Part part = null;
        mark = 0;
        for (var entry : derivation.entries()) {
            if (entry instanceof Derivation.Begins(Part begun, boolean _)) {
                part = begun;
                mark = 0;
            }
            entry(entry, of.layer(), part);
        }
    }

    private void entry(Derivation.Entry entry, Layer layer, @Nullable Part part) {
        switch (entry) {
            case Derivation.Begins(Part begun, boolean applies) ->
                line(
                        2,
                        say("分项 ", "part ") + begun.code() + "  "
                                + in(begun.wording().title())
                                + say("　规则  ", "  rule  ") + Clause.of(begun).in(locale)
                                + (applies ? "" : say("（不适用）", " (does not apply)")));
            case Derivation.Figure(Name name, Exact value) -> figure(name, value, layer, part);
            case Derivation.Column(Name name, String member, String formula, var values) ->
                line(
                        3,
                        say("学校  ", "schools  ") + name + "." + (member == null ? "all" : member) + " = ("
                                + values.stream()
                                        .map(value -> value == null ? "—" : value.literal())
                                        .collect(Collectors.joining(", "))
                                + ")" + unit(name) + "  "
                                + (formula == null ? title(name) : formula));
            case Derivation.Step(String name, String formula, Exact value) ->
                line(3, say("计算  ", "step  ") + name + " = " + formula + " → " + value);
            case Derivation.Asked(String name, String formula, boolean holds) ->
                line(3, say("条件  ", "asked  ") + name + " = " + formula + " → " + (holds ? "yes" : "no"));
            case Derivation.Rounded(String formula, Exact exact, BigDecimal score) ->
                line(2, say("舍入  ", "rounded  ") + "point = " + formula + " → " + score.toPlainString());
        }
    }

    private void figure(Name name, Exact value, Layer layer, @Nullable Part part) {
        var given = say("数据  ", "figure  ") + name + " = " + value.literal() + unit(name) + "  ";
        var source = dossier.source(layer, name);
        if (source.isPresent()) {
            var figure = source.get();
            line(
                    3,
                    given
                            + title(name)
                            + say("，", ", ")
                            + figure.period()
                            + (in(figure.source()).isEmpty() ? "" : say("，来源 ", ", source ") + in(figure.source()))
                            + say("，", ", ")
                            + name(figure.layer())
                            + say(" 填报 ", " wrote ")
                            + figure.raw()
                            + (figure.reason().isEmpty() ? "" : say("，理由：", ", reason: ") + figure.reason()));
        } else {
            var items = part == null ? List.<Sentence>of() : part.wording().items();
            var item = name.code().text().startsWith("mark") && mark < items.size() ? in(items.get(mark++)) : "";
            line(3, given + item);
        }
    }

    private String title(Name name) {
        var definition = dossier.figures().framework().figures().get(name.code());
        return definition == null ? "" : in(definition.title());
    }

    /** As literals of the formula language write it: 71234[人], 85%. */
    private static String unit(Name name) {
        var unit = name.traits().unit();
        return unit.bare() ? "" : unit.equals(MeasureUnit.PERCENT) ? "%" : "[" + unit + "]";
    }

    private String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored(BigDecimal score) -> score.toPlainString();
            case Outcome.NotApplicable _ -> say("不适用", "not applicable");
            case Outcome.Undecided(Sentence why, Lacking lacking) ->
                say("未定：", "undecided: ")
                        + dossier.explanation().of(why, lacking).in(locale);
        };
    }

    private String name(Layer layer) {
        return say(layer.zh(), layer.en());
    }

    private String in(Sentence sentence) {
        var said = sentence.in(locale);
        return said.isEmpty() ? sentence.zh() : said;
    }

    private String say(String zh, String en) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }

    private void line(int depth, String words) {
        text.append("  ".repeat(depth)).append(words.stripTrailing()).append('\n');
    }
}
