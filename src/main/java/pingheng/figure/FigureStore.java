package pingheng.figure;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.util.List;
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

    /** One value of one school. */
    record OfSchool(String school, String level, String figure, BigDecimal value) {}

    List<OfSchool> schools(long round, String unit) {
        return db.sql("""
                select school || ' ' || level as school, level, v.figure, v.value
                  from school s
                  join school_value v using (round, unit, school, level)
                 where s.round = :round and s.unit = :unit
                 order by s.school, s.level, v.figure
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(OfSchool.class))
                .list();
    }
}
