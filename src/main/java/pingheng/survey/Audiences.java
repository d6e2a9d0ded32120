package pingheng.survey;

import java.util.Collection;
import java.util.List;
import pingheng.figure.Cell;
import pingheng.framework.Framework;
import pingheng.problem.Sentence;

/** Whom a survey asks. The framework says it: its figures of the survey have the audiences as members. */
public final class Audiences {
    /** How the code of a figure of the survey begins. */
    static final String PREFIX = "survey_";

    private Audiences() {}

    /** Empty for a framework that asks no survey. */
    public static List<String> of(Framework framework) {
        return framework.figures().values().stream()
                .filter(definition -> definition.code().text().startsWith(PREFIX) && definition.formula() == null)
                .map(definition -> definition.members())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** What people call an audience. */
    public static Sentence title(String audience) {
        return Cell.title(audience);
    }
}
