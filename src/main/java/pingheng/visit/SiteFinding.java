package pingheng.visit;

import java.time.Instant;
import pingheng.value.PointCode;

/** What was found on a point, in words, and by whom; each writing is a version. */
public record SiteFinding(PointCode point, int version, String text, String name, Instant at) {}
