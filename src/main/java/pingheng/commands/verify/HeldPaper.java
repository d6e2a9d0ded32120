package pingheng.commands.verify;

import java.util.Optional;
import pingheng.ledger.ChainHead;
import pingheng.problem.Sentence;
import pingheng.submission.check.Receipt;

/** What somebody keeps outside the data and holds against it: the receipt of a submission, or the letter that follows a release. */
public sealed interface HeldPaper {
    record OfSubmission(Receipt receipt) implements HeldPaper {}

    /** It covers what every chain of the ledger was at the release. */
    record OfRelease(ChainHead head) implements HeldPaper {}

    /** Reads what the interface answers as JSON, or the text of the page or the paper; refuses what is neither. */
    static HeldPaper read(String file, String text) {
        var heads = ChainHead.printed(text);
        return heads.isEmpty() ? new OfSubmission(Receipt.read(file, text)) : new OfRelease(heads.getFirst());
    }

    /** What it does not cover. */
    default Optional<Sentence> lacks() {
        return this instanceof OfSubmission(var receipt) && receipt.entry() == null
                ? Optional.of(new Sentence(
                        "回执没有写台账的条目：只核对 D1 和 D2",
                        "the receipt names no entry of the ledger: only D1 and D2 are compared"))
                : Optional.empty();
    }
}
