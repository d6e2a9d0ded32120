package pingheng.figure.owner;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.BodyId;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.UnitCode;

@Repository
class OwnerStore {
    private final Sql db;

    OwnerStore(Sql db) {
        this.db = db;
    }

    /** The bodies of a unit, each with whether a contact holds a post of it on the day, and the figures moved to it. */
    List<FigureOwners.Candidate> candidates(long round, UnitCode unit, LocalDate day) {
        return db.sql("""
                select b.id, b.name, b.kind,
                       exists (select from post p
                                 join appointment_current a on a.post = p.id
                                where p.body = b.id and p.role = 'contact'
                                  and a.since <= :day and (a.until is null or a.until > :day)) as manned,
                       array(select o.figure
                               from figure_owner o
                              where o.round = :round and o.unit = :unit and o.body = b.id
                                and not exists (select from figure_owner later
                                                 where later.round = o.round and later.unit = o.unit
                                                   and later.figure = o.figure and later.version > o.version)
                              order by o.figure) as moved
                  from body_current b
                 where b.division = :unit
                 order by b.town, b.id
                """)
                .with("round", round, "unit", unit, "day", day)
                .list(row -> new FigureOwners.Candidate(
                        row.id("id", BodyId::new),
                        row.text("name"),
                        row.text("kind"),
                        row.flag("manned"),
                        row.codes("moved", FigureCode::new)));
    }

    /** The next move of a figure; false when another was faster. */
    boolean move(long round, UnitCode unit, FigureCode figure, Move move) {
        return db.sql("""
                insert into figure_owner (round, unit, figure, version, body, reason, person, at)
                select :round, :unit, :figure, coalesce(max(version), 0) + 1, :body, :reason, :person,
                       cast(:at as timestamptz)
                  from figure_owner
                 where round = :round and unit = :unit and figure = :figure
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "figure", figure, "body", move.body())
                .with("reason", move.reason(), "person", move.person(), "at", move.at())
                .updated();
    }

    /** The moves of a figure, the newest first. */
    List<Move> moves(long round, UnitCode unit, FigureCode figure) {
        return db.sql("""
                select o.version, o.body, b.name, o.reason, o.person, o.at
                  from figure_owner o
                  join body_current b on b.id = o.body
                 where o.round = :round and o.unit = :unit and o.figure = :figure
                 order by o.version desc
                """).with("round", round, "unit", unit, "figure", figure).list(OwnerStore::move);
    }

    private static Move move(Row row) throws SQLException {
        return new Move(
                row.version("version"),
                row.id("body", BodyId::new),
                row.text("name"),
                row.text("reason"),
                row.code("person", Login::new),
                row.instant("at"));
    }
}
