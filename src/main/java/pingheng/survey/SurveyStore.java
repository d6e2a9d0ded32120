package pingheng.survey;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Login;
import pingheng.value.UnitCode;

@Repository
class SurveyStore {
    private final Sql db;

    SurveyStore(Sql db) {
        this.db = db;
    }

    /** The imports of a round, the newest first. */
    List<SurveyImport> imports(long round) {
        return db.sql("""
                select i.number, i.digest, i.person, coalesce(h.name, i.person) as name, i.at
                  from survey_import i
                  left join person h on h.login = i.person
                 where i.round = :round
                 order by i.number desc
                """).with("round", round).list(SurveyStore::surveyImport);
    }

    /** The number it is kept under; empty when there is an import of that number already. */
    Optional<Long> add(long round, SurveyImport taken) {
        return db.sql("""
                insert into survey_import (round, number, digest, person, at)
                values (:round, :number, :digest, :person, :at)
                on conflict (round, number) do nothing
                returning id
                """)
                .with("round", round, "number", taken.number(), "digest", taken.digest())
                .with("person", taken.person(), "at", taken.at())
                .optional(Row::onlyNumber);
    }

    void add(long taken, SurveyCount count) {
        db.sql("""
                insert into survey_result (import, unit, audience, issued, valid,
                                           satisfied, mostly, basically, dissatisfied, unknown)
                values (:import, :unit, :audience, :issued, :valid,
                        :satisfied, :mostly, :basically, :dissatisfied, :unknown)
                """)
                .with("import", taken, "unit", count.unit(), "audience", count.audience())
                .with("issued", count.issued(), "valid", count.valid(), "satisfied", count.satisfied())
                .with("mostly", count.mostly(), "basically", count.basically())
                .with("dissatisfied", count.dissatisfied(), "unknown", count.unknown())
                .update();
    }

    /** What the newest import of a round says, by unit and audience. */
    List<SurveyCount> newest(long round) {
        return db.sql("""
                select r.unit, r.audience, r.issued, r.valid,
                       r.satisfied, r.mostly, r.basically, r.dissatisfied, r.unknown
                  from survey_result r
                  join survey_import i on i.id = r.import
                 where i.round = :round
                   and i.number = (select max(number) from survey_import where round = :round)
                 order by r.unit, r.audience
                """).with("round", round).list(SurveyStore::surveyCount);
    }

    /** What an import of a round says, by unit and audience. */
    List<SurveyCount> counts(long round, int number) {
        return db.sql("""
                select r.unit, r.audience, r.issued, r.valid,
                       r.satisfied, r.mostly, r.basically, r.dissatisfied, r.unknown
                  from survey_result r
                  join survey_import i on i.id = r.import
                 where i.round = :round and i.number = :number
                 order by r.unit, r.audience
                """).with("round", round, "number", number).list(SurveyStore::surveyCount);
    }

    private static SurveyImport surveyImport(Row row) throws SQLException {
        return new SurveyImport(
                row.integer("number"),
                row.text("digest"),
                row.code("person", Login::new),
                row.text("name"),
                row.instant("at"));
    }

    private static SurveyCount surveyCount(Row row) throws SQLException {
        return new SurveyCount(
                row.code("unit", UnitCode::new),
                row.text("audience"),
                row.integer("issued"),
                row.integer("valid"),
                row.integer("satisfied"),
                row.integer("mostly"),
                row.integer("basically"),
                row.integer("dissatisfied"),
                row.integer("unknown"));
    }
}
