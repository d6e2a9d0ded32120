package pingheng.survey;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class SurveyStore {
    private final JdbcClient db;

    SurveyStore(JdbcClient db) {
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
                """)
                .param("round", round)
                .query(Rows.as(SurveyImport.class))
                .list();
    }

    /** The number it is kept under; empty when there is an import of that number already. */
    Optional<Long> add(long round, SurveyImport taken) {
        return db.sql("""
                insert into survey_import (round, number, digest, person, at)
                values (:round, :number, :digest, :person, :at)
                on conflict (round, number) do nothing
                returning id
                """)
                .param("round", round)
                .param("number", taken.number())
                .param("digest", taken.digest())
                .param("person", taken.person())
                .param("at", taken.at().atOffset(UTC))
                .query(Long.class)
                .optional();
    }

    void add(long taken, SurveyCount count) {
        db.sql("""
                insert into survey_result (import, unit, audience, issued, valid,
                                           satisfied, mostly, basically, dissatisfied, unknown)
                values (:import, :unit, :audience, :issued, :valid,
                        :satisfied, :mostly, :basically, :dissatisfied, :unknown)
                """)
                .param("import", taken)
                .param("unit", count.unit())
                .param("audience", count.audience())
                .param("issued", count.issued())
                .param("valid", count.valid())
                .param("satisfied", count.satisfied())
                .param("mostly", count.mostly())
                .param("basically", count.basically())
                .param("dissatisfied", count.dissatisfied())
                .param("unknown", count.unknown())
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
                """)
                .param("round", round)
                .query(Rows.as(SurveyCount.class))
                .list();
    }
}
