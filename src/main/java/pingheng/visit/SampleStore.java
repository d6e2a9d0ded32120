package pingheng.visit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.people.Level;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.value.Login;
import pingheng.value.UnitCode;

@Repository
class SampleStore {
    private final Sql db;

    SampleStore(Sql db) {
        this.db = db;
    }

    /** False when the round has a sample. */
    boolean add(long round, Sample sample, Visitor visitor) {
        return db.sql("""
                insert into sample (round, source, seed, program, digest, person, post, at)
                values (:round, :source, :seed, :program, :digest, :person, :post, :at)
                on conflict do nothing
                """)
                .with("round", round, "source", sample.source(), "seed", sample.seed())
                .with("program", sample.program(), "digest", sample.digest(), "person", visitor.login())
                .with("post", visitor.post().id(), "at", sample.at())
                .updated();
    }

    void add(long round, Draw.Placed placed) {
        db.sql("""
                insert into sample_unit (round, unit, position, hash, drawn)
                values (:round, :unit, :position, :hash, :drawn)
                """)
                .with("round", round, "unit", placed.unit().code(), "position", placed.position())
                .with("hash", placed.hash(), "drawn", placed.drawn())
                .update();
    }

    /** False when it is named already. */
    boolean name(long round, UnitCode unit, String reason, Login person, Instant at) {
        return db.sql("""
                insert into sample_named (round, unit, reason, person, at)
                values (:round, :unit, :reason, :person, :at)
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "reason", reason, "person", person, "at", at)
                .updated();
    }

    /** With why units were named: all of it for the province, for others that of their own unit once its findings were handed over. */
    Optional<Sample> sample(long round, Visitor reader) {
        var lines = new ArrayList<Sample.Line>();
        return db
                .sql("""
                select s.source, s.seed, s.program, s.digest, p.name as person, s.at,
                       u.unit, d.name, d.level, d.region, u.position, u.hash, u.drawn, n.unit is not null as named,
                       case when :all
                              or u.unit = :own and exists (select from site_record r
                                                            where r.round = u.round and r.unit = u.unit)
                            then n.reason end as reason
                  from sample s
                  join person p on p.login = s.person
                  join sample_unit u on u.round = s.round
                  join division d on d.code = u.unit
                  left join sample_named n on n.round = u.round and n.unit = u.unit
                 where s.round = :round
                 order by d.level, d.region, u.position
                """)
                .with("round", round, "all", reader.is(Role.PROVINCE))
                .with("own", reader.ownsUnit(reader.unit()) ? reader.unit() : null)
                .list(row -> {
                    lines.add(line(row));
                    return new Sample(
                            row.text("source"),
                            row.text("seed"),
                            row.text("program"),
                            row.text("digest"),
                            row.text("person"),
                            row.instant("at"),
                            lines);
                })
                .stream()
                .findFirst();
    }

    /** What was drawn, as it is stored. */
    record Drawn(String source, String seed, String program, String digest) {}

    Optional<Drawn> drawn(long round) {
        return db.sql("""
                select source, seed, program, digest
                  from sample
                 where round = :round
                """)
                .with("round", round)
                .optional(row ->
                        new Drawn(row.text("source"), row.text("seed"), row.text("program"), row.text("digest")));
    }

    /** A place in the order of the draw. */
    record Position(UnitCode unit, int position, String hash, boolean drawn) {}

    List<Position> positions(long round) {
        return db.sql("""
                select unit, position, hash, drawn
                  from sample_unit
                 where round = :round
                 order by unit
                """)
                .with("round", round)
                .list(row -> new Position(
                        row.code("unit", UnitCode::new), row.integer("position"), row.text("hash"), row.flag("drawn")));
    }

    private static Sample.Line line(Row row) throws SQLException {
        return new Sample.Line(
                row.code("unit", UnitCode::new),
                row.text("name"),
                row.coded("level", Level.class),
                row.text("region"),
                row.integer("position"),
                row.text("hash"),
                row.flag("drawn"),
                row.flag("named"),
                row.textOrNull("reason"));
    }

    /** Whether the unit is visited in the round. */
    boolean visited(long round, UnitCode unit) {
        return db.sql("""
                select exists (select from sample_unit u
                                where u.round = :round and u.unit = :unit
                                  and (u.drawn or exists (select from sample_named n
                                                           where n.round = u.round and n.unit = u.unit)))
                """).with("round", round, "unit", unit).single(Row::onlyFlag);
    }
}
