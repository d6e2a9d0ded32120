package pingheng.figure.owner;

import java.time.Instant;
import pingheng.value.BodyId;
import pingheng.value.Login;

/** A figure moved to another body: the number of the move, where to, why, by whom. */
public record Move(int version, BodyId body, String name, String reason, Login person, Instant at) {}
