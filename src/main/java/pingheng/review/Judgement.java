package pingheng.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.round.Layer;

/** What one layer says of one point of one unit, by which post, and why. */
public record Judgement(
        Layer layer,
        Decision decision,
        List<Exact> marks,
        @Nullable BigDecimal score,
        @Nullable BigDecimal claim,
        String reason,
        String by) {

    /** How a layer comes to its outcome. */
    public enum Decision {
        /** Marks of its own; the rule runs on them. */
        MARKS,
        /** The marks of the layer it builds on; the rule runs with the layer's own figures. */
        AGREE,
        /** The province takes the city's outcome as it is. */
        ADOPT_CITY,
        /** A score, as an exception with a reason. */
        SCORE,
        /** The point does not apply to the unit, with a reason. */
        NOT_APPLICABLE;

        /** As tables write it: agree, adopt_city. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Decision> of(String text) {
            for (var decision : values()) if (decision.code().equals(text)) return Optional.of(decision);
            return Optional.empty();
        }

        boolean needsReason() {
            return this == SCORE || this == NOT_APPLICABLE;
        }
    }
}
