package pingheng.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    /** What the first of these layers confirmed that has confirmed a value; empty where what was reported counts. */
    static Optional<Confirmed> counts(Map<Layer, Map<String, Confirmed>> figures, List<Layer> layers, String key) {
        return layers.stream()
                .flatMap(layer ->
                        Stream.ofNullable(figures.getOrDefault(layer, Map.of()).get(key)))
                .filter(confirmed -> confirmed.value() != null)
                .findFirst();
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
