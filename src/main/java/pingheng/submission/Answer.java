package pingheng.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.rule.Marks;
import pingheng.problem.Sentence;
import pingheng.problem.StoredRow;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Score;
import pingheng.value.number.Version;

/**
 * What a unit says of one point: its marks, its claim where that differs from what the rule proposes, why it does, and the
 * statement 得失分说明. Each save is a version; version 0 is before the first.
 */
public record Answer(
        PointCode point,
        Version version,
        Marks marks,
        @Nullable Score claim,
        String reason,
        String statement,
        @Nullable Login person,
        @Nullable Instant at) {

    /** A text written on top of a version that was not the newest any more. */
    public record Beside(long id, Answer answer) {}

    static Answer none(PointCode point) {
        return new Answer(point, Version.NONE, Marks.NONE, null, "", "", null, null);
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
        return marks.unreadable()
                .map(
                        new StoredRow(
                                "「自评 %s 第 %s 版」".formatted(point, version),
                                "answer %s, version %s".formatted(point, version))::unreadable);
    }

    /** Whether it says the same, whoever wrote it. */
    boolean same(Answer other) {
        return marks.equals(other.marks)
                && Objects.equals(claim, other.claim)
                && reason.equals(other.reason)
                && statement.equals(other.statement);
    }
}
