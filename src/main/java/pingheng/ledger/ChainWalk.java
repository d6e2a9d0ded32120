package pingheng.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a chain from its newest entry back to the first, and notes each place at which it does not hold. */
final class ChainWalk {
    private static final int PAGE = 1000;
    private static final String NONE = "没有 none";

    private final LedgerStore store;
    private final Chain chain;
    private final List<Gap> gaps = new ArrayList<>();
    private long number;

    /** The hash that the entry of that number must have; unknown below an entry that is missing. */
    private @Nullable String hash;

    private ChainWalk(LedgerStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
        var head = store.head(chain);
        this.number = head.number();
        this.hash = head.hash();
    }

    /** A place at which a chain does not hold: the number of the entry, its column, what follows from the others, what is there. */
    record Gap(long number, String column, String expected, String found) {}

    /** Those of a chain, the newest first; none where every hash is right. */
    static List<Gap> gaps(LedgerStore store, Chain chain) {
        var walk = new ChainWalk(store, chain);
        walk.walk();
        return walk.gaps;
    }

    private void walk() {
        long before = Long.MAX_VALUE;
        for (var page = store.before(chain, before, PAGE); !page.isEmpty(); page = store.before(chain, before, PAGE)) {
            page.forEach(this::entry);
            before = page.getLast().number();
        }
        if (number > 0) gap(number, "number", String.valueOf(number), NONE);
        else if (hash != null && !hash.equals(Entry.GENESIS)) gap(1, "previous", Entry.GENESIS, hash);
    }

    private void entry(Entry entry) {
        if (entry.number() != number) {
            if (entry.number() > number)
                gap(entry.number(), "ledger_head.number", String.valueOf(entry.number()), String.valueOf(number));
            else gap(number, "number", String.valueOf(number), NONE);
            hash = null;
        }
        if (hash != null && !entry.hash().equals(hash)) gap(entry.number(), "hash", hash, entry.hash());
        if (!entry.whole()) gap(entry.number(), "hash", entry.digest(), entry.hash());
        number = entry.number() - 1;
        hash = entry.previous();
    }

    private void gap(long at, String column, String expected, String found) {
        gaps.add(new Gap(at, column, expected, found));
    }
}
