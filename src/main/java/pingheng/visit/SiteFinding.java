package pingheng.visit;

import java.time.Instant;

/** What was found on a point, in words, and by whom; each writing is a version. */
public record SiteFinding(String point, int version, String text, String name, Instant at) {}
