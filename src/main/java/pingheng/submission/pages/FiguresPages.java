package pingheng.submission.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.figure.Cell;
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.pages.Where;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;

@Controller
@RequestMapping("/r/{round}/{unit}/figures")
class FiguresPages {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final ReportedFigures figures;

    FiguresPages(SelfEvaluations selfEvaluations, Answers answers, ReportedFigures figures) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.figures = figures;
    }

    @GetMapping
    Page show(Where where) {
        var own = selfEvaluations.of(where.round(), where.unit());
        var byFigure = figures.readings(own.framework()).all().stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.definition().code() + "." + cell.member(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var rows = new ArrayList<FiguresPage.Row>();
        for (var cells : byFigure.values()) {
            var first = cells.getFirst();
            if (points(own, first).isEmpty()) continue;
            rows.add(new FiguresPage.Row(
                    first.definition(),
                    first.member(),
                    cells,
                    points(own, first),
                    answers.whyNotReport(where.visitor(), own, first, where.arrived())));
        }
        return new FiguresPage(
                where,
                rows,
                figures.of(where.round(), where.unit()).stream()
                        .collect(Collectors.toMap(Reported::key, Function.identity())));
    }

    /** Saves one cell. With a script the answer is the cell alone; without, the grid. */
    @PostMapping
    Object save(
            Where where,
            @RequestParam String cell,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletRequest form) {
        var own = selfEvaluations.of(where.round(), where.unit());
        var at = figures.readings(own.framework()).all().stream()
                .filter(one -> one.key().equals(cell))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
        var back = form.getParameter("back");
        var to = back != null && back.matches("points/[0-9A-Za-z.]{1,20}") ? back : "figures";
        boolean script = form.getHeader("HX-Request") != null;
        try {
            var entry = new Answers.Entry(at, value, source, seen);
            var saved = answers.report(where.visitor(), own, List.of(entry), where.arrived());
            return script ? new CellPage(where, at, saved.getFirst(), null, value, to) : where.redirect(to);
        } catch (Refused refused) {
            if (!script) throw refused;
            var now = figures.of(where.round(), where.unit()).stream()
                    .filter(one -> one.key().equals(cell))
                    .findFirst()
                    .orElse(null);
            return new CellPage(where, at, now, refused.reason().sentence(), value, to);
        }
    }

    private static List<String> points(SelfEvaluation own, Cell cell) {
        return own.points().stream()
                .filter(point -> point.reads().contains(cell))
                .map(point -> point.point().code())
                .toList();
    }
}
