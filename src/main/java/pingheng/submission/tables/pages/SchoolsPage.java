package pingheng.submission.tables.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.School;
import pingheng.framework.FigureDefinition;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;

/** The schools of a unit with their figures, how many there are of each level, and what is computed from them. */
public record SchoolsPage(
        RequestContext context,
        List<School> schools,
        List<FigureDefinition> figures,
        List<PointCode> points,
        Optional<Reason> whyNotReplace)
        implements Page {

    /** How many rows of each level. */
    public Map<String, Long> counts() {
        return schools.stream().collect(Collectors.groupingBy(School::level, TreeMap::new, Collectors.counting()));
    }

    public Sentence level(String code) {
        return Cell.title(code);
    }

    /** As it was handed in; null when it was left out. */
    public @Nullable String value(School school, FigureDefinition figure) {
        var value = school.values().get(figure.code());
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }

    /** How many figures were left out. */
    public long missing() {
        return schools.stream()
                .flatMap(school -> figures.stream()
                        .filter(figure ->
                                figure.members().isEmpty() || figure.members().contains(school.level()))
                        .filter(figure -> !school.values().containsKey(figure.code())))
                .count();
    }
}
