package pingheng.submission.texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.submission.SignOff.Step;
import pingheng.value.number.Version;

/**
 * What one person changed at a point, from what to what.
 *
 * @param first the first of the versions that were saved one after the other; the same as in {@code text} where it is one
 * @param before what they began with; none before the first version
 * @param text what they came to
 * @param settled whether a text that was beside is set aside by now
 * @param signed by whom exactly this text was signed, in the order of time
 */
public record TextChange(
        Version first, @Nullable AnswerText before, AnswerText text, boolean settled, List<Signature> signed) {
    /** A signature that was given while this text stood. */
    public record Signature(Step step, String name, Instant at) {}

    TextChange signed(Signature signature) {
        return new TextChange(
                first,
                before,
                text,
                settled,
                Stream.concat(signed.stream(), Stream.of(signature)).toList());
    }

    /** One mark: from what to what, a dash for none. */
    public record Mark(int number, String from, String to) {}

    public List<Difference.Part> statement() {
        return Difference.of(before == null ? "" : before.statement(), text.statement());
    }

    public List<Difference.Part> reason() {
        return Difference.of(before == null ? "" : before.reason(), text.reason());
    }

    public List<Mark> marks() {
        var from = before == null ? List.<String>of() : before.marked();
        var to = text.marked();
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
            var was = i < from.size() ? from.get(i) : "-";
            var is = i < to.size() ? to.get(i) : "-";
            if (!was.equals(is)) marks.add(new Mark(i + 1, was, is));
        }
        return marks;
    }

    public boolean claims() {
        return !claim(before).equals(claim(text));
    }

    /** The claim, a dash where there is none. */
    public static String claim(@Nullable AnswerText text) {
        return text == null || text.claim() == null ? "-" : text.claim().toString();
    }
}
