package pingheng.page;

import org.jspecify.annotations.Nullable;
import pingheng.problem.Refused;

/** A page with a form that may come back refused: it is answered with the status of the refusal. */
public interface Refusable extends Page {
    /** Why the form came back; null where it did not. */
    @Nullable
    Refused refused();

    @Override
    default int status() {
        var refused = refused();
        return refused == null ? 200 : refused.reason().kind().status();
    }
}
