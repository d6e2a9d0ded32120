package pingheng.rectification;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.people.Visitor;

@Repository
class RectificationStore {
    private final JdbcClient db;

    RectificationStore(JdbcClient db) {
        this.db = db;
    }

    /** A deficiency of a round with what became of it. */
    record Line(String unit, Item item) {}

    /** Every line of the problem lists of a round, or of one unit of it; by unit and number. */
    List<Line> lines(long round, String unit) {
        var proofs = proofs(round, unit);
        return db.sql("""
                select d.unit, d.number, d.point, d.text,
                       m.version, m.text as measure, m.body, b.name as responsible, m.due, p.name, m.at
                  from deficiency d
                  left join (select distinct on (round, unit, number) *
                               from measure
                              where round = :round
                              order by round, unit, number, version desc) m
                         on m.round = d.round and m.unit = d.unit and m.number = d.number
                  left join body b on b.id = m.body
                  left join person p on p.login = m.person
                 where d.round = :round and (:unit = '' or d.unit = :unit)
                 order by d.unit, d.number
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> new Line(
                        row.getString("unit"),
                        new Item(
                                new Deficiency(row.getInt("number"), row.getString("point"), row.getString("text")),
                                row.getString("measure") == null ? null : measure(row),
                                proofs.getOrDefault(row.getString("unit") + "/" + row.getInt("number"), List.of()))))
                .list();
    }

    /** False when that version is there already. */
    boolean plan(long round, String unit, int number, Measure measure, Visitor visitor) {
        return db.sql("""
                insert into measure (round, unit, number, version, text, body, due, person, post, at)
                values (:round, :unit, :number, :version, :text, :body, :due, :person, :post, :at)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("number", number)
                        .param("version", measure.version())
                        .param("text", measure.text())
                        .param("body", measure.body())
                        .param("due", measure.due())
                        .param("person", visitor.login())
                        .param("post", visitor.post().id())
                        .param("at", measure.at().atOffset(UTC))
                        .update()
                == 1;
    }

    void prove(long round, String unit, int number, Proof proof, Visitor visitor) {
        var file = Optional.ofNullable(proof.file());
        db.sql("""
                insert into proof (round, unit, number, text, sha256, name, type, size, person, post, at)
                values (:round, :unit, :number, :text, :sha256, :name, :type, :size, :person, :post, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("number", number)
                .param("text", proof.text())
                .param("sha256", file.map(Proof.Attached::sha256).orElse(null))
                .param("name", file.map(Proof.Attached::name).orElse(null))
                .param("type", file.map(Proof.Attached::type).orElse(null))
                .param("size", file.map(Proof.Attached::size).orElse(null))
                .param("person", visitor.login())
                .param("post", visitor.post().id())
                .param("at", proof.at().atOffset(UTC))
                .update();
    }

    /** False when the proof is checked already. */
    boolean check(long proof, Proof.Check check, Visitor visitor) {
        return db.sql("""
                insert into proof_check (proof, accepted, reason, person, post, at)
                values (:proof, :accepted, :reason, :person, :post, :at)
                on conflict do nothing
                """)
                        .param("proof", proof)
                        .param("accepted", check.accepted())
                        .param("reason", check.reason())
                        .param("person", visitor.login())
                        .param("post", visitor.post().id())
                        .param("at", check.at().atOffset(UTC))
                        .update()
                == 1;
    }

    /** The proofs in their order, by unit and number. */
    private Map<String, List<Proof>> proofs(long round, String unit) {
        var proofs = new TreeMap<String, List<Proof>>();
        var keys = new HashMap<Long, String>();
        db.sql("""
                select f.id, f.unit, f.number, f.text, f.sha256, f.name as file, f.type, f.size, p.name, f.at,
                       c.accepted, c.reason, q.name as checker, c.at as checked
                  from proof f
                  join person p on p.login = f.person
                  left join proof_check c on c.proof = f.id
                  left join person q on q.login = c.person
                 where f.round = :round and (:unit = '' or f.unit = :unit)
                 order by f.id
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> {
                    keys.put(row.getLong("id"), row.getString("unit") + "/" + row.getInt("number"));
                    return proof(row);
                })
                .list()
                .forEach(proof -> proofs.computeIfAbsent(
                                String.valueOf(keys.get(proof.id())), key -> new java.util.ArrayList<>())
                        .add(proof));
        return proofs;
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                row.getInt("version"),
                row.getString("measure"),
                row.getLong("body"),
                row.getString("responsible"),
                row.getObject("due", java.time.LocalDate.class),
                row.getString("name"),
                Rows.instant(row, "at"));
    }

    private static Proof proof(ResultSet row) throws SQLException {
        var sha256 = row.getString("sha256");
        var checker = row.getString("checker");
        return new Proof(
                row.getLong("id"),
                row.getString("text"),
                sha256 == null
                        ? null
                        : new Proof.Attached(sha256, row.getString("file"), row.getString("type"), row.getLong("size")),
                row.getString("name"),
                Rows.instant(row, "at"),
                checker == null
                        ? null
                        : new Proof.Check(
                                row.getBoolean("accepted"),
                                row.getString("reason"),
                                checker,
                                Rows.instant(row, "checked")));
    }
}
