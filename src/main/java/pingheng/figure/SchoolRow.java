package pingheng.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;

/** The figures of one school of a level, at the slots of the school names; null where not reported. */
record SchoolRow(@Nullable String level, List<@Nullable Exact> values) {}
