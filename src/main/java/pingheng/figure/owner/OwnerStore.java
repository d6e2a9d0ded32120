package pingheng.figure.owner;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class OwnerStore {
    private final JdbcClient db;

    OwnerStore(JdbcClient db) {
        this.db = db;
    }

    /** The bodies of a unit, each with whether a contact holds a post of it on the day, and the figures moved to it. */
    List<FigureOwners.Candidate> candidates(long round, String unit, LocalDate day) {
        return db.sql("""
                select b.id, b.name, b.kind,
                       exists (select from post p
                                 join appointment a on a.post = p.id
                                where p.body = b.id and p.role = 'contact'
                                  and a.since <= :day and (a.until is null or a.until > :day)) as manned,
                       array(select o.figure
                               from figure_owner o
                              where o.round = :round and o.unit = :unit and o.body = b.id
                                and not exists (select from figure_owner later
                                                 where later.round = o.round and later.unit = o.unit
                                                   and later.figure = o.figure and later.version > o.version)
                              order by o.figure) as moved
                  from body b
                 where b.division = :unit
                 order by b.town, b.id
                """)
                .param("round", round)
                .param("unit", unit)
                .param("day", day)
                .query((row, number) -> new FigureOwners.Candidate(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getBoolean("manned"),
                        List.of((String[]) row.getArray("moved").getArray())))
                .list();
    }

    /** The next move of a figure; false when another was faster. */
    boolean move(long round, String unit, String figure, Move move) {
        return db.sql("""
                insert into figure_owner (round, unit, figure, version, body, reason, person, at)
                select :round, :unit, :figure, coalesce(max(version), 0) + 1, :body, :reason, :person,
                       cast(:at as timestamptz)
                  from figure_owner
                 where round = :round and unit = :unit and figure = :figure
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("figure", figure)
                        .param("body", move.body())
                        .param("reason", move.reason())
                        .param("person", move.person())
                        .param("at", move.at().atOffset(UTC))
                        .update()
                == 1;
    }

    /** The moves of a figure, the newest first. */
    List<Move> moves(long round, String unit, String figure) {
        return db.sql("""
                select o.version, o.body, b.name, o.reason, o.person, o.at
                  from figure_owner o
                  join body b on b.id = o.body
                 where o.round = :round and o.unit = :unit and o.figure = :figure
                 order by o.version desc
                """)
                .param("round", round)
                .param("unit", unit)
                .param("figure", figure)
                .query(Rows.as(Move.class))
                .list();
    }
}
