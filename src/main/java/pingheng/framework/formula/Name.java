package pingheng.framework.formula;

import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;

/**
 * A figure as a formula names it: its code, the member (a school level, an audience) and how many periods back.
 * The slot is its place in a {@link Scope}.
 */
public record Name(FigureCode code, @Nullable String member, int back, int slot, Traits traits) {
    /** What is known of a figure before there is any value. */
    public record Traits(MeasureUnit unit, boolean truth, boolean positive, boolean negative, boolean perSchool) {}

    /** By what tells names apart; the traits follow from it. */
    @Override
    public int hashCode() {
        return 31 * code.hashCode() + slot;
    }

    /** {@code spend.primary}, {@code previous(spend.primary, 2)}. */
    @Override
    public String toString() {
        var plain = code + (member == null ? "" : "." + member);
        return back == 0 ? plain : "previous(" + plain + (back == 1 ? ")" : ", " + back + ")");
    }
}
