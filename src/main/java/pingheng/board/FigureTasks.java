package pingheng.board;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pingheng.figure.Cell;
import pingheng.people.Role;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.figures.Reporting;

/** The figures that a contact's body owns and has not reported, also where it has no part in any point that reads them. */
@Component
class FigureTasks {
    private final Reporting reporting;

    FigureTasks(Reporting reporting) {
        this.reporting = reporting;
    }

    List<DeskPage.Task> of(RequestContext context, SelfEvaluation own, @Nullable LocalDate due) {
        if (!context.user().is(Role.CONTACT)) return List.of();
        var missing = missing(own);
        if (missing.isEmpty()) return List.of();
        var owners = reporting.owners(own);
        var theirs = missing.stream()
                .filter(cell ->
                        reporting.whyNotReport(context, own, owners, cell).isEmpty())
                .toList();
        if (theirs.isEmpty()) return List.of();
        var first = theirs.getFirst();
        return List.of(new DeskPage.Task(
                Sentence.of("报送数据：还缺 %1$d 个数", "Report figures: %1$d are missing", theirs.size()),
                context.path("figures"),
                Sentence.of(
                        "由您单位报送，第一个是%1$s %2$s",
                        "your body owns them, the first is %3$s %2$s",
                        first.definition().title().zh(),
                        first.period(),
                        first.definition().title().en()),
                due));
    }

    private static Set<Cell> missing(SelfEvaluation own) {
        var missing = new LinkedHashSet<Cell>();
        for (var point : own.points()) missing.addAll(point.missing());
        return missing;
    }
}
