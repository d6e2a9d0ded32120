package pingheng.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.number.Version;

/**
 * One version of a figure of a unit: what was typed, the value, its own source, a reason where one was asked for, who wrote it on
 * which post. A withdrawn figure has neither text nor value.
 */
public record FigureVersion(
        FigureCode figure,
        String member,
        String period,
        Version version,
        String written,
        @Nullable BigDecimal value,
        String source,
        String reason,
        Login person,
        @Nullable PostId post,
        Instant at) {
    /** The one figure of a unit that this is a version of. */
    public String key() {
        return figure + (member.isEmpty() ? "" : "." + member) + "@" + period;
    }

    public boolean withdrawn() {
        return value == null;
    }

    /** What is reported by this version; empty when it is a withdrawal. */
    public Optional<Reported> reported() {
        if (value == null) return Optional.empty();
        return Optional.of(new Reported(figure, member, period, written, value, source, version, person, at));
    }
}
