package pingheng.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.problem.Sentence;
import pingheng.problem.StoredRow;
import pingheng.value.Login;
import pingheng.value.PointCode;

/**
 * What a unit says of one point: its marks, its claim where that differs from what the rule proposes, why it does, and the
 * statement 得失分说明. Each save is a version; version 0 is before the first.
 */
public record Answer(
        PointCode point,
        int version,
        String marks,
        @Nullable BigDecimal claim,
        String reason,
        String statement,
        @Nullable Login person,
        @Nullable Instant at) {

    /** A text written on top of a version that was not the newest any more. */
    public record Beside(long id, Answer answer) {}

    static Answer none(PointCode point) {
        return new Answer(point, 0, "", null, "", "", null, null);
    }

    /** Whether this person wrote it. */
    public boolean isBy(Login login) {
        return login.equals(person);
    }

    /** The name of who wrote it; empty before anybody has. */
    public String writer(Map<Login, String> names) {
        return person == null ? "" : names.getOrDefault(person, person.text());
    }

    /** Why its marks cannot be read; what hangs on them is undecided then. */
    public Optional<Sentence> unreadable() {
        try {
            Marks.read(marks);
            return Optional.empty();
        } catch (Malformed malformed) {
            var row = new StoredRow(
                    "「自评 %s 第 %d 版」".formatted(point, version), "answer %s, version %d".formatted(point, version));
            return Optional.of(row.unreadable(malformed.sentence()));
        }
    }

    /** All its marks, none for a point without any; empty while one is missing or they cannot be read. */
    public Optional<List<Exact>> whole() {
        return unreadable().isPresent() ? Optional.empty() : Marks.read(marks).whole();
    }

    /** The mark of each item as it is written; what cannot be read is no mark. */
    public List<String> fields() {
        return unreadable().isPresent() ? List.of() : Marks.read(marks).fields();
    }

    /** Whether it says the same, whoever wrote it. */
    boolean same(Answer other) {
        return marks.equals(other.marks)
                && (claim == null ? other.claim == null : other.claim != null && claim.compareTo(other.claim) == 0)
                && reason.equals(other.reason)
                && statement.equals(other.statement);
    }
}
