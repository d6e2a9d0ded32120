package pingheng.result.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.FigureValue;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Name;
import pingheng.framework.rule.Clause;
import pingheng.framework.rule.Derivation;
import pingheng.framework.rule.Outcome;
import pingheng.json.Fixed;
import pingheng.json.Json;
import pingheng.problem.Sentence;
import pingheng.result.Dossier;
import pingheng.round.Layer;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** The dossier of a unit as data: clause, figures with source, steps, rounding, layers, effect; docs/formats.md. */
public record DossierFile(String format, UnitCode unit, List<OfPoint> points) {
    private static final String FORMAT = "pingheng-derivation-1";

    /** One point: its clause, its maximum, what each layer said, what counts and what it does. */
    public record OfPoint(
            PointCode point,
            Sentence clause,
            String points,
            List<OfLayer> layers,
            List<String> counts,
            @JsonUnwrapped WrittenOutcome counted,
            @Nullable Effect effect) {}

    /** What a layer said; the derivation is left out where it is that of another layer. */
    public record OfLayer(
            String layer,
            @Nullable String decision,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String by,
            @Nullable Fixed claim,
            @JsonUnwrapped WrittenOutcome outcome,
            @JsonProperty("computed_as") @Nullable String computedAs,
            @Nullable List<Entry> derivation) {}

    /** What the point does to the total and the place, and what full marks on it would do. */
    public record Effect(
            String aspect,
            @JsonProperty("aspect_score") Fixed aspectScore,
            Fixed total,
            int place,
            @JsonProperty("total_with_full_marks") Fixed totalWithFullMarks,
            @JsonProperty("place_with_full_marks") int placeWithFullMarks) {}

    /** One line of a derivation; its first field says what kind of line it is. */
    public sealed interface Entry {}

    /** A part of the rule begins. */
    public record Begins(String part, boolean applies, Sentence rule) implements Entry {}

    /** A figure that went in, and where it is from unless it is a mark, a place or derived. */
    public record Figure(
            String figure,
            String value,
            @JsonUnwrapped @Nullable Source from) implements Entry {}

    /** Where a figure is from. */
    public record Source(
            String raw,
            String period,
            String unit,
            Sentence source,
            String layer,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason) {}

    /** A figure school by school; null for a school that reported none. */
    public record Schools(
            String schools,
            @Nullable String level,
            @Nullable String formula,
            List<@Nullable String> values) implements Entry {}

    /** A number computed. */
    public record Step(String step, String formula, String value) implements Entry {}

    /** A condition asked. */
    public record Asked(String asked, String formula, boolean holds) implements Entry {}

    /** The sum of the parts, rounded once. */
    public record Rounded(String rounded, String exact, Fixed score) implements Entry {}

    /** Writes it to a stream, which is closed. */
    public static void write(Dossier dossier, OutputStream out) {
        Json.MAPPER.writeValue(out, of(dossier));
    }

    static DossierFile of(Dossier dossier) {
        return new DossierFile(
                FORMAT,
                dossier.result().unit().code(),
                dossier.points().stream().map(point -> point(dossier, point)).toList());
    }

    private static OfPoint point(Dossier dossier, Dossier.OfPoint of) {
        return new OfPoint(
                of.point().code(),
                of.point().clause(),
                of.point().points().literal(),
                of.layers().stream().map(layer -> layer(dossier, layer)).toList(),
                of.counted().layers().stream().map(Layer::code).toList(),
                outcome(dossier, of.counted().outcome()),
                of.effect() == null ? null : effect(of.effect()));
    }

    private static Effect effect(Dossier.Effect effect) {
        return new Effect(
                effect.aspect().code(),
                new Fixed(effect.aspect().score()),
                new Fixed(effect.total()),
                effect.place(),
                new Fixed(effect.withFullMarks()),
                effect.placeThen());
    }

    private static OfLayer layer(Dossier dossier, Dossier.OfLayer of) {
        var said = Optional.ofNullable(of.judgement());
        var derivation = of.derivation();
        return new OfLayer(
                of.layer().code(),
                said.map(one -> one.decision().code()).orElse(null),
                said.map(one -> one.reason()).orElse(""),
                said.map(one -> one.by()).orElse(""),
                said.map(one -> one.claim())
                        .map(claim -> new Fixed(claim.points()))
                        .orElse(null),
                outcome(dossier, of.outcome()),
                of.sameAs() == null ? null : of.sameAs().code(),
                derivation == null
                        ? null
                        : derivation.entries().stream()
                                .map(entry -> entry(dossier, of.layer(), entry))
                                .toList());
    }

    private static Entry entry(Dossier dossier, Layer layer, Derivation.Entry entry) {
        return switch (entry) {
            case Derivation.Begins(var part, var applies) -> new Begins(part.code(), applies, Clause.of(part));
            case Derivation.Figure(var name, var value) ->
                new Figure(
                        name.toString(),
                        value.literal(),
                        dossier.source(layer, name)
                                .map(figure -> source(name, figure))
                                .orElse(null));
            case Derivation.Column(var name, var member, var formula, var values) ->
                new Schools(name.toString(), member, formula, literals(values));
            case Derivation.Step(var name, var formula, var value) -> new Step(name, formula, value.literal());
            case Derivation.Asked(var name, var formula, var holds) -> new Asked(name, formula, holds);
            case Derivation.Rounded(var formula, var exact, var score) ->
                new Rounded(formula, exact.literal(), new Fixed(score));
        };
    }

    private static List<@Nullable String> literals(List<@Nullable Exact> values) {
        var literals = new ArrayList<@Nullable String>();
        for (var value : values) literals.add(value == null ? null : value.literal());
        return literals;
    }

    private static Source source(Name name, FigureValue figure) {
        return new Source(
                figure.raw(),
                figure.period().toString(),
                name.traits().unit().toString(),
                figure.source(),
                figure.layer().code(),
                figure.reason());
    }

    /** With what is lacking, in words, where the rule knows. */
    private static WrittenOutcome outcome(Dossier dossier, Outcome outcome) {
        var written = WrittenOutcome.of(outcome);
        return outcome instanceof Outcome.Undecided(var why, var lacking)
                        && !lacking.gaps().isEmpty()
                ? written.lacking(dossier.explanation().of(why, lacking))
                : written;
    }
}
