package pingheng.submission.pages;

import java.util.Map;
import pingheng.page.Page;
import pingheng.round.RequestContext;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SubmissionStatus;
import pingheng.value.Login;

/** The self-evaluation form to be printed, signed and stamped; it names the digest that was frozen. */
public record FormPage(
        RequestContext context, SelfEvaluation own, SubmissionStatus.Freeze freeze, Map<Login, String> names)
        implements Page {
    /** The name of who has this sign-in name. */
    public String name(Login login) {
        return names.getOrDefault(login, login.text());
    }
}
