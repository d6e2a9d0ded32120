package pingheng.ledger;

import org.springframework.stereotype.Service;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;

/** Holds the end of a chain, as a paper prints it, against the chain: it covers all that came before, also where it was made anew. */
@Service
public class HeadCheck {
    private final Ledger ledger;

    HeadCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    public void compare(ChainHead printed, Mismatches mismatches) {
        mismatches.same(
                Kind.RECEIPT,
                printed.chain().unitOrNull(),
                "ledger_entry %s#%d hash".formatted(printed.chain(), printed.number()),
                printed.hash(),
                ledger.entry(printed.chain(), printed.number()).map(Entry::hash).orElse(Mismatches.NONE));
    }
}
