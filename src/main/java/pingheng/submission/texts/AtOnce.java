package pingheng.submission.texts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.submission.Answer;
import pingheng.value.Login;
import pingheng.value.number.Version;

/**
 * What a page of a point shows of those who write there at once.
 *
 * @param path the address of the point
 * @param me the sign-in name of who looks
 * @param seen the version that what this page holds was written on
 * @param standing what stands now; none before the first version
 * @param beside the newest text of each who was second, until it is settled
 * @param writing the others who saved a short while ago
 * @param asks whether the page goes on asking by itself
 */
public record AtOnce(
        String path,
        Login me,
        Version seen,
        @Nullable AnswerText standing,
        List<AnswerText> beside,
        List<Writing> writing,
        boolean asks) {

    /** Somebody who saved a short while ago, and which version. */
    public record Writing(String name, Version version, Instant at) {}

    /** As a page finds it when it is opened. */
    public static AtOnce opened(
            String path, Login me, Version seen, Answer standing, String name, List<AnswerText> beside) {
        var stands = standing.version().none() ? null : AnswerText.of(0, standing, name);
        return new AtOnce(path, me, seen, stands, beside, List.of(), false);
    }

    /** The same on a page whose reader may write here. */
    public AtOnce asking() {
        return new AtOnce(path, me, seen, standing, beside, writing, true);
    }

    public boolean conflict() {
        return !beside.isEmpty();
    }

    /** Somebody saved after this page was opened, and nothing waits beside it yet. */
    public boolean overtaken() {
        return !conflict() && version().compareTo(seen) > 0;
    }

    public boolean mine(AnswerText text) {
        return me.equals(text.login());
    }

    /** Whether what this page holds was written on top of a version that is no longer the newest. */
    public boolean second() {
        return beside.stream().anyMatch(this::mine);
    }

    public Version version() {
        return standing == null ? Version.NONE : standing.version();
    }

    /** All that is shown side by side, what stands first. */
    public List<AnswerText> texts() {
        if (standing == null) return beside;
        if (!conflict()) return overtaken() ? List.of(standing) : List.of();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(standing), beside.stream())
                .toList();
    }

    /** Changes with anything that is shown: an open page names it, and is answered when it is another. */
    public String state() {
        long last = beside.stream().mapToLong(AnswerText::beside).max().orElse(0);
        return version() + "-" + last + "-" + beside.size();
    }
}
