package pingheng.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.round.Layer;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.number.Version;

/** A figure as a layer confirms it, and why it is not what was reported; without a value, what was reported holds again. */
public record Confirmed(
        FigureCode figure,
        String member,
        String period,
        Version version,
        String written,
        @Nullable BigDecimal value,
        String reason,
        Login person,
        Instant at) {
    /** What was confirmed for a figure on a layer or, where that says nothing, on those it builds on; empty where what was reported counts. */
    static Optional<Confirmed> counts(Map<Layer, Map<String, Confirmed>> figures, Layer of, String key) {
        for (var at = Optional.of(of); at.isPresent(); at = at.get().parent()) {
            var confirmed = figures.getOrDefault(at.get(), Map.of()).get(key);
            if (confirmed != null && confirmed.value() != null) return Optional.of(confirmed);
        }
        return Optional.empty();
    }

    /** The one figure of a unit that this is a value of: figure.member@period. */
    public String key() {
        return figure + (member.isEmpty() ? "" : "." + member) + "@" + period;
    }

    /** What a signature on it covers. */
    void write(Canonical content) {
        content.line("confirmed", key(), written, reason, person);
    }
}
