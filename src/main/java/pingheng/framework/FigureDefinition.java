package pingheng.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;
import pingheng.problem.Sentence;
import pingheng.text.Coded;
import pingheng.value.FigureCode;

/** A figure that counties report, or that is derived by a formula: its name, unit, period and source. */
public record FigureDefinition(
        FigureCode code,
        Sentence title,
        boolean perSchool,
        List<String> members,
        Type type,
        MeasureUnit unit,
        Period period,
        int previous,
        boolean positive,
        Sentence source,
        String owner,
        @Nullable String formula) {

    /** What kind of value a figure has. */
    public enum Type implements Coded {
        NUMBER,
        COUNT,
        RATIO,
        YESNO
    }

    /** What formulas know of the figure before there is a value. */
    public Name.Traits traits() {
        return new Name.Traits(unit, type == Type.YESNO, positive, false, perSchool);
    }
}
