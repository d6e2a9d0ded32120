package pingheng.submission.pages;

import java.util.Map;
import pingheng.page.Page;
import pingheng.round.pages.Where;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.Standing;

/** The self-evaluation form to be printed, signed and stamped; it names the digest that was frozen. */
public record FormPage(Where where, SelfEvaluation own, Standing.Freeze freeze, Map<Long, String> bodies)
        implements Page {}
