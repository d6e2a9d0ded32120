package pingheng.board;

import java.util.List;
import java.util.Map;
import pingheng.ledger.Entry;
import pingheng.page.Page;
import pingheng.round.RequestContext;
import pingheng.value.Login;

/** Everything that was ever done to a unit, the newest first, each entry with its hash. */
public record LedgerPage(
        RequestContext context, List<Entry> entries, Map<Login, String> names, List<UnitLedger.Look> looks, long from)
        implements Page {
    /** The person by name; the program, and who is not known, as the entry has them. */
    public String name(Entry entry) {
        return names.getOrDefault(entry.actor().person(), entry.actor().person().text());
    }

    public long older() {
        return entries.isEmpty() ? 0 : entries.getLast().number();
    }
}
