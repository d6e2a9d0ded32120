package pingheng.rectification.pages;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Refusable;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.rectification.Deficiency;
import pingheng.rectification.Letter;
import pingheng.round.RequestContext;

/** An opinion letter: as it was issued, or, for the province, as it would be. */
public record LetterPage(
        RequestContext context,
        @Nullable Letter letter,
        Letter.Draft draft,
        Optional<Reason> whyNotIssue,
        Map<String, String> typed,
        @Nullable Refused refused)
        implements Refusable {
    public String path(String rest) {
        return context.path(rest);
    }

    public String typed(String field, String drafted) {
        return typed.getOrDefault(field, drafted);
    }

    /** A line of the problem list, as it was typed or drafted. */
    public String typed(Deficiency deficiency) {
        return typed.getOrDefault("text_" + deficiency.point(), deficiency.text());
    }
}
