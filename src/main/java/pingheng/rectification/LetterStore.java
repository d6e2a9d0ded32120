package pingheng.rectification;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.ledger.ChainHead;
import pingheng.people.Visitor;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

@Repository
class LetterStore {
    private final Sql db;

    LetterStore(Sql db) {
        this.db = db;
    }

    /** False when the unit has one. */
    boolean issue(long round, UnitCode unit, Letter letter, Visitor visitor) {
        boolean added = db.sql("""
                insert into opinion_letter (round, unit, document, text, digest, person, post, at, head)
                values (:round, :unit, :document, :text, :digest, :person, :post, :at, :head)
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "document", letter.document(), "text", letter.text())
                .with("digest", letter.digest(), "person", visitor.login())
                .with("post", visitor.post().id())
                .with(
                        "at",
                        letter.at(),
                        "head",
                        letter.head() == null ? null : letter.head().text())
                .updated();
        if (added) letter.deficiencies().forEach(one -> add(round, unit, one));
        return added;
    }

    private void add(long round, UnitCode unit, Deficiency deficiency) {
        db.sql("""
                insert into deficiency (round, unit, number, point, text)
                values (:round, :unit, :number, :point, :text)
                """)
                .with("round", round, "unit", unit, "number", deficiency.number())
                .with("point", deficiency.point(), "text", deficiency.text())
                .update();
    }

    Optional<Letter> letter(long round, UnitCode unit) {
        return db.sql("""
                select l.document, l.text, l.digest, p.name, l.at, l.head
                  from opinion_letter l
                  join person p on p.login = l.person
                 where l.round = :round and l.unit = :unit
                """)
                .with("round", round, "unit", unit)
                .optional(row -> new Letter(
                        row.text("document"),
                        row.text("text"),
                        row.text("digest"),
                        row.text("name"),
                        row.instant("at"),
                        deficiencies(round, unit),
                        head(row.textOrNull("head"))));
    }

    boolean isIssued(long round, UnitCode unit) {
        return db.sql("""
                select exists (select from opinion_letter
                                where round = :round and unit = :unit)
                """).with("round", round, "unit", unit).single(Row::onlyFlag);
    }

    /** The units that have a letter. */
    List<UnitCode> issued(long round) {
        return db.sql("""
                select unit
                  from opinion_letter
                 where round = :round
                 order by unit
                """).with("round", round).list(row -> row.onlyCode(UnitCode::new));
    }

    private List<Deficiency> deficiencies(long round, UnitCode unit) {
        return db.sql("""
                select number, point, text
                  from deficiency
                 where round = :round and unit = :unit
                 order by number
                """).with("round", round, "unit", unit).list(LetterStore::deficiency);
    }

    private static @Nullable ChainHead head(@Nullable String printed) {
        return printed == null ? null : ChainHead.in(printed).getFirst();
    }

    private static Deficiency deficiency(Row row) throws SQLException {
        return new Deficiency(row.integer("number"), row.code("point", PointCode::new), row.text("text"));
    }
}
