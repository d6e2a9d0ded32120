package pingheng.submission.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pingheng.submission.Answer;
import pingheng.submission.OwnPoint;
import pingheng.submission.SignOff;
import pingheng.submission.WorkSummary;
import pingheng.value.PointCode;

/**
 * What a unit has written and signed: the newest answer to each point and how many texts wait beside it, the newest summary of each
 * body, the newest sign-off of each step, and the newest return of each point.
 */
public record Written(
        Map<PointCode, Answer> answers,
        Map<PointCode, Integer> beside,
        List<WorkSummary> summaries,
        List<SignOff> signOffs,
        Map<PointCode, OwnPoint.Return> returns) {
    static Written nothing() {
        return new Written(new HashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    }
}
