package pingheng.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.check.Mismatches;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.problem.Sentence;
import pingheng.value.Code;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** The key of a chain is kept in the column unit: the first chains were those of units, and backups of that time are read as they are. */
@Repository
class LedgerStore {
    /** The verb of a look from outside the unit. */
    static final String READ = "read";

    /**
     * What is told to those alone from whose unit it was done, in the chains of units that were written before each audience had its
     * own: who looked at what, to the minute, would tell a unit who reviews it, and who was sent on a visit as well.
     */
    private static final Set<String> OWN_ONLY = Set.of(READ, "visit.assigned", "visit.unassigned");

    private static final String ENTRIES = """
            select unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash
              from ledger_entry
            """;

    private final Sql db;

    LedgerStore(Sql db) {
        this.db = db;
    }

    /** The end of the chain, locked until the transaction ends: lock it last. */
    ChainHead lockHead(Chain chain) {
        db.sql("""
                insert into ledger_head (unit, number, hash)
                values (:unit, 0, :hash)
                on conflict (unit) do nothing
                """).with("unit", chain.key(), "hash", Entry.GENESIS).update();
        return db.sql("""
                select unit, number, hash
                  from ledger_head
                 where unit = :unit
                   for update
                """).with("unit", chain.key()).single(LedgerStore::head);
    }

    void append(Entry entry) {
        db.sql("""
                insert into ledger_entry
                       (unit, number, at, wall, person, post, actor_unit, verb, subject, zh, en, previous, hash)
                values (:unit, :number, :at, :wall, :person, :post, :actorUnit, :verb, :subject, :zh, :en, :previous, :hash)
                """)
                .with("unit", entry.chain().key(), "number", entry.number(), "at", entry.at(), "wall", entry.wall())
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
                .with("unit", entry.chain().key(), "number", entry.number(), "hash", entry.hash())
                .update();
    }

    /** The newest entries before a number, the newest first. */
    List<Entry> before(Chain chain, long number, int most) {
        return db.sql(ENTRIES + """
                 where unit = :unit
                   and number < :number
                 order by number desc
                 limit :most
                """)
                .with("unit", chain.key(), "number", number, "most", most)
                .list(LedgerStore::entry);
    }

