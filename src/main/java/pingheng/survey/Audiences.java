package pingheng.survey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import pingheng.framework.Framework;
import pingheng.problem.Sentence;

/** Whom a survey asks. The framework says it: its figures of the survey have the audiences as members. */
public final class Audiences {
    /** How the code of a figure of the survey begins. */
    static final String PREFIX = "survey_";

    private static final Map<String, Sentence> TITLES = Map.of(
            "society", new Sentence("社会公众", "society"),
            "teacher", new Sentence("教师", "teachers"),
            "student", new Sentence("学生", "students"),
            "parent", new Sentence("家长", "parents"),
            "delegate", new Sentence("代表委员", "delegates"));

    private Audiences() {}

    /** Empty for a framework that asks no survey. */
    public static List<String> of(Framework framework) {
        return framework.figures().values().stream()
                .filter(definition -> definition.code().startsWith(PREFIX) && definition.formula() == null)
                .map(definition -> definition.members())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** What people call an audience. */
    public static Sentence title(String audience) {
        return TITLES.getOrDefault(audience, new Sentence(audience, audience));
    }
}
