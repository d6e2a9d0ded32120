package pingheng.deliberation;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class DeliberationStore {
    private final JdbcClient db;

    DeliberationStore(JdbcClient db) {
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
                .param("round", round)
                .query((row, number) -> new Session(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        members(row.getLong("id")),
                        candidates,
                        marks(row.getLong("id")),
                        minutes(row.getLong("id")).orElse(null)))
                .optional();
    }

    /** The number it is kept under; empty when the round has one. */
    Optional<Long> open(long round, String person, Instant at) {
        return db.sql("""
                insert into deliberation (round, person, at)
                values (:round, :person, :at)
                on conflict (round) do nothing
                returning id
                """)
                .param("round", round)
                .param("person", person)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .optional();
    }

    /** False when the member is there already. */
    boolean seat(long session, Member member, String person, Instant at) {
        return db.sql("""
                insert into deliberation_member (deliberation, post, title, name, region, person, at)
                values (:session, :post, :title, :name, :region, :person, :at)
                on conflict do nothing
                """)
                        .param("session", session)
                        .param("post", member.post())
                        .param("title", member.title())
                        .param("name", member.name())
                        .param("region", member.region())
                        .param("person", person)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    void depart(long session, long post, Member.Departure departure, String person) {
        db.sql("""
                insert into deliberation_departure (deliberation, post, reason, person, at)
                values (:session, :post, :reason, :person, :at)
                """)
                .param("session", session)
                .param("post", post)
                .param("reason", departure.reason())
                .param("person", person)
                .param("at", departure.at().atOffset(UTC))
                .update();
    }

    /** False when that version is there already. */
    boolean add(long session, Mark mark) {
        return db.sql("""
                insert into deliberation_mark (deliberation, post, unit, version, mark, recused, reason, person, at)
                values (:session, :post, :unit, :version, :mark, :recused, :reason, :person, :at)
                on conflict do nothing
                """)
                        .param("session", session)
                        .param("post", mark.post())
                        .param("unit", mark.unit())
                        .param("version", mark.version())
                        .param("mark", mark.mark())
                        .param("recused", mark.recused())
                        .param("reason", mark.reason())
                        .param("person", mark.person())
                        .param("at", mark.at().atOffset(UTC))
                        .update()
                == 1;
    }

    void close(long session, Minutes minutes, String person) {
        db.sql("""
                insert into deliberation_minutes (deliberation, text, digest, person, at)
                values (:session, :text, :digest, :person, :at)
                """)
                .param("session", session)
                .param("text", minutes.text())
                .param("digest", minutes.digest())
                .param("person", person)
                .param("at", minutes.at().atOffset(UTC))
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
                .param("session", session)
                .query((row, number) -> new Member(
                        row.getLong("post"),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("region"),
                        row.getString("reason") == null
                                ? null
                                : new Member.Departure(
                                        row.getString("reason"),
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant())))
                .list();
    }

    /** The newest version of each, by member. */
    private List<Mark> marks(long session) {
        return db.sql("""
                select distinct on (unit, post) post, unit, version, mark, recused, reason, person, at
                  from deliberation_mark
                 where deliberation = :session
                 order by unit, post, version desc
                """).param("session", session).query(Rows.as(Mark.class)).list();
    }

    private Optional<Minutes> minutes(long session) {
        return db.sql("""
                select m.text, m.digest, p.name as person, m.at
                  from deliberation_minutes m
                  join person p on p.login = m.person
                 where m.deliberation = :session
                """)
                .param("session", session)
                .query(Rows.as(Minutes.class))
                .optional();
    }
}
