package pingheng.commands.verify;

import pingheng.database.Sql;
import pingheng.submission.check.Receipt;
import pingheng.value.UnitCode;

/** What a county keeps on paper. */
final class Papers {
    private Papers() {}

    /** The receipt of the first submission of the county in a round. */
    static Receipt receipt(Sql db, String round) {
        return db.sql("""
                select f.digest as d1, s.digest as d2, e.number, e.hash
                  from submission s
                  join frozen f on f.id = s.frozen
                  join ledger_entry e on e.unit = s.unit and e.verb = 'submission.submitted' and position(s.digest in e.zh) > 0
                 where s.unit = '440113' and s.number = 1 and s.round = (select id from round where code = :round)
                """)
                .with("round", round)
                .single(row -> new Receipt(
                        new UnitCode("440113"),
                        round,
                        1,
                        row.text("d1"),
                        row.text("d2"),
                        new Receipt.Entry(row.number("number"), row.text("hash")),
                        null));
    }
}
