package pingheng.value;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people name a thing by: a text that is never empty. Written and read as that text, in pages, interface and tables alike. */
public sealed interface Code extends Comparable<Code> permits UnitCode, RoundCode, PointCode, FigureCode, Login {
    String text();

    @Override
    default int compareTo(Code other) {
        return text().compareTo(other.text());
    }

    /** Several, one after the other. */
    static String joined(String separator, Collection<? extends Code> codes) {
        return codes.stream().map(Code::text).collect(Collectors.joining(separator));
    }

    /** The text, or the empty one where there is no code: as it is hashed and as a key keeps it. */
    static String textOf(@Nullable Code code) {
        return code == null ? "" : code.text();
    }

    /** Refuses the empty text: what has no code has none, and no text stands for all. */
    static void given(String text) {
        if (text.isEmpty()) throw new IllegalArgumentException("a code is never empty");
    }
}
