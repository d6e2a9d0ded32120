package pingheng.deliberation;

import java.time.Instant;

/** The minutes of a session 合议记录, by which it ended, and their digest. */
public record Minutes(String text, String digest, String person, Instant at) {}
