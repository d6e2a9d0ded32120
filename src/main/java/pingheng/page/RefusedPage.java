package pingheng.page;

import java.util.List;
import java.util.Map;
import pingheng.problem.Finding;
import pingheng.problem.Reason;

/** Says no: why, the way out, each finding at its place, and what had been written so that it is not lost. */
public record RefusedPage(Reason reason, List<Finding> findings, int count, Map<String, String> written)
        implements Page {
    @Override
    public int status() {
        return reason.kind().status();
    }
}
