package pingheng.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.problem.Sentence;
import pingheng.value.Code;
import pingheng.value.Login;
import pingheng.value.UnitCode;

@Repository
class LedgerStore {
    /** The verb of a look from outside the unit. */
    static final String READ = "read";

    /**
     * What is told to those alone from whose unit it was done: who looked at what, to the minute, would tell a unit who reviews it. Who
     * was sent on a visit stood in the unit's chain before it moved to the province's.
     */
    private static final Set<String> OWN_ONLY = Set.of(READ, "visit.assigned", "visit.unassigned");

    private final Sql db;

    LedgerStore(Sql db) {
        this.db = db;
    }

    record Head(long number, String hash) {}

    /** The end of the chain, locked until the transaction ends: lock it last. */
    Head lockHead(UnitCode unit) {
        db.sql("""
                insert into ledger_head (unit, number, hash)
                values (:unit, 0, :hash)
                on conflict (unit) do nothing
                """).with("unit", unit, "hash", Entry.GENESIS).update();
        return db.sql("""
                select number, hash
                  from ledger_head
                 where unit = :unit
                   for update
                """).with("unit", unit).single(LedgerStore::head);
    }

    void append(Entry entry) {
        db.sql("""
                insert into ledger_entry
                       (unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash)
                values (:unit, :number, :at, :wall, :person, :post, :actorUnit, :verb, :subject, :zh, :en, :previous, :hash)
                """)
                .with("unit", entry.unit(), "number", entry.number(), "at", entry.at(), "wall", entry.wall())
                .with("person", entry.actor().person(), "post", entry.actor().post())
                .with("actorUnit", Code.textOf(entry.actor().unit()), "verb", entry.verb(), "subject", entry.subject())
                .with("zh", entry.told().zh(), "en", entry.told().en(), "previous", entry.previous())
                .with("hash", entry.hash())
                .update();
        db.sql("""
                update ledger_head
                   set number = :number, hash = :hash
                 where unit = :unit
                """)
                .with("unit", entry.unit(), "number", entry.number(), "hash", entry.hash())
                .update();
    }

    /** The newest entries before a number, the newest first. */
    List<Entry> before(UnitCode unit, long number, int most) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and number < :number
                 order by number desc
                 limit :most
                """).with("unit", unit, "number", number, "most", most).list(LedgerStore::entry);
    }

    /** Those that are asked for, as far as those who belong to the reader's unit may know; without one, all. */
    List<Entry> before(UnitCode unit, long number, int most, @Nullable UnitCode reader, LedgerFilter filter) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and number < :number
                   and (:all or actor_unit = :reader or verb not in (:ownOnly))
                   and (:verb = '' or verb = :verb)
                   and (:office = '' or post = :office or starts_with(post, :office || ' '))
                   and (:naming = '' or subject ~ :naming or zh ~ :naming)
                   and at >= :from
                   and at < :until
                 order by number desc
                 limit :most
                """)
                .with("unit", unit, "number", number, "most", most, "all", reader == null)
                .with("reader", Code.textOf(reader), "ownOnly", OWN_ONLY, "verb", filter.verb())
                .with("office", filter.office(), "naming", filter.naming())
                .with("from", filter.from(), "until", filter.until())
                .list(LedgerStore::entry);
    }

    /** Which posts did which verbs, as far as those who belong to the reader's unit may know; without one, all. */
    List<Acted> done(UnitCode unit, @Nullable UnitCode reader) {
        return db.sql("""
                select distinct post, verb
                  from ledger_entry
                 where unit = :unit
                   and (:all or actor_unit = :reader or verb not in (:ownOnly))
                 order by post, verb
                """)
                .with("unit", unit, "all", reader == null, "reader", Code.textOf(reader), "ownOnly", OWN_ONLY)
                .list(row -> new Acted(row.text("post"), row.text("verb")));
    }

    /** What happened to one subject, as far as those who belong to the reader's unit may know. */
    List<Entry> about(UnitCode unit, String subject, int most, UnitCode reader) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and subject = :subject
                   and (actor_unit = :reader or verb not in (:ownOnly))
                 order by number desc
                 limit :most
                """)
                .with("unit", unit, "subject", subject, "most", most, "reader", reader, "ownOnly", OWN_ONLY)
                .list(LedgerStore::entry);
    }

    /** Everything of one verb that was done to a unit from outside it, the newest first. */
    List<Entry> fromOutside(UnitCode unit, String verb) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and verb = :verb
                   and actor_unit <> :unit
                 order by number desc
                """).with("unit", unit, "verb", verb).list(LedgerStore::entry);
    }

    /** What happened to one subject of a unit, the newest first. */
    List<Entry> about(UnitCode unit, String subject, int most) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and subject = :subject
                 order by number desc
                 limit :most
                """).with("unit", unit, "subject", subject, "most", most).list(LedgerStore::entry);
    }

    /** Every chain, also one whose end is not noted. */
    List<UnitCode> units() {
        return db.sql("""
                select unit from ledger_head
                union
                select unit from ledger_entry
                 order by unit
                """).list(row -> row.onlyCode(UnitCode::new));
    }

    Head head(UnitCode unit) {
        return db.sql("""
                select number, hash
                  from ledger_head
                 where unit = :unit
                """).with("unit", unit).optional(LedgerStore::head).orElse(new Head(0, Entry.GENESIS));
    }

    /** The newest entry of a verb that names the digest. */
    Optional<Entry> naming(UnitCode unit, String verb, String digest) {
        return db.sql("""
                select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
                  from ledger_entry
                 where unit = :unit
                   and verb = :verb
                   and position(:digest in zh) > 0
                 order by number desc
                 limit 1
                """).with("unit", unit, "verb", verb, "digest", digest).optional(LedgerStore::entry);
    }

    /** The digests that the entries of a verb name. */
    Set<NamedDigest> named(String verb) {
        return db.sql("""
                select unit, (regexp_matches(zh, '[0-9a-f]{64}', 'g'))[1] as digest
                  from ledger_entry
                 where verb = :verb
                """)
                .with("verb", verb)
                .set(row -> new NamedDigest(row.code("unit", UnitCode::new), row.text("digest")));
    }

    /** When the newest entry of all was made; empty for an empty ledger. */
    Optional<Instant> newest() {
        return db.sql("""
                select max(at) as at
                  from ledger_entry
                """).single(row -> Optional.ofNullable(row.instantOrNull("at")));
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.code("unit", UnitCode::new),
                row.number("number"),
                row.instant("at"),
                row.instant("wall"),
                new Actor(
                        row.code("person", Login::new), row.text("post"), row.codeOrNull("actor_unit", UnitCode::new)),
                row.text("verb"),
                row.text("subject"),
                new Sentence(row.text("zh"), row.text("en")),
                row.text("previous"),
                row.text("hash"));
    }

    private static Head head(Row row) throws SQLException {
        return new Head(row.number("number"), row.text("hash"));
    }
}
