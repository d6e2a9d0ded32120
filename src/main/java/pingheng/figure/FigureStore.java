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
        return schools(round, unit, Integer.MAX_VALUE);
    }

    /** As they were by that batch. */
    List<School> schools(long round, UnitCode unit, int batch) {
        return schools(round, unit, batch, "and unit = :unit").getOrDefault(unit, List.of());
    }

    /** The schools of all units, by unit. */
    Map<UnitCode, List<School>> schools(long round) {
        return schools(round, null, Integer.MAX_VALUE, "");
    }

    private Map<UnitCode, List<School>> schools(long round, @Nullable UnitCode unit, int batch, String which) {
        var byUnit = new HashMap<UnitCode, List<School>>();
        db.sql("""
                with s as (select distinct on (unit, school, level) unit, school, level, name, withdrawn
                             from school_version
                            where round = :round %1$s and version <= :batch
                            order by unit, school, level, version desc),
                     v as (select distinct on (unit, school, level, figure) unit, school, level, figure, value
                             from school_value_version
                            where round = :round %1$s and version <= :batch
                            order by unit, school, level, figure, version desc)
                select s.unit, s.school, s.name, s.level, v.figure, v.value
                  from s
                  left join v on (v.unit, v.school, v.level) = (s.unit, s.school, s.level) and v.value is not null
                 where not s.withdrawn
                 order by s.unit, s.school, s.level, v.figure
                """.formatted(which))
                .with("round", round, "unit", unit, "batch", batch)
                .each(row -> {
                    var schools = byUnit.computeIfAbsent(row.code("unit", UnitCode::new), one -> new ArrayList<>());
                    var school =
                            new School(row.text("school"), row.text("name"), row.text("level"), new LinkedHashMap<>());
                    var last = schools.isEmpty() ? null : schools.getLast();
                    if (last == null
                            || !last.code().equals(school.code())
                            || !last.level().equals(school.level())) schools.add(school);
                    var figure = row.codeOrNull("figure", FigureCode::new);
                    if (figure != null) schools.getLast().values().put(figure, row.decimal("value"));
                });
        return byUnit;
    }

    /** The number of the batch that comes next. */
    int nextBatch(long round, UnitCode unit) {
        return db.sql("""
                select coalesce(max(number), 0) + 1 as number
                  from school_batch
                 where round = :round and unit = :unit
                """).with("round", round, "unit", unit).single(row -> row.integer("number"));
    }

    /** Adds what a batch changes, each cell a version that has its number. */
    void add(long round, UnitCode unit, int batch, School.Change change) {
        if (!change.rows().isEmpty()) addRows(round, unit, batch, change.rows());
        if (!change.values().isEmpty()) addValues(round, unit, batch, change.values());
    }

    private void addRows(long round, UnitCode unit, int batch, List<School.Change.Row> rows) {
        db.sql("""
                insert into school_version (round, unit, school, level, version, name, withdrawn)
                select :round, :unit, school, level, :batch, name, withdrawn
                  from unnest(:schools::text[], :levels::text[], :names::text[], :withdrawn::boolean[])
                       as given (school, level, name, withdrawn)
                """)
                .with("round", round, "unit", unit, "batch", batch)
                .with("schools", rows.stream().map(School.Change.Row::school).toArray(String[]::new))
                .with("levels", rows.stream().map(School.Change.Row::level).toArray(String[]::new))
                .with("names", rows.stream().map(School.Change.Row::name).toArray(String[]::new))
                .with(
                        "withdrawn",
                        rows.stream().map(School.Change.Row::withdrawn).toArray(Boolean[]::new))
                .update();
    }

    private void addValues(long round, UnitCode unit, int batch, List<School.Change.Value> values) {
        db.sql("""
                insert into school_value_version (round, unit, school, level, figure, version, value)
                select :round, :unit, school, level, figure, :batch, value
                  from unnest(:schools::text[], :levels::text[], :figures::text[], :values::numeric[])
                       as given (school, level, figure, value)
                """)
                .with("round", round, "unit", unit, "batch", batch)
                .with(
                        "schools",
                        values.stream().map(School.Change.Value::school).toArray(String[]::new))
                .with("levels", values.stream().map(School.Change.Value::level).toArray(String[]::new))
                .with("figures", values.stream().map(one -> one.figure().text()).toArray(String[]::new))
                .with("values", values.stream().map(School.Change.Value::value).toArray(BigDecimal[]::new))
                .update();
    }

    /** Closes a batch: the whole table as it is by then. */
    void addBatch(long round, UnitCode unit, School.Batch batch) {
        db.sql("""
                insert into school_batch (round, unit, number, rows, content, digest, person, at)
                values (:round, :unit, :number, :rows, :content, :digest, :person, :at)
                """)
                .with("round", round, "unit", unit, "number", batch.number(), "rows", batch.rows())
                .with("content", batch.content(), "digest", batch.digest())
                .with("person", Code.textOf(batch.person()), "at", batch.at())
                .update();
    }

    List<School.Batch> batches(long round, UnitCode unit) {
        return db.sql("""
                select number, rows, content, digest, person, at, by_cell
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
                row.instant("at"),
                row.flag("by_cell"));
    }
}
