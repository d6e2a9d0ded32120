package pingheng.submission.fallen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;
import pingheng.value.Login;
import pingheng.value.PointCode;

/** One thing that is no longer as it was signed: what, from what to what, and, where it is known, who changed it last and when. */
public record Change(
        @Nullable PointCode point,
        Sentence what,
        String from,
        String to,
        @Nullable Login person,
        @Nullable Instant at) {
    private static final int SHOWN = 60;

    /** The same, of whichever point. */
    Change ofNoPoint() {
        return new Change(null, what, from, to, person, at);
    }

    /** In one sentence; {@code name} is that of the person, or empty where nobody is known. */
    public Sentence told(String name) {
        boolean known = !name.isEmpty() && at != null;
        return Sentence.of(
                known ? "「%1$s」从 %3$s 改为 %4$s，最后由 %7$s 于 %8$s 保存" : "「%1$s」从 %3$s 改为 %4$s",
                known ? "“%2$s” from %5$s to %6$s, saved last by %7$s at %8$s" : "“%2$s” from %5$s to %6$s",
                what.zh(),
                what.en(),
                shown(from, "（空）"),
                shown(to, "（空）"),
                shown(from, "(nothing)"),
                shown(to, "(nothing)"),
                name,
                at == null ? "" : at);
    }

    /** A long text by its beginning. */
    static String shown(String text, String nothing) {
        if (text.isBlank()) return nothing;
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
