package pingheng.figure;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class FigureStore {
    private final JdbcClient db;

    FigureStore(JdbcClient db) {
        this.db = db;
    }

    /** What is reported now. */
    List<Reported> values(long round, String unit) {
        return current(round, unit).stream()
                .flatMap(version -> version.reported().stream())
                .toList();
    }

    /** The newest version of each figure, withdrawals too. */
    List<FigureVersion> current(long round, String unit) {
        return db.sql("""
                select distinct on (figure, member, period)
                       figure, member, period, version, written, value, source, reason, person, post, at
                  from figure_version
                 where round = :round and unit = :unit
                 order by figure, member, period desc, version desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query(FigureStore::version)
                .list();
    }

    /** All versions of a figure, each period and member with the newest first. */
    List<FigureVersion> versions(long round, String unit, String figure) {
        return db.sql("""
                select figure, member, period, version, written, value, source, reason, person, post, at
                  from figure_version
                 where round = :round and unit = :unit and figure = :figure
                 order by member, period desc, version desc
                """)
                .param("round", round)
                .param("unit", unit)
                .param("figure", figure)
                .query(FigureStore::version)
                .list();
    }

    /** Adds a version on top of the one that was seen, 0 for none; false when that is not the newest. */
    boolean save(long round, String unit, FigureVersion version, int seen) {
        return db.sql("""
                insert into figure_version
                       (round, unit, figure, member, period, version, written, value, source, reason, person, post, at)
                select :round, :unit, :figure, :member, :period, :seen + 1, :written, cast(:value as numeric),
                       :source, :reason, :person, cast(:post as bigint), cast(:at as timestamptz)
                 where :seen = (select coalesce(max(version), 0)
                                  from figure_version
                                 where round = :round and unit = :unit
                                   and figure = :figure and member = :member and period = :period)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("figure", version.figure())
                        .param("member", version.member())
                        .param("period", version.period())
                        .param("written", version.written())
                        .param("value", version.value())
                        .param("source", version.source())
                        .param("reason", version.reason())
                        .param("person", version.person())
                        .param("post", version.post())
                        .param("at", version.at().atOffset(UTC))
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** What all units report now, by unit. */
    Map<String, List<Reported>> values(long round) {
        var values = new HashMap<String, List<Reported>>();
        db.sql("""
                select distinct on (unit, figure, member, period)
                       unit, figure, member, period, version, written, value, source, reason, person, post, at
                  from figure_version
                 where round = :round
                 order by unit, figure, member, period desc, version desc
                """)
                .param("round", round)
                .query((row, number) -> {
                    var into = values.computeIfAbsent(row.getString("unit"), unit -> new ArrayList<>());
                    version(row, number).reported().ifPresent(into::add);
                    return into;
                })
                .list();
        return values;
    }

    private static FigureVersion version(ResultSet row, int number) throws SQLException {
        long post = row.getLong("post");
        return new FigureVersion(
                row.getString("figure"),
                row.getString("member"),
                row.getString("period"),
                row.getInt("version"),
                row.getString("written"),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getString("reason"),
                row.getString("person"),
                post == 0 ? null : post,
                Rows.instant(row, "at"));
    }

    List<School> schools(long round, String unit) {
        return schools(round, unit, "and s.unit = :unit").getOrDefault(unit, List.of());
    }

    /** The schools of all units, by unit. */
    Map<String, List<School>> schools(long round) {
        return schools(round, "", "");
    }

    private Map<String, List<School>> schools(long round, String unit, String which) {
        var byUnit = new HashMap<String, List<School>>();
        db.sql("""
                select s.unit, s.school, s.name, s.level, v.figure, v.value
                  from school s
                  left join school_value v using (round, unit, school, level)
                 where s.round = :round %s
                 order by s.unit, s.school, s.level, v.figure
                """.formatted(which)).param("round", round).param("unit", unit).query(row -> {
            var schools = byUnit.computeIfAbsent(row.getString("unit"), one -> new ArrayList<>());
            var school = new School(
                    row.getString("school"), row.getString("name"), row.getString("level"), new LinkedHashMap<>());
            var last = schools.isEmpty() ? null : schools.getLast();
            if (last == null
                    || !last.code().equals(school.code())
                    || !last.level().equals(school.level())) schools.add(school);
            if (row.getString("figure") != null)
                schools.getLast().values().put(row.getString("figure"), row.getBigDecimal("value"));
        });
        return byUnit;
    }

    void clearSchools(long round, String unit) {
        db.sql("""
                delete from school
                 where round = :round and unit = :unit
                """).param("round", round).param("unit", unit).update();
    }

    void add(long round, String unit, School school) {
        db.sql("""
                insert into school (round, unit, school, name, level)
                values (:round, :unit, :school, :name, :level)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("school", school.code())
                .param("name", school.name())
                .param("level", school.level())
                .update();
        db.sql("""
                insert into school_value (round, unit, school, level, figure, value)
                select :round, :unit, :school, :level, figure, value
                  from unnest(:figures::text[], :values::numeric[]) as given (figure, value)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("school", school.code())
                .param("level", school.level())
                .param("figures", school.values().keySet().toArray(String[]::new))
                .param("values", school.values().values().toArray(BigDecimal[]::new))
                .update();
    }

    /** Adds a batch after the newest, as the {@code first} where there is none; gives its number. */
    int addBatch(long round, String unit, School.Batch batch, int first) {
        return batch(db.sql("""
                insert into school_batch (round, unit, number, rows, content, digest, person, at)
                select :round, :unit, coalesce(max(number) + 1, :first), :rows, :content, :digest, :person,
                       cast(:at as timestamptz)
                  from school_batch
                 where round = :round and unit = :unit
                returning number
                """), round, unit, batch)
                .param("first", first)
                .query(Integer.class)
                .single();
    }

    /** Keeps a table that was there before batches were kept; does nothing where the first batch is. */
    void keepFirst(long round, String unit, School.Batch batch) {
        batch(db.sql("""
                insert into school_batch (round, unit, number, rows, content, digest, person, at)
                values (:round, :unit, 1, :rows, :content, :digest, :person, :at)
                on conflict do nothing
                """), round, unit, batch).update();
    }

    private static JdbcClient.StatementSpec batch(
            JdbcClient.StatementSpec statement, long round, String unit, School.Batch batch) {
        return statement
                .param("round", round)
                .param("unit", unit)
                .param("rows", batch.rows())
                .param("content", batch.content())
                .param("digest", batch.digest())
                .param("person", batch.person())
                .param("at", batch.at().atOffset(UTC));
    }

    List<School.Batch> batches(long round, String unit) {
        return db.sql("""
                select number, rows, content, digest, person, at
                  from school_batch
                 where round = :round and unit = :unit
                 order by number desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(School.Batch.class))
                .list();
    }
}
