package pingheng.submission.pages;

import java.util.Optional;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.RequestContext;
import pingheng.submission.Standing;

/** The receipt of a submission: what arrived when, sent by whom on which post, under which digests, after which. */
public record ReceiptPage(
        RequestContext context,
        Standing.Submission submission,
        Standing.Freeze freeze,
        Optional<Standing.Supplement> supplement,
        Optional<Reason> whyNotReturn,
        String sender,
        String ledger)
        implements Page {}