    /** Those that are asked for, as far as those who belong to the reader's unit may know; without one, all. */
    List<Entry> before(Chain chain, long number, int most, @Nullable UnitCode reader, LedgerFilter filter) {
        return db.sql(ENTRIES + """
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
                .with("unit", chain.key(), "number", number, "most", most, "all", reader == null)
                .with("reader", Code.textOf(reader), "ownOnly", OWN_ONLY, "verb", filter.verb())
                .with("office", filter.office(), "naming", filter.naming())
                .with("from", filter.from(), "until", filter.until())
                .list(LedgerStore::entry);
    }

    /** Which posts did which verbs, as far as those who belong to the reader's unit may know; without one, all. */
    List<Acted> done(Chain chain, @Nullable UnitCode reader) {
        return db.sql("""
                select distinct post, verb
                  from ledger_entry
                 where unit = :unit
                   and (:all or actor_unit = :reader or verb not in (:ownOnly))
                 order by post, verb
                """)
                .with("unit", chain.key(), "all", reader == null, "reader", Code.textOf(reader), "ownOnly", OWN_ONLY)
                .list(row -> new Acted(row.text("post"), row.text("verb")));
    }

    /** What happened to one subject, as far as those who belong to the reader's unit may know. */
    List<Entry> about(Set<Chain> chains, String subject, int most, UnitCode reader) {
        return db.sql(ENTRIES + """
                 where unit in (:chains)
                   and subject = :subject
                   and (actor_unit = :reader or verb not in (:ownOnly))
                 order by at desc, unit, number desc
                 limit :most
                """)
                .with("chains", chains.stream().map(Chain::key).toList())
                .with("subject", subject, "most", most, "reader", reader, "ownOnly", OWN_ONLY)
                .list(LedgerStore::entry);
    }

    /** Everything of one verb that was done to a unit from outside it, in whatever chain it stands, the newest first. */
    List<Entry> fromOutside(UnitCode unit, String verb) {
        return db.sql(ENTRIES + """
                 where unit in (:chains)
                   and verb = :verb
                   and actor_unit <> :unit
                 order by at desc, unit, number desc
                """)
                .with("unit", unit, "verb", verb)
                .with("chains", Chain.allOf(unit).stream().map(Chain::key).toList())
                .list(LedgerStore::entry);
    }

    /** What happened to one subject, the newest first. */
    List<Entry> about(Chain chain, String subject, int most) {
        return db.sql(ENTRIES + """
                 where unit = :unit
                   and subject = :subject
                 order by number desc
                 limit :most
                """)
                .with("unit", chain.key(), "subject", subject, "most", most)
                .list(LedgerStore::entry);
    }

    /** Every chain, also one whose end is not noted. */
    List<Chain> chains() {
        return db.sql("""
                select unit from ledger_head
                union
                select unit from ledger_entry
                 order by unit
                """).list(row -> new Chain(row.text("unit")));
    }

    /** Where each chain ends. */
    List<ChainHead> heads() {
        return db.sql("""
                select unit, number, hash
                  from ledger_head
                 order by unit
                """).list(LedgerStore::head);
    }

    void keep(String digest, String heads) {
        db.sql("""
                insert into chain_heads (digest, content)
                values (:digest, :content)
                on conflict do nothing
                """).with("digest", digest, "content", heads).update();
    }

    /** The list of ends that is kept under a digest. */
    Optional<String> kept(String digest) {
        return db.sql("""
                select content
                  from chain_heads
                 where digest = :digest
                """).with("digest", digest).optional(row -> row.text("content"));
    }

    /** What the entries say today that a list of ends names. */
    Map<ChainHead, String> named(Collection<ChainHead> ends) {
        var hashes = new HashMap<String, String>();
        db.sql("""
                select e.unit, e.number, e.hash
                  from ledger_entry e
                 where (e.unit, e.number) in
                       (select split_part(end_, '#', 1), split_part(end_, '#', 2)::bigint
                          from regexp_split_to_table(:ends, ' ') as end_)
                """)
                .with(
                        "ends",
                        ends.stream()
                                .map(end -> end.chain() + "#" + end.number())
                                .collect(Collectors.joining(" ")))
                .each(row -> hashes.put(row.text("unit") + "#" + row.number("number"), row.text("hash")));
        var named = new LinkedHashMap<ChainHead, String>();
        for (var end : ends)
            named.put(
                    end,
                    end.number() == 0
                            ? Entry.GENESIS
                            : hashes.getOrDefault(end.chain() + "#" + end.number(), Mismatches.NONE));
        return named;
    }

    ChainHead head(Chain chain) {
        return db.sql("""
                select unit, number, hash
                  from ledger_head
                 where unit = :unit
                """)
                .with("unit", chain.key())
                .optional(LedgerStore::head)
                .orElse(new ChainHead(chain, 0, Entry.GENESIS));
    }

    /** The newest entry of a verb that names the digest. */
    Optional<Entry> naming(Chain chain, String verb, String digest) {
        return db.sql(ENTRIES + """
                 where unit = :unit
                   and verb = :verb
                   and position(:digest in zh) > 0
                 order by number desc
                 limit 1
                """)
                .with("unit", chain.key(), "verb", verb, "digest", digest)
                .optional(LedgerStore::entry);
    }

    /** The digests that the entries of a verb name. */
    Set<NamedDigest> named(String verb) {
        return db.sql("""
                select unit, (regexp_matches(zh, '[0-9a-f]{64}', 'g'))[1] as digest
                  from ledger_entry
                 where verb = :verb
                """)
                .with("verb", verb)
                .set(row -> new NamedDigest(new Chain(row.text("unit")), row.text("digest")));
    }

    /** All entries of a verb, chain by chain, the oldest first. */
    List<Entry> all(String verb) {
        return db.sql(ENTRIES + """
                 where verb = :verb
                 order by unit, number
                """).with("verb", verb).list(LedgerStore::entry);
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
                new Chain(row.text("unit")),
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

    private static ChainHead head(Row row) throws SQLException {
        return new ChainHead(new Chain(row.text("unit")), row.number("number"), row.text("hash"));
    }
}
