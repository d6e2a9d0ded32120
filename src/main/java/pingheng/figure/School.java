package pingheng.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;
import pingheng.value.Login;

/** A school at one of its levels, and its figures by code; {@code level} is empty where the framework tells none. */
public record School(String code, String name, String level, Map<FigureCode, BigDecimal> values) {
    /** Its name; its code where the table gave it no name. */
    public String title() {
        return name.isBlank() ? code : name;
    }

    /** A table as it was handed in: its number, its rows, their canonical form and its digest, by whom; nobody is known of the oldest. */
    public record Batch(
            int number,
            int rows,
            String content,
            String digest,
            @Nullable Login person,
            Instant at) {}
}
