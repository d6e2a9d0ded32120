package pingheng.figure.owner;

import java.time.Instant;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.number.Version;

/** A figure moved to another body: the number of the move, where to, why, by whom. */
public record Move(Version version, BodyId body, String name, String reason, Login person, Instant at) {}
