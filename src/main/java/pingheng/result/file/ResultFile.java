package pingheng.result.file;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Publication;
import pingheng.json.Fixed;
import pingheng.json.Json;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.result.Evaluation;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.UnitResult;
import pingheng.result.arithmetic.TotalResult;
import pingheng.round.Layer;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

/** The whole result as it is written in {@code result.json} and kept with a release; docs/formats.md. */
public record ResultFile(
        String format,
        RoundCode round,
        Sentence title,
        boolean official,
        String decides,
        String onsite,
        List<OfLevel> levels) {
    private static final String FORMAT = "pingheng-result-1";

    /** The result of one level; {@code rules} is left out where it is 1, as it was before there were others. */
    public record OfLevel(
            String level,
            String framework,
            int version,
            @Nullable Integer rules,
            String digest,
            boolean published,
            List<OfUnit> units) {}

    /** One unit: its total, place and grade with what adds up to them, or what is undecided; and each point. */
    public record OfUnit(
            UnitCode code,
            String name,
            String region,
            @Nullable Fixed total,
            @Nullable Integer place,
            @Nullable Sentence grade,
            @Nullable List<OfAspect> aspects,
            @Nullable List<OfAdjustment> adjustments,
            @Nullable List<Open> undecided,
            List<OfPoint> points) {}

    /** The sum of an aspect. */
    public record OfAspect(String aspect, Fixed score) {}

    /** A step between the sum of the aspects and the total. */
    public record OfAdjustment(String code, Fixed amount, Sentence why) {}

    /** A point, or the deliberation, without which there is no total. */
    public record Open(String code, Sentence why) {}

    /** What counts for a point, from which layers, and what each layer said. */
    public record OfPoint(
            PointCode point,
            @JsonUnwrapped WrittenOutcome counted,
            List<String> counts,
            Map<String, WrittenOutcome> layers) {}

    static ResultFile of(Evaluation evaluation, Map<Level, LevelResult> results) {
        var round = evaluation.round();
        var levels = new ArrayList<OfLevel>();
        results.forEach((level, result) -> levels.add(level(evaluation, level, result)));
        return new ResultFile(
                FORMAT,
                round.code(),
                round.title(),
                round.official(),
                round.decides().code(),
                round.onsite().code(),
                levels);
    }

    /** Writes it to a stream, which is closed. */
    public static void write(Evaluation evaluation, Map<Level, LevelResult> results, OutputStream out) {
        Json.MAPPER.writeValue(out, of(evaluation, results));
    }

    /** The text that a release keeps and its digest is of: what is written to a file, and the end of the line. */
    public static String text(Evaluation evaluation, Map<Level, LevelResult> results) {
        var out = new ByteArrayOutputStream();
        write(evaluation, results, out);
        out.write('\n');
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was written, by this program or an earlier one. */
    public static ResultFile read(String text) {
        return Json.MAPPER.readValue(text, ResultFile.class);
    }

    private static OfLevel level(Evaluation evaluation, Level level, LevelResult result) {
        var framework = result.framework();
        int rules = framework.settings().rules();
        return new OfLevel(
                level.code(),
                framework.settings().code(),
                framework.settings().version(),
                rules > 1 ? rules : null,
                framework.digest(),
                framework.publication() instanceof Publication.Published,
                new OneByOne<>(result.units(), unit -> unit(evaluation, result, unit)));
    }

    private static OfUnit unit(Evaluation evaluation, LevelResult result, UnitResult of) {
        var code = of.unit().code();
        var name = evaluation.units().clearName(of.unit());
        var region = of.unit().region();
        var points = of.points().stream().map(ResultFile::point).toList();
        return switch (of.standing()) {
            case TotalResult.Total total ->
                new OfUnit(
                        code,
                        name,
                        region,
                        new Fixed(total.value()),
                        result.place(of.unit()),
                        total.grade() == null ? null : total.grade().title(),
                        total.aspects().stream().map(ResultFile::aspect).toList(),
                        adjustments(total),
                        null,
                        points);
            case TotalResult.Undecided(var missing) ->
                new OfUnit(code, name, region, null, null, null, null, null, open(missing), points);
        };
    }

    private static OfAspect aspect(TotalResult.Aspect aspect) {
        return new OfAspect(aspect.code(), new Fixed(aspect.score()));
    }

    private static List<OfAdjustment> adjustments(TotalResult.Total total) {
        return total.adjustments().stream()
                .map(step -> new OfAdjustment(step.code(), new Fixed(step.amount()), step.why()))
                .toList();
    }

    private static List<Open> open(List<TotalResult.Missing> missing) {
        return missing.stream().map(one -> new Open(one.code(), one.why())).toList();
    }

    private static OfPoint point(UnitResult.OfPoint of) {
        var layers = new LinkedHashMap<String, WrittenOutcome>();
        for (var layer : Layer.values()) {
            var outcome = of.judged().by(layer);
            if (outcome != null) layers.put(layer.code(), WrittenOutcome.of(outcome));
        }
        return new OfPoint(
                of.point().code(),
                WrittenOutcome.of(of.counted().outcome()),
                of.counted().layers().stream().map(Layer::code).toList(),
                layers);
    }
}
