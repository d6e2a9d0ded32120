package pingheng.figure.owner;

import java.time.Instant;

/** A figure moved to another body: the number of the move, where to, why, by whom. */
public record Move(int version, long body, String name, String reason, String person, Instant at) {}
