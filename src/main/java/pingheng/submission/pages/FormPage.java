package pingheng.submission.pages;

import java.util.Map;
import pingheng.page.Page;
import pingheng.round.RequestContext;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SubmissionStatus;

/** The self-evaluation form to be printed, signed and stamped; it names the digest that was frozen. */
public record FormPage(
        RequestContext context, SelfEvaluation own, SubmissionStatus.Freeze freeze, Map<String, String> names)
        implements Page {
    /** The name of who has this sign-in name. */
    public String name(String login) {
        return names.getOrDefault(login, login);
    }
}
