package pingheng.framework.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;

/** The figures a formula may name. */
public interface Names {
    /** The figure of that code; throws {@link Malformed} with the nearest known name where there is none. */
    Name name(FigureCode code, @Nullable String member, int back);

    /** The members a figure is reported for; empty when it is one number for the whole unit. */
    List<String> members(FigureCode code);

    /** By which rules the formulas are read: a framework says so, and those that say nothing are read by the first. */
    default int rules() {
        return 1;
    }
}
