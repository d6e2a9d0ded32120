package pingheng.result.release;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.people.Visitor;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;

@Repository
class ReleaseStore {
    private final JdbcClient db;

    ReleaseStore(JdbcClient db) {
        this.db = db;
    }

    /** The dossier of a unit in both languages. */
    record Told(String zh, String en) {}

    record Written(Release.OfUnit unit, Told told) {}

    /** Decisions share the round; who releases has it alone until the transaction ends. */
    void share(HeldRound round) {
        lock("pg_advisory_xact_lock_shared", round);
    }

    void alone(HeldRound round) {
        lock("pg_advisory_xact_lock", round);
    }

    void propose(HeldRound round, Release.Proposal proposal, Visitor visitor) {
        db.sql("""
                insert into release_proposal (round, document, approved, effective, digest, person, post, at)
                values (:round, :document, :approved, :effective, :digest, :person, :post, :at)
                """)
                .param("round", round.id())
                .param("document", proposal.document())
                .param("approved", proposal.approved())
                .param("effective", proposal.effective().atOffset(UTC))
                .param("digest", proposal.digest())
                .param("person", visitor.login())
                .param("post", visitor.post().id())
                .param("at", proposal.at().atOffset(UTC))
                .update();
    }

    /** The newest proposal. */
    Optional<Release.Proposal> proposal(HeldRound round) {
        return db.sql("""
                select q.id, q.document, q.approved, q.effective, q.digest, q.person, p.name, b.name || ' ' || t.title as post, q.at
                  from release_proposal q
                  join person p on p.login = q.person
                  join post t on t.id = q.post
                  join body b on b.id = t.body
                 where q.round = :round
                 order by q.id desc
                 limit 1
                """)
                .param("round", round.id())
                .query(ReleaseStore::proposal)
                .optional();
    }

    /** Whether a proposal was made on this post or by this person. */
    boolean proposedBy(Release.Proposal proposal, Visitor visitor) {
        return db.sql("""
                select exists (select from release_proposal
                                where id = :id and (person = :person or post = :post))
                """)
                .param("id", proposal.id())
                .param("person", visitor.login())
                .param("post", visitor.post().id())
                .query(Boolean.class)
                .single();
    }

    void release(HeldRound round, Release release, DryRun run, Visitor visitor) {
        db.sql("""
                insert into release (round, proposal, ranking, result, digest, person, post, at)
                values (:round, :proposal, :ranking, :result, :digest, :person, :post, :at)
                """)
                .param("round", round.id())
                .param("proposal", release.proposal().id())
                .param("ranking", run.ranking())
                .param("result", run.result())
                .param("digest", release.digest())
                .param("person", visitor.login())
                .param("post", visitor.post().id())
                .param("at", release.at().atOffset(UTC))
                .update();
    }

    void release(HeldRound round, Written written) {
        var unit = written.unit();
        db.sql("""
                insert into released_unit (round, unit, name, level, region, total, place, zh, en)
                values (:round, :unit, :name, :level, :region, :total, :place, :zh, :en)
                """)
                .param("round", round.id())
                .param("unit", unit.unit())
                .param("name", unit.name())
                .param("level", unit.level())
                .param("region", unit.region())
                .param("total", unit.total())
                .param("place", unit.place())
                .param("zh", written.told().zh())
                .param("en", written.told().en())
                .update();
    }

    void release(HeldRound round, List<Release.OfAspect> aspects) {
        db.sql("""
                insert into released_aspect (round, unit, number, zh, en, score, maximum)
                select :round, unit, number, zh, en, score, maximum
                  from unnest(:units::text[], :numbers::int[], :zh::text[], :en::text[], :scores::numeric[], :maxima::numeric[])
                       as given (unit, number, zh, en, score, maximum)
                """)
                .param("round", round.id())
                .param("units", aspects.stream().map(Release.OfAspect::unit).toArray(String[]::new))
                .param("numbers", aspects.stream().map(Release.OfAspect::number).toArray(Integer[]::new))
                .param("zh", aspects.stream().map(aspect -> aspect.title().zh()).toArray(String[]::new))
                .param("en", aspects.stream().map(aspect -> aspect.title().en()).toArray(String[]::new))
                .param("scores", aspects.stream().map(Release.OfAspect::score).toArray(BigDecimal[]::new))
                .param("maxima", aspects.stream().map(Release.OfAspect::maximum).toArray(BigDecimal[]::new))
                .update();
    }

    Optional<Release> release(HeldRound round) {
        return db.sql("""
                select q.id, q.document, q.approved, q.effective, q.digest, q.person, p.name, b.name || ' ' || t.title as post, q.at,
                       r.digest as released, o.name as released_by, c.name || ' ' || u.title as released_post, r.at as released_at
                  from release r
                  join release_proposal q on q.id = r.proposal
                  join person p on p.login = q.person
                  join post t on t.id = q.post
                  join body b on b.id = t.body
                  join person o on o.login = r.person
                  join post u on u.id = r.post
                  join body c on c.id = u.body
                 where r.round = :round
                """)
                .param("round", round.id())
                .query((row, number) -> new Release(
                        proposal(row, number),
                        row.getString("released"),
                        row.getString("released_by"),
                        row.getString("released_post"),
                        Rows.instant(row, "released_at")))
                .optional();
    }

    /** All units, those of a region in the order of their places. */
    List<Release.OfUnit> units(HeldRound round) {
        return db.sql("""
                select unit, name, level, region, total, place
                  from released_unit
                 where round = :round
                 order by level, region, place nulls last, unit
                """)
                .param("round", round.id())
                .query(Rows.as(Release.OfUnit.class))
                .list();
    }

    Optional<Told> dossier(HeldRound round, String unit) {
        return db.sql("""
                select zh, en
                  from released_unit
                 where round = :round and unit = :unit
                """)
                .param("round", round.id())
                .param("unit", unit)
                .query(Rows.as(Told.class))
                .optional();
    }

    /** The aspects of all units of a region that have a total. */
    List<Release.OfAspect> aspects(HeldRound round, String level, String region) {
        return db.sql("""
                select a.unit, a.number, a.zh, a.en, a.score, a.maximum
                  from released_aspect a
                  join released_unit u using (round, unit)
                 where round = :round and u.level = :level and u.region = :region
                 order by a.unit, a.number
                """)
                .param("round", round.id())
                .param("level", level)
                .param("region", region)
                .query((row, number) -> new Release.OfAspect(
                        row.getString("unit"),
                        row.getInt("number"),
                        new Sentence(row.getString("zh"), row.getString("en")),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("maximum")))
                .list();
    }

    String ranking(HeldRound round) {
        return db.sql("""
                select ranking
                  from release
                 where round = :round
                """).param("round", round.id()).query(Rows::text).single();
    }

    /** The whole result as it was released. */
    String result(HeldRound round) {
        return db.sql("""
                select result
                  from release
                 where round = :round
                """).param("round", round.id()).query(Rows::text).single();
    }

    private void lock(String lock, HeldRound round) {
        db.sql("select " + lock + "(:round, 0)")
                .param("round", (int) round.id())
                .query((row, number) -> 0)
                .list();
    }

    private static Release.Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Release.Proposal(
                row.getLong("id"),
                row.getString("document"),
                row.getObject("approved", LocalDate.class),
                Rows.instant(row, "effective"),
                row.getString("digest"),
                row.getString("person"),
                row.getString("name"),
                row.getString("post"),
                Rows.instant(row, "at"));
    }
}
