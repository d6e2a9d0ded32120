package pingheng.rehearsal.act;

import java.time.Instant;
import java.util.function.Supplier;
import pingheng.problem.Sentence;

/** One thing that others do in a rehearsal, when it is due, and what it left as visitors had it. Its code never changes meaning. */
public record Act(String code, Instant due, Sentence what, Supplier<Left> play) {}
