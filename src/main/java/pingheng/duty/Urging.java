package pingheng.duty;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.UrgingId;

/** An urging 督办: to which body, on which point or on all, what, to be answered by when, and the answer. */
public record Urging(
        UrgingId id,
        UnitCode unit,
        BodyId body,
        @Nullable PointCode point,
        String text,
        LocalDate answerBy,
        String byWhom,
        Instant at,
        @Nullable String answer,
        @Nullable Instant answered,
        @Nullable String answerer) {}
