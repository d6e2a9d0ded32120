package pingheng.result.release;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.people.Level;
import pingheng.people.Visitor;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.value.ProposalId;
import pingheng.value.UnitCode;

@Repository
class ReleaseStore {
    private final Sql db;

    ReleaseStore(Sql db) {
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
                .with("round", round.id(), "document", proposal.document(), "approved", proposal.approved())
                .with("effective", proposal.effective(), "digest", proposal.digest())
                .with("person", visitor.login(), "post", visitor.post().id(), "at", proposal.at())
                .update();
    }

    /** The newest proposal. */
    Optional<Release.Proposal> proposal(HeldRound round) {
        return db.sql("""
                select q.id, q.document, q.approved, q.effective, q.digest, q.person, p.name, b.name || ' ' || t.title as post, q.at
                  from release_proposal q
                  join person p on p.login = q.person
                  join post t on t.id = q.post
                  join body_current b on b.id = t.body
                 where q.round = :round
                 order by q.id desc
                 limit 1
                """).with("round", round.id()).optional(ReleaseStore::proposal);
    }

    /** Whether a proposal was made on this post or by this person. */
    boolean proposedBy(Release.Proposal proposal, Visitor visitor) {
        return db.sql("""
                select exists (select from release_proposal
                                where id = :id and (person = :person or post = :post))
                """)
                .with("id", proposal.id(), "person", visitor.login())
                .with("post", visitor.post().id())
                .single(Row::onlyFlag);
    }

    void release(HeldRound round, Release release, DryRun run, Visitor visitor) {
        db.sql("""
                insert into release (round, proposal, ranking, result, digest, person, post, at)
                values (:round, :proposal, :ranking, :result, :digest, :person, :post, :at)
                """)
                .with("round", round.id(), "proposal", release.proposal().id(), "ranking", run.ranking())
                .with("result", run.result(), "digest", release.digest(), "person", visitor.login())
                .with("post", visitor.post().id(), "at", release.at())
                .update();
    }

    void release(HeldRound round, Written written) {
        var unit = written.unit();
        db.sql("""
                insert into released_unit (round, unit, name, level, region, total, place, zh, en)
                values (:round, :unit, :name, :level, :region, :total, :place, :zh, :en)
                """)
                .with("round", round.id(), "unit", unit.unit(), "name", unit.name(), "level", unit.level())
                .with("region", unit.region(), "total", unit.total(), "place", unit.place())
                .with("zh", written.told().zh(), "en", written.told().en())
                .update();
    }

    void release(HeldRound round, List<Release.OfAspect> aspects) {
        db.sql("""
                insert into released_aspect (round, unit, number, zh, en, score, maximum)
                select :round, unit, number, zh, en, score, maximum
                  from unnest(:units::text[], :numbers::int[], :zh::text[], :en::text[], :scores::numeric[], :maxima::numeric[])
                       as given (unit, number, zh, en, score, maximum)
                """)
                .with("round", round.id())
                .with(
                        "units",
                        aspects.stream().map(aspect -> aspect.unit().text()).toArray(String[]::new))
                .with("numbers", aspects.stream().map(Release.OfAspect::number).toArray(Integer[]::new))
                .with("zh", aspects.stream().map(aspect -> aspect.title().zh()).toArray(String[]::new))
                .with("en", aspects.stream().map(aspect -> aspect.title().en()).toArray(String[]::new))
                .with("scores", aspects.stream().map(Release.OfAspect::score).toArray(BigDecimal[]::new))
                .with("maxima", aspects.stream().map(Release.OfAspect::maximum).toArray(BigDecimal[]::new))
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
                  join body_current b on b.id = t.body
                  join person o on o.login = r.person
                  join post u on u.id = r.post
                  join body_current c on c.id = u.body
                 where r.round = :round
                """)
                .with("round", round.id())
                .optional(row -> new Release(
                        proposal(row),
                        row.text("released"),
                        row.text("released_by"),
                        row.text("released_post"),
                        row.instant("released_at")));
    }

    /** The numbers of the rounds whose release is in force. */
    Set<Long> inForce(Instant now) {
        return db.sql("""
                select r.round
                  from release r
                  join release_proposal q on q.id = r.proposal
                 where q.effective <= :now
                """).with("now", now).set(Row::onlyNumber);
    }

    /** All units, those of a region in the order of their places. */
    List<Release.OfUnit> units(HeldRound round) {
        return db.sql("""
                select unit, name, level, region, total, place
                  from released_unit
                 where round = :round
                 order by level, region, place nulls last, unit
                """).with("round", round.id()).list(ReleaseStore::ofUnit);
    }

    Optional<Told> dossier(HeldRound round, UnitCode unit) {
        return db.sql("""
                select zh, en
                  from released_unit
                 where round = :round and unit = :unit
                """).with("round", round.id(), "unit", unit).optional(ReleaseStore::told);
    }

    /** The aspects of all units of a region that have a total. */
    List<Release.OfAspect> aspects(HeldRound round, Level level, String region) {
        return db.sql("""
                select a.unit, a.number, a.zh, a.en, a.score, a.maximum
                  from released_aspect a
                  join released_unit u using (round, unit)
                 where round = :round and u.level = :level and u.region = :region
                 order by a.unit, a.number
                """)
                .with("round", round.id(), "level", level, "region", region)
                .list(row -> new Release.OfAspect(
                        row.code("unit", UnitCode::new),
                        row.integer("number"),
                        new Sentence(row.text("zh"), row.text("en")),
                        row.decimal("score"),
                        row.decimal("maximum")));
    }

    String ranking(HeldRound round) {
        return db.sql("""
                select ranking
                  from release
                 where round = :round
                """).with("round", round.id()).single(Row::onlyText);
    }

    /** The whole result as it was released. */
    String result(HeldRound round) {
        return db.sql("""
                select result
                  from release
                 where round = :round
                """).with("round", round.id()).single(Row::onlyText);
    }

    private void lock(String lock, HeldRound round) {
        db.sql("select " + lock + "(:round, 0)").with("round", (int) round.id()).run();
    }

    private static Release.Proposal proposal(Row row) throws SQLException {
        return new Release.Proposal(
                row.id("id", ProposalId::new),
                row.text("document"),
                row.date("approved"),
                row.instant("effective"),
                row.text("digest"),
                row.text("person"),
                row.text("name"),
                row.text("post"),
                row.instant("at"));
    }

    private static Release.OfUnit ofUnit(Row row) throws SQLException {
        return new Release.OfUnit(
                row.code("unit", UnitCode::new),
                row.text("name"),
                row.coded("level", Level.class),
                row.text("region"),
                row.decimalOrNull("total"),
                row.integerOrNull("place"));
    }

    private static Told told(Row row) throws SQLException {
        return new Told(row.text("zh"), row.text("en"));
    }
}
