package pingheng.framework.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Name;

/**
 * How a score came about, as data: figures, then each step with its formula. The entries read as a program from top to bottom:
 * a formula names only what stands above it, so that anyone can compute it again from the text alone.
 */
public record Derivation(List<Entry> entries, Outcome outcome) {
    /** One line of a derivation. */
    public sealed interface Entry {}

    /** A figure, a mark or a place that went in. */
    public record Figure(Name name, Exact value) implements Entry {}

    /**
     * A figure of the schools of a level (null: of all), school by school; a derived one says its formula. Null stands for a
     * school that reported none where none was needed: the columns of a level stay side by side.
     */
    public record Column(
            Name name, @Nullable String member, @Nullable String formula, List<@Nullable Exact> values)
            implements Entry {}

    /** From here on a part is meant; one that does not apply earns nothing and spreads its points. */
    public record Begins(Part part, boolean applies) implements Entry {}

    /** A number computed: {@code value}, {@code score}, or a derived figure. */
    public record Step(String name, String formula, Exact value) implements Entry {}

    /** A condition asked: {@code applies_if}, {@code requires}, {@code zero_if}, {@code full_if}. */
    public record Asked(String name, String formula, boolean holds) implements Entry {}

    /** The scores of the parts, {@code score.PART}, added up, spread where a part does not apply, and rounded once. */
    public record Rounded(String formula, Exact exact, BigDecimal score) implements Entry {}
}
