package pingheng.submission.figures.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.figure.Cell;
import pingheng.figure.ReportedFigures;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.pages.Where;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.figures.Reporting;

@Controller
@RequestMapping("/r/{round}/{unit}/figures")
class FiguresPages {
    private final SelfEvaluations selfEvaluations;
    private final Reporting reporting;
    private final ReportedFigures figures;

    FiguresPages(SelfEvaluations selfEvaluations, Reporting reporting, ReportedFigures figures) {
        this.selfEvaluations = selfEvaluations;
        this.reporting = reporting;
        this.figures = figures;
    }

    @GetMapping
    Page show(Where where) {
        var own = own(where);
        var owners = reporting.owners(own);
        var byFigure = figures.readings(own.framework()).all().stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.definition().code() + "." + cell.member(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var rows = new ArrayList<FiguresPage.Row>();
        for (var cells : byFigure.values()) {
            var first = cells.getFirst();
            var points = Reporting.readers(own, first);
            if (points.isEmpty()) continue;
            rows.add(new FiguresPage.Row(
                    first.definition(),
                    first.member(),
                    cells,
                    points,
                    owners.of(first.definition()),
                    reporting.whyNotReport(where.visitor(), own, owners, first, where.arrived())));
        }
        return new FiguresPage(where, rows, own.reported());
    }

    /** Saves one cell. With a script the answer is the cell alone; without, the grid. */
    @PostMapping
    Object save(
            Where where,
            @RequestParam String cell,
            @RequestParam String value,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        var own = own(where);
        var at = cell(own, cell);
        var entry = new Entry.Value(at, value, source, reason, seen);
        var typed = new CellPage.Typed(value, source, reason, CellPage.Asked.NOTHING);
        return report(where, own, entry, typed, back, script != null);
    }

    /** Takes the value of a cell back. */
    @PostMapping("/withdrawals")
    Object withdraw(
            Where where,
            @RequestParam String cell,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        var own = own(where);
        var entry = new Entry.Withdrawal(cell(own, cell), reason, seen);
        var typed = new CellPage.Typed("", null, reason, CellPage.Asked.NOTHING);
        return report(where, own, entry, typed, back, script != null);
    }

    private Object report(
            Where where, SelfEvaluation own, Entry entry, CellPage.Typed typed, String back, boolean script) {
        var to = back.matches("points/[0-9A-Za-z.]{1,20}|figures/[0-9a-z_]{1,60}(/table)?") ? back : "figures";
        try {
            var saved = reporting
                    .report(where.visitor(), own, List.of(entry), where.arrived())
                    .getFirst();
            if (!script) return where.redirect(to);
            return new CellPage(where, entry.cell(), saved, Optional.empty(), null, CellPage.Typed.NONE, to);
        } catch (Refused refused) {
            var cell = refused(where, entry.cell(), typed, refused.reason(), to);
            if (script) return cell;
            if (cell.typed().asked() == CellPage.Asked.NOTHING) throw refused;
            return new AskedPage(cell, refused.reason());
        }
    }

    /** The cell as it is now, with what was typed and why it was not saved. */
    private CellPage refused(Where where, Cell cell, CellPage.Typed typed, Reason why, String back) {
        var own = own(where);
        var asked = switch (why.code()) {
            case "figure.withdraw-or-leave" -> CellPage.Asked.WITHDRAWAL;
            case "figure.for-another" -> CellPage.Asked.REASON;
            default -> CellPage.Asked.NOTHING;
        };
        return new CellPage(
                where,
                cell,
                own.reported().get(cell.key()),
                reporting.whyNotReport(where.visitor(), own, reporting.owners(own), cell, where.arrived()),
                why.sentence(),
                new CellPage.Typed(typed.value(), typed.source(), typed.reason(), asked),
                back);
    }

    /** Where a figure stands and how it came there: every version of its cells, who owned it when. */
    @GetMapping("/{figure}")
    Page history(Where where, @PathVariable String figure) {
        var own = own(where);
        var cells = reporting.cells(own, figure);
        if (cells.isEmpty()) throw new Refused(Reason.unknown());
        var definition = cells.getFirst().definition();
        var owners = reporting.owners(own);
        return new FigurePage(
                where,
                definition,
                cells,
                Reporting.readers(own, cells.getFirst()),
                new FigurePage.Owned(owners.of(definition), owners.names(), reporting.moves(own, definition)),
                reporting.history(own, definition),
                reporting.names(own),
                new FigurePage.May(
                        reporting.whyNotReport(where.visitor(), own, owners, cells.getFirst(), where.arrived()),
                        reporting.whyNotMove(where.visitor(), own, definition, where.arrived())));
    }

    @PostMapping("/{figure}/owner")
    String move(Where where, @PathVariable String figure, @RequestParam long body, @RequestParam String reason) {
        var own = own(where);
        var cells = reporting.cells(own, figure);
        if (cells.isEmpty()) throw new Refused(Reason.unknown());
        reporting.move(where.visitor(), own, cells.getFirst().definition(), body, reason, where.arrived());
        return where.redirect("figures/" + figure);
    }

    private Cell cell(SelfEvaluation own, String key) {
        return figures.readings(own.framework()).cell(key).orElseThrow(() -> new Refused(Reason.unknown()));
    }

    private SelfEvaluation own(Where where) {
        return selfEvaluations.of(where.round(), where.unit());
    }
}
