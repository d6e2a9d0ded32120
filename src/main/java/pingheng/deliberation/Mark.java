package pingheng.deliberation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a member said of a unit, in its newest version: a mark, that they are recused, or, taken back, nothing. */
public record Mark(
        long post,
        String unit,
        int version,
        @Nullable BigDecimal mark,
        boolean recused,
        String reason,
        String person,
        Instant at) {}
