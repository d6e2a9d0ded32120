package pingheng.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.framework.rule.Clause;
import pingheng.page.Page;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;

/** The framework by which the unit is evaluated: every point, its rule in words, its sums. */
public record FrameworkPage(RequestContext context, Framework framework) implements Page {
    public Map<Sentence, List<Point>> aspects() {
        var aspects = new LinkedHashMap<Sentence, List<Point>>();
        for (var point : framework.points())
            aspects.computeIfAbsent(point.aspect(), aspect -> new java.util.ArrayList<>())
                    .add(point);
        return aspects;
    }

    public List<Sentence> clauses(Point point) {
        return point.rule().parts().stream().map(Clause::of).toList();
    }

    public String sum(List<Point> points) {
        return points.stream()
                .map(point -> point.points().rounded(4))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
    }
}
