package pingheng.figure;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Code;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

@Repository
class FigureStore {
    private final Sql db;

    FigureStore(Sql db) {
        this.db = db;
    }

    /** What is reported now. */
    List<Reported> values(long round, UnitCode unit) {
        return current(round, unit).stream()
                .flatMap(version -> version.reported().stream())
                .toList();
    }

    /** The newest version of each figure, withdrawals too. */
    List<FigureVersion> current(long round, UnitCode unit) {
        return db.sql("""
                select distinct on (figure, member, period)
                       figure, member, period, version, written, value, source, reason, person, post, at
                  from figure_version
                 where round = :round and unit = :unit
                 order by figure, member, period desc, version desc
                """).with("round", round, "unit", unit).list(FigureStore::version);
    }

    /** All versions of a figure, each period and member with the newest first. */
    List<FigureVersion> versions(long round, UnitCode unit, FigureCode figure) {
        return db.sql("""
                select figure, member, period, version, written, value, source, reason, person, post, at
                  from figure_version
                 where round = :round and unit = :unit and figure = :figure
                 order by member, period desc, version desc
                """).with("round", round, "unit", unit, "figure", figure).list(FigureStore::version);
    }

    /** Adds a version on top of the one that was seen, 0 for none; false when that is not the newest. */
    boolean save(long round, UnitCode unit, FigureVersion version, Version seen) {
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
                .with("round", round, "unit", unit, "figure", version.figure(), "member", version.member())
                .with("period", version.period(), "written", version.written(), "value", version.value())
                .with("source", version.source(), "reason", version.reason(), "person", version.person())
                .with("post", version.post(), "at", version.at(), "seen", seen)
                .updated();
    }

    /** What all units report now, by unit. */
    Map<UnitCode, List<Reported>> values(long round) {
        var values = new HashMap<UnitCode, List<Reported>>();
        db.sql("""
                select distinct on (unit, figure, member, period)
                       unit, figure, member, period, version, written, value, source, reason, person, post, at
                  from figure_version
                 where round = :round
                 order by unit, figure, member, period desc, version desc
                """).with("round", round).each(row -> {
            var into = values.computeIfAbsent(row.code("unit", UnitCode::new), unit -> new ArrayList<>());
            version(row).reported().ifPresent(into::add);
        });
        return values;
    }

    private static FigureVersion version(Row row) throws SQLException {
        return new FigureVersion(
                row.code("figure", FigureCode::new),
                row.text("member"),
                row.text("period"),
                row.version("version"),
                row.text("written"),
                row.decimalOrNull("value"),
                row.text("source"),
                row.text("reason"),
                row.code("person", Login::new),
                row.idOrNull("post", PostId::new),
                row.instant("at"));
    }

    List<School> schools(long round, UnitCode unit) {
        return schools(round, unit, "and s.unit = :unit").getOrDefault(unit, List.of());
    }

    /** The schools of all units, by unit. */
    Map<UnitCode, List<School>> schools(long round) {
        return schools(round, null, "");
    }

    private Map<UnitCode, List<School>> schools(long round, @Nullable UnitCode unit, String which) {
        var byUnit = new HashMap<UnitCode, List<School>>();
        db.sql("""
                select s.unit, s.school, s.name, s.level, v.figure, v.value
                  from school s
                  left join school_value v using (round, unit, school, level)
                 where s.round = :round %s
                 order by s.unit, s.school, s.level, v.figure
                """.formatted(which)).with("round", round, "unit", unit).each(row -> {
            var schools = byUnit.computeIfAbsent(row.code("unit", UnitCode::new), one -> new ArrayList<>());
            var school = new School(row.text("school"), row.text("name"), row.text("level"), new LinkedHashMap<>());
            var last = schools.isEmpty() ? null : schools.getLast();
            if (last == null
                    || !last.code().equals(school.code())
                    || !last.level().equals(school.level())) schools.add(school);
            var figure = row.codeOrNull("figure", FigureCode::new);
            if (figure != null) schools.getLast().values().put(figure, row.decimal("value"));
        });
        return byUnit;
    }

    void clearSchools(long round, UnitCode unit) {
        db.sql("""
                delete from school
                 where round = :round and unit = :unit
                """).with("round", round, "unit", unit).update();
    }

    void add(long round, UnitCode unit, School school) {
        db.sql("""
                insert into school (round, unit, school, name, level)
                values (:round, :unit, :school, :name, :level)
                """)
                .with("round", round, "unit", unit, "school", school.code(), "name", school.name())
                .with("level", school.level())
                .update();
        db.sql("""
                insert into school_value (round, unit, school, level, figure, value)
                select :round, :unit, :school, :level, figure, value
                  from unnest(:figures::text[], :values::numeric[]) as given (figure, value)
                """)
                .with("round", round, "unit", unit, "school", school.code(), "level", school.level())
                .with(
                        "figures",
                        school.values().keySet().stream().map(FigureCode::text).toArray(String[]::new))
                .with("values", school.values().values().toArray(BigDecimal[]::new))
                .update();
    }

    /** Adds a batch after the newest, as the {@code first} where there is none; gives its number. */
    int addBatch(long round, UnitCode unit, School.Batch batch, int first) {
        return with(db.sql("""
                insert into school_batch (round, unit, number, rows, content, digest, person, at)
                select :round, :unit, coalesce(max(number) + 1, :first), :rows, :content, :digest, :person,
                       cast(:at as timestamptz)
                  from school_batch
                 where round = :round and unit = :unit
                returning number
                """), round, unit, batch).with("first", first).single(row -> row.integer("number"));
    }

    /** Keeps a table that was there before batches were kept; does nothing where the first batch is. */
    void keepFirst(long round, UnitCode unit, School.Batch batch) {
        with(db.sql("""
                insert into school_batch (round, unit, number, rows, content, digest, person, at)
                values (:round, :unit, 1, :rows, :content, :digest, :person, :at)
                on conflict do nothing
                """), round, unit, batch).update();
    }

    private static Sql.Statement with(Sql.Statement statement, long round, UnitCode unit, School.Batch batch) {
        return statement
                .with("round", round, "unit", unit, "rows", batch.rows(), "content", batch.content())
                .with("digest", batch.digest(), "person", Code.textOf(batch.person()), "at", batch.at());
    }

    List<School.Batch> batches(long round, UnitCode unit) {
        return db.sql("""
                select number, rows, content, digest, person, at
                  from school_batch
                 where round = :round and unit = :unit
                 order by number desc
                """).with("round", round, "unit", unit).list(FigureStore::batch);
    }

    private static School.Batch batch(Row row) throws SQLException {
        return new School.Batch(
                row.integer("number"),
                row.integer("rows"),
                row.text("content"),
                row.text("digest"),
                row.codeOrNull("person", Login::new),
                row.instant("at"));
    }
}
