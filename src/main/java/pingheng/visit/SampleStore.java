package pingheng.visit;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.people.Role;
import pingheng.people.Visitor;

@Repository
class SampleStore {
    private final JdbcClient db;

    SampleStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the round has a sample. */
    boolean add(long round, Sample sample, Visitor visitor) {
        return db.sql("""
                insert into sample (round, source, seed, program, digest, person, post, at)
                values (:round, :source, :seed, :program, :digest, :person, :post, :at)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("source", sample.source())
                        .param("seed", sample.seed())
                        .param("program", sample.program())
                        .param("digest", sample.digest())
                        .param("person", visitor.login())
                        .param("post", visitor.post().id())
                        .param("at", sample.at().atOffset(UTC))
                        .update()
                == 1;
    }

    void add(long round, Draw.Placed placed) {
        db.sql("""
                insert into sample_unit (round, unit, position, hash, drawn)
                values (:round, :unit, :position, :hash, :drawn)
                """)
                .param("round", round)
                .param("unit", placed.unit().code())
                .param("position", placed.position())
                .param("hash", placed.hash())
                .param("drawn", placed.drawn())
                .update();
    }

    /** False when it is named already. */
    boolean name(long round, String unit, String reason, String person, Instant at) {
        return db.sql("""
                insert into sample_named (round, unit, reason, person, at)
                values (:round, :unit, :reason, :person, :at)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("reason", reason)
                        .param("person", person)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
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
                .param("round", round)
                .param("all", reader.is(Role.PROVINCE))
                .param("own", reader.ownsUnit(reader.unit()) ? reader.unit() : null)
                .query((row, number) -> {
                    lines.add(line(row));
                    return new Sample(
                            row.getString("source"),
                            row.getString("seed"),
                            row.getString("program"),
                            row.getString("digest"),
                            row.getString("person"),
                            Rows.instant(row, "at"),
                            lines);
                })
                .list()
                .stream()
                .findFirst();
    }

    private static Sample.Line line(ResultSet row) throws SQLException {
        return new Sample.Line(
                row.getString("unit"),
                row.getString("name"),
                row.getString("level"),
                row.getString("region"),
                row.getInt("position"),
                row.getString("hash"),
                row.getBoolean("drawn"),
                row.getBoolean("named"),
                row.getString("reason"));
    }

    /** Whether the unit is visited in the round. */
    boolean visited(long round, String unit) {
        return db.sql("""
                select exists (select from sample_unit u
                                where u.round = :round and u.unit = :unit
                                  and (u.drawn or exists (select from sample_named n
                                                           where n.round = u.round and n.unit = u.unit)))
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }
}
