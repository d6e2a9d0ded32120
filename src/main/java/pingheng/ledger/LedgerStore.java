package pingheng.ledger;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.problem.Sentence;

@Repository
class LedgerStore {
    /** The verb of a look from outside the unit. */
    static final String READ = "read";

    /**
     * What is told to those alone from whose unit it was done: who looked at what, to the minute, would tell a unit who reviews it. Who
     * was sent on a visit stood in the unit's chain before it moved to the province's.
     */
    private static final Set<String> OWN_ONLY = Set.of(READ, "visit.assigned", "visit.unassigned");

    private final JdbcClient db;

    LedgerStore(JdbcClient db) {
        this.db = db;
    }

    record Head(long number, String hash) {}

    /** The end of the chain, locked until the transaction ends: lock it last. */
    Head lockHead(String unit) {
        db.sql("""
                insert into ledger_head (unit, number, hash)
                values (:unit, 0, :hash)
                on conflict (unit) do nothing
                """).param("unit", unit).param("hash", Entry.GENESIS).update();
        return db.sql("""
                select number, hash
                  from ledger_head
                 where unit = :unit
                   for update
                """).param("unit", unit).query(Rows.as(Head.class)).single();
    }

    void append(Entry entry) {
        db.sql("""
                insert into ledger_entry
                       (unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash)
                values (:unit, :number, :at, :wall, :person, :post, :actorUnit, :verb, :subject, :zh, :en, :previous, :hash)
                """)
                .param("unit", entry.unit())
                .param("number", entry.number())
                .param("at", entry.at().atOffset(UTC))
                .param("wall", entry.wall().atOffset(UTC))
                .param("person", entry.actor().person())
                .param("post", entry.actor().post())
                .param("actorUnit", entry.actor().unit())
                .param("verb", entry.verb())
                .param("subject", entry.subject())
                .param("zh", entry.told().zh())
                .param("en", entry.told().en())
                .param("previous", entry.previous())
                .param("hash", entry.hash())
                .update();
        db.sql("""
                update ledger_head
                   set number = :number, hash = :hash
                 where unit = :unit
                """)
                .param("unit", entry.unit())
                .param("number", entry.number())
                .param("hash", entry.hash())
                .update();
    }

    /** The newest entries before a number, the newest first. */
    List<Entry> before(String unit, long number, int most) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and number < :number
                 order by number desc
                 limit :most
                """)
                .param("unit", unit)
                .param("number", number)
                .param("most", most)
                .query(LedgerStore::entry)
                .list();
    }

    /** As above, as far as those who belong to the reader's unit may know. */
    List<Entry> before(String unit, long number, int most, String reader) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and number < :number
                   and (actor_unit = :reader or verb not in (:ownOnly))
                 order by number desc
                 limit :most
                """)
                .param("unit", unit)
                .param("number", number)
                .param("most", most)
                .param("reader", reader)
                .param("ownOnly", OWN_ONLY)
                .query(LedgerStore::entry)
                .list();
    }

    /** What happened to one subject, as far as those who belong to the reader's unit may know. */
    List<Entry> about(String unit, String subject, int most, String reader) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and subject = :subject
                   and (actor_unit = :reader or verb not in (:ownOnly))
                 order by number desc
                 limit :most
                """)
                .param("unit", unit)
                .param("subject", subject)
                .param("most", most)
                .param("reader", reader)
                .param("ownOnly", OWN_ONLY)
                .query(LedgerStore::entry)
                .list();
    }

    /** Everything of one verb that was done to a unit from outside it, the newest first. */
    List<Entry> fromOutside(String unit, String verb) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and verb = :verb
                   and actor_unit <> :unit
                 order by number desc
                """)
                .param("unit", unit)
                .param("verb", verb)
                .query(LedgerStore::entry)
                .list();
    }

    /** What happened to one subject of a unit, the newest first. */
    List<Entry> about(String unit, String subject, int most) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and subject = :subject
                 order by number desc
                 limit :most
                """)
                .param("unit", unit)
                .param("subject", subject)
                .param("most", most)
                .query(LedgerStore::entry)
                .list();
    }

    List<String> units() {
        return db.sql("""
                select unit
                  from ledger_head
                 order by unit
                """).query(Rows::text).list();
    }

    Head head(String unit) {
        return db.sql("""
                select number, hash
                  from ledger_head
                 where unit = :unit
                """)
                .param("unit", unit)
                .query(Rows.as(Head.class))
                .optional()
                .orElse(new Head(0, Entry.GENESIS));
    }

    /** When the newest entry of all was made; empty for an empty ledger. */
    Optional<Instant> newest() {
        return db.sql("""
                select max(at) as at
                  from ledger_entry
                """)
                .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("unit"),
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("wall", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("person"), row.getString("post"), row.getString("actor_unit")),
                row.getString("verb"),
                row.getString("subject"),
                new Sentence(row.getString("zh"), row.getString("en")),
                row.getString("previous"),
                row.getString("hash"));
    }
}
