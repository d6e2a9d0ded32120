package pingheng.deliberation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

@Repository
class DeliberationStore {
    private final Sql db;

    DeliberationStore(Sql db) {
        this.db = db;
    }

    /** The session of a round with its members, marks and minutes; empty when none was opened. */
    Optional<Session> session(long round, List<Candidate> candidates) {
        return db.sql("""
                select d.id, p.name, d.at
                  from deliberation d
                  join person p on p.login = d.person
                 where d.round = :round
                """)
                .with("round", round)
                .optional(row -> new Session(
                        row.number("id"),
                        row.code("name", Login::new),
                        row.instant("at"),
                        members(row.number("id")),
                        candidates,
                        marks(row.number("id")),
                        minutes(row.number("id")).orElse(null)));
    }

    /** The number it is kept under; empty when the round has one. */
    Optional<Long> open(long round, Login person, Instant at) {
        return db.sql("""
                insert into deliberation (round, person, at)
                values (:round, :person, :at)
                on conflict (round) do nothing
                returning id
                """).with("round", round, "person", person, "at", at).optional(Row::onlyNumber);
    }

    /** False when the member is there already. */
    boolean seat(long session, Member member, Login person, Instant at) {
        return db.sql("""
                insert into deliberation_member (deliberation, post, title, name, region, person, at)
                values (:session, :post, :title, :name, :region, :person, :at)
                on conflict do nothing
                """)
                .with("session", session, "post", member.post(), "title", member.title())
                .with("name", member.name(), "region", member.region(), "person", person, "at", at)
                .updated();
    }

    void depart(long session, PostId post, Member.Departure departure, Login person) {
        db.sql("""
                insert into deliberation_departure (deliberation, post, reason, person, at)
                values (:session, :post, :reason, :person, :at)
                """)
                .with("session", session, "post", post, "reason", departure.reason(), "person", person)
                .with("at", departure.at())
                .update();
    }

    /** False when that version is there already. */
    boolean add(long session, Mark mark) {
        return db.sql("""
                insert into deliberation_mark (deliberation, post, unit, version, mark, recused, reason, person, at)
                values (:session, :post, :unit, :version, :mark, :recused, :reason, :person, :at)
                on conflict do nothing
                """)
                .with("session", session, "post", mark.post(), "unit", mark.unit())
                .with("version", mark.version(), "mark", mark.mark(), "recused", mark.recused())
                .with("reason", mark.reason(), "person", mark.person(), "at", mark.at())
                .updated();
    }

    void close(long session, Minutes minutes, Login person) {
        db.sql("""
                insert into deliberation_minutes (deliberation, text, digest, person, at)
                values (:session, :text, :digest, :person, :at)
                """)
                .with("session", session, "text", minutes.text(), "digest", minutes.digest())
                .with("person", person, "at", minutes.at())
                .update();
    }

    private List<Member> members(long session) {
        return db.sql("""
                select m.post, m.title, m.name, m.region, d.reason, d.at
                  from deliberation_member m
                  left join deliberation_departure d on d.deliberation = m.deliberation and d.post = m.post
                 where m.deliberation = :session
                 order by m.at, m.post
                """)
                .with("session", session)
                .list(row -> new Member(
                        row.id("post", PostId::new),
                        row.text("title"),
                        row.text("name"),
                        row.text("region"),
                        row.textOrNull("reason") == null
                                ? null
                                : new Member.Departure(row.text("reason"), row.instant("at"))));
    }

    /** The newest version of each, by member. */
    private List<Mark> marks(long session) {
        return db.sql("""
                select distinct on (unit, post) post, unit, version, mark, recused, reason, person, at
                  from deliberation_mark
                 where deliberation = :session
                 order by unit, post, version desc
                """).with("session", session).list(DeliberationStore::mark);
    }

    private Optional<Minutes> minutes(long session) {
        return db.sql("""
                select m.text, m.digest, p.name as person, m.at
                  from deliberation_minutes m
                  join person p on p.login = m.person
                 where m.deliberation = :session
                """).with("session", session).optional(DeliberationStore::minutes);
    }

    private static Mark mark(Row row) throws SQLException {
        return new Mark(
                row.id("post", PostId::new),
                row.code("unit", UnitCode::new),
                row.version("version"),
                row.decimalOrNull("mark"),
                row.flag("recused"),
                row.text("reason"),
                row.code("person", Login::new),
                row.instant("at"));
    }

    private static Minutes minutes(Row row) throws SQLException {
        return new Minutes(row.text("text"), row.text("digest"), row.text("person"), row.instant("at"));
    }
}
