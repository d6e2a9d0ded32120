package pingheng.result.arithmetic;

import org.jspecify.annotations.Nullable;
import pingheng.framework.rule.Outcome;
import pingheng.round.Layer;

/** What each layer says of one point of one unit; null where a layer says nothing. */
public record Judged(
        @Nullable Outcome self,
        @Nullable Outcome city,
        @Nullable Outcome province,
        @Nullable Outcome onsite,
        @Nullable Outcome survey) {
    public static final Judged BY_NOBODY = new Judged(null, null, null, null, null);

    /** The same with what this layer says. */
    public Judged with(Layer layer, Outcome outcome) {
        return switch (layer) {
            case SELF -> new Judged(outcome, city, province, onsite, survey);
            case CITY -> new Judged(self, outcome, province, onsite, survey);
            case PROVINCE -> new Judged(self, city, outcome, onsite, survey);
            case ONSITE -> new Judged(self, city, province, outcome, survey);
            case SURVEY -> new Judged(self, city, province, onsite, outcome);
        };
    }

    public @Nullable Outcome by(Layer layer) {
        return switch (layer) {
            case SELF -> self;
            case CITY -> city;
            case PROVINCE -> province;
            case ONSITE -> onsite;
            case SURVEY -> survey;
        };
    }
}
