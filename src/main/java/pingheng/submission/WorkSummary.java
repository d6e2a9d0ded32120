package pingheng.submission;

import java.time.Instant;

/** The work summary 工作小结 of a body, in its newest version. */
public record WorkSummary(long body, String bodyName, int version, String text, String person, Instant at) {}
