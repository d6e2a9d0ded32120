package pingheng.page;

import java.util.List;
import pingheng.page.form.Written;
import pingheng.problem.Finding;
import pingheng.problem.Reason;

/**
 * Says no: why, the way out, each finding at its place, and what had been written so that it is not lost. {@code back} is the page on
 * which a form stood, "/" where it was no form.
 */
public record RefusedPage(Reason reason, List<Finding> findings, int count, Written written, String back)
        implements Page {
    @Override
    public int status() {
        return reason.kind().status();
    }
}
