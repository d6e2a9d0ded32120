package pingheng.round.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.published.Frameworks;
import pingheng.page.Refusable;
import pingheng.people.Level;
import pingheng.problem.Refused;
import pingheng.round.Round;
import pingheng.round.Stage;

/** The rounds there are, the days of each, and the form that opens another one, with what was typed into it. */
public record RoundsPage(
        List<Line> lines,
        List<Frameworks.Listed> frameworks,
        Map<String, String> typed,
        @Nullable Refused refused) implements Refusable {
    /** A round, the frameworks it is evaluated by and the days set for all. */
    public record Line(Round round, List<Framework> frameworks, Map<Stage, LocalDate> due) {}

    /** What was typed into a field, or what stands there at first. */
    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    /** The frameworks that can be chosen for a level. */
    public List<Frameworks.Listed> of(Level level) {
        return frameworks.stream()
                .filter(one -> one.framework().settings().level() == level)
                .toList();
    }
}
