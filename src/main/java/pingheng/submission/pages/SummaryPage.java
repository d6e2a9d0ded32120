package pingheng.submission.pages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.WorkSummary;

/** The work summaries of the bodies that owe one, and which signatures fall when one is changed. */
public record SummaryPage(RequestContext context, List<Owed> owed, Optional<Sentence> warning) implements Page {
    /** A body, its summary if it is in, and why the visitor cannot write it. */
    public record Owed(Body body, @Nullable WorkSummary summary, Optional<Reason> whyNot) {}

    public long in() {
        return owed.stream().filter(one -> one.summary() != null).count();
    }
}
