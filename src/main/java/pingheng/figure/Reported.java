package pingheng.figure;

import java.math.BigDecimal;
import java.time.Instant;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.number.Version;

/** A figure as a unit has reported it: what was typed, the value, and who typed it in which version. */
public record Reported(
        FigureCode figure,
        String member,
        String period,
        String written,
        BigDecimal value,
        String source,
        Version version,
        Login person,
        Instant at) {
    /** The one figure of a unit that this is a value of. */
    public String key() {
        return figure + (member.isEmpty() ? "" : "." + member) + "@" + period;
    }
}
