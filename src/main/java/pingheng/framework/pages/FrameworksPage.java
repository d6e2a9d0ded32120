package pingheng.framework.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.published.Frameworks;
import pingheng.page.Refusable;
import pingheng.problem.Refused;

/** The frameworks that have been published; and, when one was refused, everything that is wrong with it. */
public record FrameworksPage(
        List<Frameworks.Listed> frameworks, @Nullable Refused refused) implements Refusable {}
