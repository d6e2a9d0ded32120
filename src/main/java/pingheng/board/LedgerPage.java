package pingheng.board;

import java.util.List;
import pingheng.ledger.Entry;
import pingheng.page.Page;
import pingheng.round.pages.Where;

/** Everything that was ever done to a unit, the newest first, each entry with its hash. */
public record LedgerPage(Where where, List<Entry> entries, long from) implements Page {
    public long older() {
        return entries.isEmpty() ? 0 : entries.getLast().number();
    }
}
