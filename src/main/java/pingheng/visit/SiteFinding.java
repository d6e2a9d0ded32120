package pingheng.visit;

import java.time.Instant;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** What was found on a point, in words, and by whom; each writing is a version. */
public record SiteFinding(PointCode point, Version version, String text, String name, Instant at) {}
