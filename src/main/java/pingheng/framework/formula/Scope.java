package pingheng.framework.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a formula finds its figures: those of one unit, or of one school in it. */
public interface Scope {
    /** The figure; throws {@link Missing} when it was not reported. Yes is 1, no is 0. */
    Exact number(Name name);

    /** What the school is called whose figures these are; null for those of a whole unit. */
    default @Nullable String school() {
        return null;
    }

    /** The schools of the unit, of one level or of all. */
    default List<? extends Scope> schools(@Nullable String member) {
        return List.of();
    }
}
