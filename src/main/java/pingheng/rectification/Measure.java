package pingheng.rectification;

import java.time.Instant;
import java.time.LocalDate;
import pingheng.value.BodyId;
import pingheng.value.number.Version;

/** What a unit does about a deficiency, which body is responsible, by when; each writing is a version. */
public record Measure(
        Version version, String text, BodyId body, String responsible, LocalDate due, String name, Instant at) {}
