package pingheng.ledger;

import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;

/** Every chain of the ledger: hashes, numbering, the hash before, and the noted end, which is the newest entry. */
@Service
class LedgerCheck implements Check {
    private final LedgerStore store;

    LedgerCheck(LedgerStore store) {
        this.store = store;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var chain : store.chains()) {
            var gaps = ChainWalk.gaps(store, chain);
            for (var gap : gaps) {
                var row = "ledger_entry %s#%d %s".formatted(chain, gap.number(), gap.column());
                mismatches.same(Kind.LEDGER, chain.unitOrNull(), row, gap.expected(), gap.found());
            }
            if (gaps.isEmpty()) mismatches.there(Kind.LEDGER, chain.unitOrNull(), null, "ledger_head", "", true);
        }
        for (var begun : store.all(Ledger.BEGUN)) begun(begun, mismatches);
    }

    /** The chains that a new one took up end no earlier than it says, and as it says. */
    private void begun(Entry begun, Mismatches mismatches) {
        for (var named : ChainHead.in(begun.told().zh()))
            mismatches.same(
                    Kind.LEDGER,
                    named.chain().unitOrNull(),
                    "ledger_entry %s#%d hash, as ledger_entry %s#%d names it"
                            .formatted(named.chain(), named.number(), begun.chain(), begun.number()),
                    named.hash(),
                    store.hash(named.chain(), named.number()));
    }
}
