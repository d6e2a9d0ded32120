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
        for (var unit : store.units()) {
            var gaps = Chain.gaps(store, unit);
            for (var gap : gaps) {
                var row = "ledger_entry %s#%d %s".formatted(unit, gap.number(), gap.column());
                mismatches.same(Kind.LEDGER, unit, row, gap.expected(), gap.found());
            }
            if (gaps.isEmpty()) mismatches.there(Kind.LEDGER, unit, null, "ledger_head", "", true);
        }
    }
}
