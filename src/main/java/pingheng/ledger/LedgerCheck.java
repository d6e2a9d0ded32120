package pingheng.ledger;

import java.util.List;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.digest.Sha256;

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
        for (var begun : store.all(Ledger.BEGUN))
            ends(begun, ChainHead.in(begun.told().zh()), mismatches);
        for (var gathered : store.all(Ledger.GATHERED)) gathered(gathered, mismatches);
    }

    /** The list has the digest that the entry names, and each chain was then as the list says. */
    private void gathered(Entry gathered, Mismatches mismatches) {
        for (var digest : NamedDigest.in(gathered.told().zh())) {
            var content = store.kept(digest).orElse("");
            mismatches.same(Kind.LEDGER, null, row(gathered, "chain_heads"), Sha256.of(content), digest);
            ends(gathered, ChainHead.in(content), mismatches);
        }
    }

    private void ends(Entry entry, List<ChainHead> ends, Mismatches mismatches) {
        store.named(ends)
                .forEach((end, hash) -> mismatches.same(
                        Kind.LEDGER,
                        end.chain().unitOrNull(),
                        row(entry, "ledger_entry %s#%d".formatted(end.chain(), end.number())),
                        hash,
                        end.hash()));
    }

    private static String row(Entry entry, String named) {
        return "ledger_entry %s#%d names %s".formatted(entry.chain(), entry.number(), named);
    }
}
