package pingheng.duty.pages;

import java.util.List;
import java.util.Optional;
import pingheng.duty.DutyChanges;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;

/** What a responsibility table that was handed in would change, before it does: to be confirmed or left. */
public record ImportPage(
        RequestContext context,
        DutyChanges changes,
        List<Sentence> warnings,
        String table,
        String seen,
        Optional<Reason> whyNotApply)
        implements Page {}
