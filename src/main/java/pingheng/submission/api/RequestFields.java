package pingheng.submission.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.submission.pages.ScoreInput;
import pingheng.value.number.Score;

/** Reads fields of a body that are more than strings; each is refused by its pointer. */
final class RequestFields {
    private RequestFields() {}

    /** A score, or none for the empty string. */
    static @Nullable Score score(String pointer, String text) {
        return text.isBlank() ? null : number(pointer, text);
    }

    /** Marks in the order of their items, the empty string for one that is not given. */
    static Marks marks(List<String> marks) {
        for (int i = 0; i < marks.size(); i++) {
            try {
                Marks.of(marks.subList(i, i + 1));
            } catch (Malformed malformed) {
                throw new Refused(Place.file("#/marks/" + i), "submission.number", malformed.sentence());
            }
        }
        return Marks.of(marks);
    }

    private static Score number(String pointer, String text) {
        try {
            return ScoreInput.score(pointer, text);
        } catch (Refused refused) {
            throw new Refused(
                    Place.file(pointer),
                    refused.reason().code(),
                    refused.reason().sentence());
        }
    }
}
