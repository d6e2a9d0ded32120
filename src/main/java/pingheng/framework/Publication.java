package pingheng.framework;

import java.time.LocalDate;

/** Whether a framework may still change. A published one is bound to the digest of its canonical form. */
public sealed interface Publication {
    record Draft() implements Publication {}

    record Published(String digest, LocalDate on) implements Publication {}
}
