package pingheng.submission.pages;

import java.util.Optional;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.pages.Where;
import pingheng.submission.Standing;

/** The receipt of a submission: what arrived when, sent by whom on which post, under which digests, after which. */
public record ReceiptPage(
        Where where,
        Standing.Submission submission,
        Standing.Freeze freeze,
        Optional<Standing.Supplement> supplement,
        Optional<Reason> whyNotReturn,
        String sender,
        String ledger)
        implements Page {}
