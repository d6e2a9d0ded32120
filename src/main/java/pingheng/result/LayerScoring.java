package pingheng.result;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pingheng.deliberation.Committee;
import pingheng.framework.rule.Outcome;
import pingheng.review.Judgement.Decision;
import pingheng.review.Scoring;
import pingheng.round.Layer;
import pingheng.value.PointCode;

/** Scores what is decided on one unit while it is being reviewed, as the evaluation will; places are not known yet. */
@Component
class LayerScoring implements Scoring {
    @Override
    public Map<PointCode, Map<Layer, Outcome>> outcomes(Asked asked) {
        var settings = asked.figures().framework().settings();
        var layers = layers(asked);
        var outcomes = new HashMap<PointCode, Map<Layer, Outcome>>();
        for (var point : asked.points()) {
            if (point.rule().ranks()) continue;
            var full = new Outcome.Scored(point.points().rounded(settings.scoreDecimals()));
            var judged = layers.judged(point, full, !settings.rescaleNotApplicable());
            var of = new EnumMap<Layer, Outcome>(Layer.class);
            for (var layer : Layer.values()) {
                var outcome = judged.by(layer);
                if (outcome != null) of.put(layer, outcome);
            }
            outcomes.put(point.code(), of);
        }
        return outcomes;
    }

    @Override
    public Optional<Outcome> would(Asked asked, Layer layer, Decision decision, PointCode point) {
        var points =
                asked.points().stream().filter(one -> one.code().equals(point)).toList();
        var judgements = asked.judgements().as(asked.unit(), point, layer, decision);
        var as = new Asked(asked.unit(), asked.figures(), judgements, points);
        return Optional.ofNullable(outcomes(as).getOrDefault(point, Map.of()).get(layer));
    }

    private static Layers layers(Asked asked) {
        var of = new Evaluation.OfLevel(
                asked.figures().framework(), asked.figures(), asked.judgements(), new Committee(), Map.of());
        return new Layers(of, new Placings(List.of(), List.of(), asked.figures()), asked.unit());
    }
}
