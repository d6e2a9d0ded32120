package pingheng.submission.fallen;

import java.util.List;
import pingheng.submission.SignOff;

/**
 * A signature that fell: of whom, on which step, and what has changed since. What was signed before contents were kept beside their
 * digests has no changes to name.
 */
public record Fallen(SignOff signOff, List<Change> changes) {}
