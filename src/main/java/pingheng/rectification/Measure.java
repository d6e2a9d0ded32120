package pingheng.rectification;

import java.time.Instant;
import java.time.LocalDate;

/** What a unit does about a deficiency, which body is responsible, by when; each writing is a version. */
public record Measure(
        int version, String text, long body, String responsible, LocalDate due, String name, Instant at) {}
