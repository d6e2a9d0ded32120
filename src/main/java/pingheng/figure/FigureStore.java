package pingheng.figure;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
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

    List<Reported> values(long round, String unit) {
        return db.sql("""
                select figure, member, period, written, value, source, version, person, at
                  from figure_value
                 where round = :round and unit = :unit
                 order by figure, member, period desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(Reported.class))
                .list();
    }

    /** False when somebody else has written since the version that was seen; 0 means none was. */
    boolean save(long round, String unit, Reported value, int seen) {
        var statement = seen == 0 ? """
                insert into figure_value (round, unit, figure, member, period, written, value, source, version, person, at)
                values (:round, :unit, :figure, :member, :period, :written, :value, :source, 1, :person, :at)
                on conflict do nothing
                """ : """
                update figure_value
                   set written = :written, value = :value, source = :source, version = version + 1,
                       person = :person, at = :at
                 where round = :round and unit = :unit and figure = :figure and member = :member
                   and period = :period and version = :seen
                """;
        return db.sql(statement)
                        .param("round", round)
                        .param("unit", unit)
                        .param("figure", value.figure())
                        .param("member", value.member())
                        .param("period", value.period())
                        .param("written", value.written())
                        .param("value", value.value())
                        .param("source", value.source())
                        .param("person", value.person())
                        .param("at", value.at().atOffset(UTC))
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** The values of all units, by unit. */
    Map<String, List<Reported>> values(long round) {
        var values = new HashMap<String, List<Reported>>();
        var record = Rows.as(Reported.class);
        db.sql("""
                select unit, figure, member, period, written, value, source, version, person, at
                  from figure_value
                 where round = :round
                 order by unit, figure, member, period desc
                """)
                .param("round", round)
                .query((row, number) -> values.computeIfAbsent(row.getString("unit"), unit -> new ArrayList<>())
                        .add(record.mapRow(row, number)))
                .list();
        return values;
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
}
