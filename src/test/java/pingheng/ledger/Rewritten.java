package pingheng.ledger;

import java.util.ArrayList;
import pingheng.database.Sql;
import pingheng.value.UnitCode;

/** A chain that somebody with the rights of the owner makes anew from its first entry, after they have changed what it says. */
public final class Rewritten {
    private Rewritten() {}

    public static void chain(Sql db, UnitCode unit) {
        var store = new LedgerStore(db);
        var entries = new ArrayList<>(
                store.before(unit, Long.MAX_VALUE, Integer.MAX_VALUE).reversed());
        var previous = Entry.GENESIS;
        for (var entry : entries) {
            var anew = new Entry(
                            unit,
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
                        .with("previous", previous, "hash", anew.hash(), "unit", unit, "number", entry.number())
                        .update();
            previous = anew.hash();
        }
        db.sql("""
                update ledger_head
                   set number = :number, hash = :hash
                 where unit = :unit
                """)
                .with("number", entries.isEmpty() ? 0 : entries.getLast().number(), "hash", previous, "unit", unit)
                .update();
    }
}
