package pingheng.submission.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.submission.pages.DecimalInput;

/** Reads fields of a body that are more than strings; each is refused by its pointer. */
final class RequestFields {
    private static final int NEWEST = 99_999_999;

    private RequestFields() {}

    /** A decimal, or none for the empty string. */
    static @Nullable BigDecimal decimal(String pointer, String text) {
        return text.isBlank() ? null : number(pointer, text);
    }

    /** The version that was seen; 0 before the first. */
    static int version(String pointer, int seen) {
        if (seen < 0 || seen > NEWEST)
            throw new Refused(
                    Place.file(pointer),
                    "api.version",
                    new Sentence("应为所见的版本号，首次为 0", "takes the version seen, at first 0"));
        return seen;
    }

    /** Marks in the order of their items, the empty string for one that is not given; as the answers keep them. */
    static String marks(List<String> marks) {
        for (int i = 0; i < marks.size(); i++) {
            try {
                Marks.of(marks.subList(i, i + 1));
            } catch (Malformed malformed) {
                throw new Refused(Place.file("#/marks/" + i), "submission.number", malformed.sentence());
            }
        }
        return Marks.of(marks).text();
    }

    private static BigDecimal number(String pointer, String text) {
        try {
            return DecimalInput.number(pointer, text);
        } catch (Refused refused) {
            throw new Refused(
                    Place.file(pointer),
                    refused.reason().code(),
                    refused.reason().sentence());
        }
    }
}
