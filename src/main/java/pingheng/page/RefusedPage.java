package pingheng.page;

import java.util.List;
import pingheng.page.form.UnsavedInput;
import pingheng.problem.Finding;
import pingheng.problem.Reason;
import pingheng.problem.StandingText;

/**
 * Says no: why, the way out, each finding at its place, what stands where a text was to go, and what had been written so that it is not
 * lost. {@code back} is the page on which a form stood, "/" where it was no form.
 */
public record RefusedPage(
        Reason reason,
        List<Finding> findings,
        int count,
        List<StandingText> standing,
        UnsavedInput written,
        String back)
        implements Page {
    /** Where nothing stands in the way but a rule. */
    public RefusedPage(Reason reason, UnsavedInput written, String back) {
        this(reason, List.of(), 0, List.of(), written, back);
    }

    @Override
    public int status() {
        return reason.kind().status();
    }
}
