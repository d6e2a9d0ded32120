package pingheng.result;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.figure.FigureValue;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Name;
import pingheng.framework.rule.Clause;
import pingheng.framework.rule.Derivation;
import pingheng.framework.rule.Lacking;
import pingheng.framework.rule.Outcome;
import pingheng.framework.rule.Part;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The dossier of a unit as data: clause, figures with source, steps, rounding, layers, effect; docs/formats.md. */
final class DossierFile {
    private final JsonGenerator json;
    private final Dossier dossier;

    private DossierFile(JsonGenerator json, Dossier dossier) {
        this.json = json;
        this.dossier = dossier;
    }

    static void write(Dossier dossier, OutputStream out) throws IOException {
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            new DossierFile(json, dossier).whole();
        }
        out.write('\n');
    }

    private void whole() {
        json.writeStartObject();
        json.writeStringProperty("format", "pingheng-derivation-1");
        json.writeStringProperty("unit", dossier.result().unit().code());
        json.writeArrayPropertyStart("points");
        dossier.points().forEach(this::point);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void point(Dossier.OfPoint of) {
        json.writeStartObject();
        json.writeStringProperty("point", of.point().code());
        sentence("clause", of.point().clause());
        json.writeStringProperty("points", of.point().points().literal());
        json.writeArrayPropertyStart("layers");
        of.layers().forEach(this::layer);
        json.writeEndArray();
        json.writeArrayPropertyStart("counts");
        of.counted().layers().forEach(layer -> json.writeString(layer.code()));
        json.writeEndArray();
        outcome(of.counted().outcome());
        if (of.effect() != null) effect(of.effect());
        json.writeEndObject();
    }

    private void effect(Dossier.Effect effect) {
        json.writeObjectPropertyStart("effect");
        json.writeStringProperty("aspect", effect.aspect().code());
        json.writeStringProperty("aspect_score", effect.aspect().score().toPlainString());
        json.writeStringProperty("total", effect.total().toPlainString());
        json.writeNumberProperty("place", effect.place());
        json.writeStringProperty("total_with_full_marks", effect.withFullMarks().toPlainString());
        json.writeNumberProperty("place_with_full_marks", effect.placeThen());
        json.writeEndObject();
    }

    private void layer(Dossier.OfLayer of) {
        json.writeStartObject();
        json.writeStringProperty("layer", of.layer().code());
        var said = of.judgement();
        if (said != null) {
            json.writeStringProperty("decision", said.decision().code());
            optional("reason", said.reason());
            optional("by", said.by());
            if (said.claim() != null)
                json.writeStringProperty("claim", said.claim().toPlainString());
        }
        outcome(of.outcome());
        if (of.sameAs() != null)
            json.writeStringProperty("computed_as", of.sameAs().code());
        if (of.derivation() != null) entries(of.derivation().entries(), of.layer());
        json.writeEndObject();
    }

    private void entries(List<Derivation.Entry> entries, Layer layer) {
        json.writeArrayPropertyStart("derivation");
        for (var entry : entries) {
            json.writeStartObject();
            entry(entry, layer);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void entry(Derivation.Entry entry, Layer layer) {
        switch (entry) {
            case Derivation.Begins(Part part, boolean applies) -> {
                json.writeStringProperty("part", part.code());
                json.writeBooleanProperty("applies", applies);
                sentence("rule", Clause.of(part));
            }
            case Derivation.Figure(Name name, Exact value) -> {
                json.writeStringProperty("figure", name.toString());
                json.writeStringProperty("value", value.literal());
                dossier.source(layer, name).ifPresent(figure -> source(name, figure));
            }
            case Derivation.Column(Name name, String member, String formula, var values) ->
                column(name, member, formula, values);
            case Derivation.Step(String name, String formula, Exact value) -> {
                json.writeStringProperty("step", name);
                json.writeStringProperty("formula", formula);
                json.writeStringProperty("value", value.literal());
            }
            case Derivation.Asked(String name, String formula, boolean holds) -> {
                json.writeStringProperty("asked", name);
                json.writeStringProperty("formula", formula);
                json.writeBooleanProperty("holds", holds);
            }
            case Derivation.Rounded(String formula, Exact exact, BigDecimal score) -> {
                json.writeStringProperty("rounded", formula);
                json.writeStringProperty("exact", exact.literal());
                json.writeStringProperty("score", score.toPlainString());
            }
        }
    }

    private void column(Name name, @Nullable String member, @Nullable String formula, List<@Nullable Exact> values) {
        json.writeStringProperty("schools", name.toString());
        if (member != null) json.writeStringProperty("level", member);
        if (formula != null) json.writeStringProperty("formula", formula);
        json.writeArrayPropertyStart("values");
        for (var value : values) {
            if (value == null) json.writeNull();
            else json.writeString(value.literal());
        }
        json.writeEndArray();
    }

    private void source(Name name, FigureValue figure) {
        json.writeStringProperty("raw", figure.raw());
        json.writeStringProperty("period", figure.period().toString());
        json.writeStringProperty("unit", name.traits().unit().toString());
        sentence("source", figure.source());
        json.writeStringProperty("layer", figure.layer().code());
        optional("reason", figure.reason());
    }

    private void outcome(Outcome outcome) {
        switch (outcome) {
            case Outcome.Scored(BigDecimal score) -> json.writeStringProperty("score", score.toPlainString());
            case Outcome.NotApplicable _ -> json.writeBooleanProperty("not_applicable", true);
            case Outcome.Undecided(Sentence why, Lacking lacking) -> {
                sentence("undecided", why);
                if (!lacking.gaps().isEmpty())
                    sentence("lacking", dossier.explanation().of(why, lacking));
            }
        }
    }

    private void optional(String name, String text) {
        if (!text.isEmpty()) json.writeStringProperty(name, text);
    }

    private void sentence(String name, Sentence sentence) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("zh", sentence.zh());
        json.writeStringProperty("en", sentence.en());
        json.writeEndObject();
    }
}
