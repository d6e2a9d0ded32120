package pingheng.deliberation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** What a member said of a unit, in its newest version: a mark, that they are recused, or, taken back, nothing. */
public record Mark(
        PostId post,
        UnitCode unit,
        Version version,
        @Nullable BigDecimal mark,
        boolean recused,
        String reason,
        Login person,
        Instant at) {}
