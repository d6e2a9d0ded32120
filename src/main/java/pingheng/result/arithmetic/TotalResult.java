package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.rule.Lacking;
import pingheng.problem.Sentence;

/** Where a unit stands: it has a total, or something is still missing. */
public sealed interface TotalResult {
    /** A total in points that is exactly its aspects and listed adjustments; the grade is null where there are none. */
    record Total(List<Aspect> aspects, List<Adjustment> adjustments, BigDecimal value, Grades.@Nullable Grade grade)
            implements TotalResult {
        /**
         * Refuses a value that is not the sum of the aspects and adjustments. Written out because javac forgets the
         * {@code @Nullable} of a nested type in a compact constructor.
         */
        public Total(
                List<Aspect> aspects, List<Adjustment> adjustments, BigDecimal value, Grades.@Nullable Grade grade) {
            this.aspects = List.copyOf(aspects);
            this.adjustments = List.copyOf(adjustments);
            this.value = value;
            this.grade = grade;
            var sum = BigDecimal.ZERO;
            for (var aspect : aspects) sum = sum.add(aspect.score());
            for (var adjustment : adjustments) sum = sum.add(adjustment.amount());
            if (sum.compareTo(value) != 0) throw new IllegalArgumentException(value + " listed as " + sum);
        }
    }

    /** No total, and so no place: what has to be decided first, in the order of the points. */
    record Undecided(List<Missing> missing) implements TotalResult {
        public Undecided {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) throw new IllegalArgumentException("nothing is missing");
        }
    }

    /** The exact sum in points of the scores of one aspect, and of the maxima of all its points. */
    record Aspect(String code, BigDecimal maximum, BigDecimal score) {}

    /** A point, or the deliberation, that has no outcome, why, and what its rule lacks. */
    record Missing(String code, Sentence why, Lacking lacking) {
        public Missing(String code, Sentence why) {
            this(code, why, Lacking.NOTHING);
        }
    }
}
