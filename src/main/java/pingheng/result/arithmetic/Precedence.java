package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.round.setting.OnSite;

/** Which of the layers counts: the one that decides, what an on-site check does to it, and the survey for its own points. */
public record Precedence(Layer decides, OnSite onsite) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** One list for all points of all units: there are many. */
    private static final Map<Layer, List<Layer>> ALONE =
            Stream.of(Layer.values()).collect(Collectors.toMap(layer -> layer, List::of));

    /** The outcome that counts and the layers it was made from: one, two for a mean, none if nobody has judged. */
    public record Counted(Outcome outcome, List<Layer> layers) {
        public Counted {
            layers = List.copyOf(layers);
        }
    }

    /** Refuses to let the inspectors on site or the survey decide: they see a part of the points only. */
    public Precedence {
        if (decides == Layer.ONSITE || decides == Layer.SURVEY)
            throw new IllegalArgumentException("cannot decide every point: " + decides.code());
    }

    /**
     * What counts for a point. A survey's outcome counts alone. A mean is rounded once to the decimals of a score; where
     * either layer says that the point does not apply there is nothing to average, and the on-site outcome counts.
     */
    public Counted counted(Judged judged, Rounding rounding) {
        if (judged.survey() != null) return alone(judged.survey(), Layer.SURVEY);

        var decided = judged.by(decides);
        var checked = judged.onsite();
        if (checked != null && onsite == OnSite.REPLACE) return alone(checked, Layer.ONSITE);
        if (decided == null) return new Counted(new Outcome.Undecided(nothingYet()), List.of());
        return checked != null && onsite == OnSite.AVERAGE ? mean(decided, checked, rounding) : alone(decided, decides);
    }

    private static Counted alone(Outcome outcome, Layer layer) {
        return new Counted(outcome, ALONE.getOrDefault(layer, List.of(layer)));
    }

    private Counted mean(Outcome decided, Outcome checked, Rounding rounding) {
        if (decided instanceof Outcome.Scored(var first) && checked instanceof Outcome.Scored(var second)) {
            var mean = rounding.quotient(first.add(second), TWO);
            return new Counted(new Outcome.Scored(mean), List.of(decides, Layer.ONSITE));
        }
        return decided instanceof Outcome.Undecided ? alone(decided, decides) : alone(checked, Layer.ONSITE);
    }

    private Sentence nothingYet() {
        return new Sentence(decides.zh() + "尚无结论", "the " + decides.en() + " has not decided it yet");
    }
}
