package pingheng.framework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Name;
import pingheng.value.FigureCode;
import pingheng.value.PointCode;

/** A framework 指标体系: the points, figures and rules of one level for one year, checked as a whole, with its digest. */
public record Framework(
        Settings settings,
        List<Point> points,
        Map<FigureCode, FigureDefinition> figures,
        Formulas formulas,
        List<Grade> grades,
        List<AdjustmentRule> adjustments,
        Publication publication,
        String digest) {

    /** The names that formulas use, each at the index of its slot, and the formulas of the derived ones. */
    public record Formulas(List<Name> ofUnits, List<Name> ofSchools, Map<Name, Expr> derived) {}

    public Optional<Point> point(PointCode code) {
        return points.stream().filter(point -> point.code().equals(code)).findFirst();
    }
}
