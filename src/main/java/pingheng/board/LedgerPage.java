package pingheng.board;

import java.util.List;
import java.util.Map;
import pingheng.ledger.Entry;
import pingheng.page.Page;
import pingheng.round.pages.Where;

/** Everything that was ever done to a unit, the newest first, each entry with its hash. */
public record LedgerPage(Where where, List<Entry> entries, long from, Map<String, String> names) implements Page {
    /** The name of who has this sign-in name; the program itself has none. */
    public String name(String login) {
        return names.getOrDefault(login, login);
    }

    public long older() {
        return entries.isEmpty() ? 0 : entries.getLast().number();
    }
}
