package pingheng.figure.owner;

import java.time.Instant;
import pingheng.value.BodyId;

/** A figure moved to another body: the number of the move, where to, why, by whom. */
public record Move(int version, BodyId body, String name, String reason, String person, Instant at) {}
