package pingheng.framework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;
import pingheng.problem.Sentence;

/** A figure that counties report, or that is derived by a formula: its name, unit, period and source. */
public record FigureDefinition(
        String code,
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
    public enum Type {
        NUMBER,
        COUNT,
        RATIO,
        YESNO;

        /** As tables write it, in lower case. */
        public static Optional<Type> of(String text) {
            for (var type : values()) if (type.name().toLowerCase(Locale.ROOT).equals(text)) return Optional.of(type);
            return Optional.empty();
        }
    }

    /** What formulas know of the figure before there is a value. */
    public Name.Traits traits() {
        return new Name.Traits(unit, type == Type.YESNO, positive, false, perSchool);
    }
}
