package pingheng.rectification;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.people.Visitor;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.ProofId;
import pingheng.value.UnitCode;

@Repository
class RectificationStore {
    private final Sql db;

    RectificationStore(Sql db) {
        this.db = db;
    }

    /** A deficiency of a round with what became of it. */
    record Line(UnitCode unit, Item item) {}

    /** Every line of the problem lists of a round, by unit and number. */
    List<Line> lines(long round) {
        return of(round, null);
    }

    /** Every line of the problem list of a unit, by number. */
    List<Line> lines(long round, UnitCode unit) {
        return of(round, unit);
    }

    private List<Line> of(long round, @Nullable UnitCode unit) {
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
                  left join body_current b on b.id = m.body
                  left join person p on p.login = m.person
                 where d.round = :round and (cast(:unit as text) is null or d.unit = :unit)
                 order by d.unit, d.number
                """)
                .with("round", round, "unit", unit)
                .list(row -> new Line(
                        row.code("unit", UnitCode::new),
                        new Item(
                                new Deficiency(
                                        row.integer("number"), row.code("point", PointCode::new), row.text("text")),
                                row.textOrNull("measure") == null ? null : measure(row),
                                proofs.getOrDefault(row.text("unit") + "/" + row.integer("number"), List.of()))));
    }

    /** False when that version is there already. */
    boolean plan(long round, UnitCode unit, int number, Measure measure, Visitor visitor) {
        return db.sql("""
                insert into measure (round, unit, number, version, text, body, due, person, post, at)
                values (:round, :unit, :number, :version, :text, :body, :due, :person, :post, :at)
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "number", number, "version", measure.version())
                .with("text", measure.text(), "body", measure.body(), "due", measure.due())
                .with("person", visitor.login(), "post", visitor.post().id(), "at", measure.at())
                .updated();
    }

    void prove(long round, UnitCode unit, int number, Proof proof, Visitor visitor) {
        var file = Optional.ofNullable(proof.file());
        db.sql("""
                insert into proof (round, unit, number, text, sha256, name, type, size, person, post, at)
                values (:round, :unit, :number, :text, :sha256, :name, :type, :size, :person, :post, :at)
                """)
                .with("round", round, "unit", unit, "number", number, "text", proof.text())
                .with("sha256", file.map(Proof.Attached::sha256).orElse(null))
                .with("name", file.map(Proof.Attached::name).orElse(null))
                .with("type", file.map(Proof.Attached::type).orElse(null))
                .with("size", file.map(Proof.Attached::size).orElse(null), "person", visitor.login())
                .with("post", visitor.post().id(), "at", proof.at())
                .update();
    }

    /** False when the proof is checked already. */
    boolean check(ProofId proof, Proof.Check check, Visitor visitor) {
        return db.sql("""
                insert into proof_check (proof, accepted, reason, person, post, at)
                values (:proof, :accepted, :reason, :person, :post, :at)
                on conflict do nothing
                """)
                .with("proof", proof, "accepted", check.accepted(), "reason", check.reason())
                .with("person", visitor.login(), "post", visitor.post().id(), "at", check.at())
                .updated();
    }

    /** The file of a proof. */
    record ProofFile(long proof, UnitCode unit, String sha256) {}

    /** The files of all proofs that have one. */
    List<ProofFile> proofFiles() {
        return db.sql("""
                select id, unit, sha256
                  from proof
                 where sha256 is not null
                 order by id
                """)
                .list(row -> new ProofFile(row.number("id"), row.code("unit", UnitCode::new), row.text("sha256")));
    }

    /** The proofs in their order, by unit and number. */
    private Map<String, List<Proof>> proofs(long round, @Nullable UnitCode unit) {
        return db.sql("""
                select f.id, f.unit, f.number, f.text, f.sha256, f.name as file, f.type, f.size, p.name, f.at,
                       c.accepted, c.reason, q.name as checker, c.at as checked
                  from proof f
                  join person p on p.login = f.person
                  left join proof_check c on c.proof = f.id
                  left join person q on q.login = c.person
                 where f.round = :round and (cast(:unit as text) is null or f.unit = :unit)
                 order by f.id
                """)
                .with("round", round, "unit", unit)
                .grouped(row -> row.text("unit") + "/" + row.integer("number"), RectificationStore::proof);
    }

    private static Measure measure(Row row) throws SQLException {
        return new Measure(
                row.version("version"),
                row.text("measure"),
                row.id("body", BodyId::new),
                row.text("responsible"),
                row.date("due"),
                row.text("name"),
                row.instant("at"));
    }

    private static Proof proof(Row row) throws SQLException {
        var sha256 = row.textOrNull("sha256");
        var checker = row.textOrNull("checker");
        return new Proof(
                row.id("id", ProofId::new),
                row.text("text"),
                sha256 == null
                        ? null
                        : new Proof.Attached(sha256, row.text("file"), row.text("type"), row.number("size")),
                row.text("name"),
                row.instant("at"),
                checker == null
                        ? null
                        : new Proof.Check(row.flag("accepted"), row.text("reason"), checker, row.instant("checked")));
    }
}
