package pingheng.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import pingheng.framework.Publication;
import pingheng.framework.rule.Outcome;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.arithmetic.Standing;
import pingheng.round.Layer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The whole result as {@code result.json}: decimals as strings, always in the same order; docs/formats.md. */
public final class ResultFile {
    private final JsonGenerator json;

    private ResultFile(JsonGenerator json) {
        this.json = json;
    }

    /** Writes to the stream and leaves it open. */
    public static void write(Evaluation evaluation, Map<Level, LevelResult> results, OutputStream out)
            throws IOException {
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            new ResultFile(json).whole(evaluation, results);
        }
        out.write('\n');
    }

    /** The same as a text. */
    public static String text(Evaluation evaluation, Map<Level, LevelResult> results) {
        var out = new ByteArrayOutputStream();
        try {
            write(evaluation, results, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void whole(Evaluation evaluation, Map<Level, LevelResult> results) {
        var round = evaluation.round();
        json.writeStartObject();
        json.writeStringProperty("format", "pingheng-result-1");
        json.writeStringProperty("round", round.code());
        sentence("title", round.title());
        json.writeBooleanProperty("official", round.official());
        json.writeStringProperty("decides", round.decides().code());
        json.writeStringProperty("onsite", round.onsite().code());
        json.writeArrayPropertyStart("levels");
        results.forEach((level, result) -> level(evaluation, level, result));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void level(Evaluation evaluation, Level level, LevelResult result) {
        var framework = result.framework();
        json.writeStartObject();
        json.writeStringProperty("level", level.code());
        json.writeStringProperty("framework", framework.settings().code());
        json.writeNumberProperty("version", framework.settings().version());
        // a result by rules 1 stays byte for byte what it was before there were others
        if (framework.settings().rules() > 1)
            json.writeNumberProperty("rules", framework.settings().rules());
        json.writeStringProperty("digest", framework.digest());
        json.writeBooleanProperty("published", framework.publication() instanceof Publication.Published);
        json.writeArrayPropertyStart("units");
        for (var unit : result.units()) unit(evaluation, result, unit);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void unit(Evaluation evaluation, LevelResult result, UnitResult of) {
        json.writeStartObject();
        json.writeStringProperty("code", of.unit().code());
        json.writeStringProperty("name", evaluation.divisions().clearName(of.unit()));
        json.writeStringProperty("region", of.unit().region());
        switch (of.standing()) {
            case Standing.Total total -> total(result, of, total);
            case Standing.Undecided(var missing) -> {
                json.writeArrayPropertyStart("undecided");
                for (var point : missing) {
                    json.writeStartObject();
                    json.writeStringProperty("code", point.code());
                    sentence("why", point.why());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        }
        json.writeArrayPropertyStart("points");
        of.points().forEach(this::point);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void total(LevelResult result, UnitResult of, Standing.Total total) {
        json.writeStringProperty("total", total.value().toPlainString());
        json.writeNumberProperty("place", result.place(of.unit()));
        if (total.grade() != null) sentence("grade", total.grade().title());
        json.writeArrayPropertyStart("aspects");
        for (var aspect : total.aspects()) {
            json.writeStartObject();
            json.writeStringProperty("aspect", aspect.code());
            json.writeStringProperty("score", aspect.score().toPlainString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("adjustments");
        for (var adjustment : total.adjustments()) {
            json.writeStartObject();
            json.writeStringProperty("code", adjustment.code());
            json.writeStringProperty("amount", adjustment.amount().toPlainString());
            sentence("why", adjustment.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void point(UnitResult.OfPoint of) {
        json.writeStartObject();
        json.writeStringProperty("point", of.point().code());
        outcome(of.counted().outcome());
        json.writeArrayPropertyStart("counts");
        of.counted().layers().forEach(layer -> json.writeString(layer.code()));
        json.writeEndArray();
        json.writeObjectPropertyStart("layers");
        for (var layer : Layer.values()) {
            var outcome = of.judged().by(layer);
            if (outcome == null) continue;
            json.writeObjectPropertyStart(layer.code());
            outcome(outcome);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void outcome(Outcome outcome) {
        switch (outcome) {
            case Outcome.Scored(var score) -> json.writeStringProperty("score", score.toPlainString());
            case Outcome.NotApplicable _ -> json.writeBooleanProperty("not_applicable", true);
            case Outcome.Undecided(var why, var _) -> sentence("undecided", why);
        }
    }

    private void sentence(String name, Sentence sentence) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("zh", sentence.zh());
        json.writeStringProperty("en", sentence.en());
        json.writeEndObject();
    }
}
