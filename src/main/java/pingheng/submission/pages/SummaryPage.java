package pingheng.submission.pages;

import java.util.List;
import java.util.Optional;
import pingheng.page.Page;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.Answers.OwedSummary;

/** The work summaries of the bodies that owe one, and which signatures fall when one is changed. */
public record SummaryPage(RequestContext context, List<OwedSummary> owed, Optional<Sentence> warning) implements Page {
    public long in() {
        return owed.stream().filter(one -> one.summary() != null).count();
    }
}
