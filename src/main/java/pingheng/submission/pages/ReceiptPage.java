package pingheng.submission.pages;

import java.util.Optional;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.RequestContext;
import pingheng.seal.SealKey;
import pingheng.submission.SubmissionStatus;

/** The receipt of a submission: what arrived when, sent by whom on which post, under which digests, after which; and who seals the backups. */
public record ReceiptPage(
        RequestContext context,
        SubmissionStatus.Submission submission,
        SubmissionStatus.Freeze freeze,
        Optional<SubmissionStatus.Supplement> supplement,
        Optional<Reason> whyNotReturn,
        String sender,
        String ledger,
        Optional<SealKey> sealKey)
        implements Page {}
