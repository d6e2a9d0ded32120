package pingheng.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.page.Page;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.value.BodyId;

/** The whole county at a glance: a cell a point in its aspects, the gaps, who is late. */
public record CountyPage(RequestContext context, SelfEvaluation own, Map<BodyId, String> bodies, int notOurs)
        implements Page {
    /** The points by aspect, in the order of the framework. */
    public Map<Sentence, List<OwnPoint>> aspects() {
        var aspects = new LinkedHashMap<Sentence, List<OwnPoint>>();
        for (var point : own.points())
            aspects.computeIfAbsent(point.point().aspect(), aspect -> new java.util.ArrayList<>())
                    .add(point);
        return aspects;
    }

    /** The points that are not complete, each with why. */
    public List<OwnPoint> gaps() {
        return own.points().stream()
                .filter(point -> point.state() != OwnPoint.State.CHECKED)
                .toList();
    }

    public long count(OwnPoint.State state) {
        return own.counts().getOrDefault(state, 0L);
    }
}
