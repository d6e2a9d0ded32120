package pingheng.ledger;

import java.util.ArrayList;
import pingheng.database.Sql;

/** A chain that somebody with the rights of the owner makes anew from its first entry, after they have changed what it says. */
public final class Rewritten {
    private Rewritten() {}

    public static void chain(Sql db, Chain chain) {
        var store = new LedgerStore(db);
        var entries = new ArrayList<>(
                store.before(chain, Long.MAX_VALUE, Integer.MAX_VALUE).reversed());
        var previous = Entry.GENESIS;
        for (var entry : entries) {
            var anew = new Entry(
                            chain,
                            entry.number(),
                            entry.at(),
                            entry.wall(),
                            entry.actor(),
                            entry.verb(),
                            entry.subject(),
                            entry.told(),
                            previous,
                            "")
                    .hashed();
            if (!anew.hash().equals(entry.hash()) || !anew.previous().equals(entry.previous()))
                db.sql("""
                        update ledger_entry
                           set previous = :previous, hash = :hash
                         where unit = :unit and number = :number
                        """)
                        .with("previous", previous, "hash", anew.hash(), "unit", chain.key(), "number", entry.number())
                        .update();
            previous = anew.hash();
        }
        db.sql("""
                update ledger_head
                   set number = :number, hash = :hash
                 where unit = :unit
                """)
                .with(
                        "number",
                        entries.isEmpty() ? 0 : entries.getLast().number(),
                        "hash",
                        previous,
                        "unit",
                        chain.key())
                .update();
    }
}
