package pingheng.rectification;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.people.Visitor;

@Repository
class LetterStore {
    private final JdbcClient db;

    LetterStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the unit has one. */
    boolean issue(long round, String unit, Letter letter, Visitor visitor) {
        boolean added = db.sql("""
                insert into opinion_letter (round, unit, document, text, digest, person, post, at)
                values (:round, :unit, :document, :text, :digest, :person, :post, :at)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("document", letter.document())
                        .param("text", letter.text())
                        .param("digest", letter.digest())
                        .param("person", visitor.login())
                        .param("post", visitor.post().id())
                        .param("at", letter.at().atOffset(UTC))
                        .update()
                == 1;
        if (added) letter.deficiencies().forEach(one -> add(round, unit, one));
        return added;
    }

    private void add(long round, String unit, Deficiency deficiency) {
        db.sql("""
                insert into deficiency (round, unit, number, point, text)
                values (:round, :unit, :number, :point, :text)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("number", deficiency.number())
                .param("point", deficiency.point())
                .param("text", deficiency.text())
                .update();
    }

    Optional<Letter> letter(long round, String unit) {
        return db.sql("""
                select l.document, l.text, l.digest, p.name, l.at
                  from opinion_letter l
                  join person p on p.login = l.person
                 where l.round = :round and l.unit = :unit
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> new Letter(
                        row.getString("document"),
                        row.getString("text"),
                        row.getString("digest"),
                        row.getString("name"),
                        Rows.instant(row, "at"),
                        deficiencies(round, unit)))
                .optional();
    }

    boolean isIssued(long round, String unit) {
        return db.sql("""
                select exists (select from opinion_letter
                                where round = :round and unit = :unit)
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    /** The units that have a letter. */
    List<String> issued(long round) {
        return db.sql("""
                select unit
                  from opinion_letter
                 where round = :round
                 order by unit
                """).param("round", round).query(Rows::text).list();
    }

    private List<Deficiency> deficiencies(long round, String unit) {
        return db.sql("""
                select number, point, text
                  from deficiency
                 where round = :round and unit = :unit
                 order by number
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(Deficiency.class))
                .list();
    }
}
