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
import pingheng.figure.ReportedFigures.Entry;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.figures.Reporting;
import pingheng.value.BodyId;
import pingheng.value.FigureCode;
import pingheng.value.number.Version;

@Controller
@RequestMapping("/r/{round}/{unit}/figures")
class FiguresPages {
    private final SelfEvaluations selfEvaluations;
    private final Reporting reporting;

    FiguresPages(SelfEvaluations selfEvaluations, Reporting reporting) {
        this.selfEvaluations = selfEvaluations;
        this.reporting = reporting;
    }

    @GetMapping
    Page show(RequestContext context) {
        var own = selfEvaluations.of(context);
        var owners = reporting.owners(own);
        var byFigure = reporting.readings(own).all().stream()
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
                    reporting.whyNotReport(context, own, owners, first)));
        }
        return new FiguresPage(context, rows, own.reported());
    }

    /** Saves one cell. With a script the answer is the cell alone; without, the grid. */
    @PostMapping
    Object save(
            RequestContext context,
            @RequestParam String cell,
            @RequestParam String value,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") Version seen,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        var entry = new Entry.Value(cell(context, cell), value, source, reason, seen);
        var typed = new CellPage.Typed(value, source, reason, CellPage.Asked.NOTHING);
        return report(context, entry, typed, back, script != null);
    }

    /** Takes the value of a cell back. */
    @PostMapping("/withdrawals")
    Object withdraw(
            RequestContext context,
            @RequestParam String cell,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") Version seen,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        var entry = new Entry.Withdrawal(cell(context, cell), reason, seen);
        var typed = new CellPage.Typed("", null, reason, CellPage.Asked.NOTHING);
        return report(context, entry, typed, back, script != null);
    }

    private Object report(RequestContext context, Entry entry, CellPage.Typed typed, String back, boolean script) {
        var to = back.matches("points/[0-9A-Za-z.]{1,20}|figures/[0-9a-z_]{1,60}(/table)?") ? back : "figures";
        try {
            var saved = reporting.report(context, List.of(entry)).getFirst();
            if (!script) return context.redirect(to);
            return new CellPage(context, entry.cell(), saved, Optional.empty(), null, CellPage.Typed.NONE, to);
        } catch (Refused refused) {
            var cell = refused(context, entry.cell(), typed, refused.reason(), to);
            if (script) return cell;
            if (cell.typed().asked() == CellPage.Asked.NOTHING) throw refused;
            return new AskedPage(cell, refused.reason());
        }
    }

    /** The cell as it is now, with what was typed and why it was not saved. */
    private CellPage refused(RequestContext context, Cell cell, CellPage.Typed typed, Reason why, String back) {
        var own = selfEvaluations.of(context);
        var asked = switch (why.code()) {
            case "figure.withdraw-or-leave" -> CellPage.Asked.WITHDRAWAL;
            case "figure.for-another" -> CellPage.Asked.REASON;
            default -> CellPage.Asked.NOTHING;
        };
        return new CellPage(
                context,
                cell,
                own.reported().get(cell.key()),
                reporting.whyNotReport(context, own, reporting.owners(own), cell),
                why.sentence(),
                new CellPage.Typed(typed.value(), typed.source(), typed.reason(), asked),
                back);
    }

    /** Where a figure stands and how it came there: every version of its cells, who owned it when. */
    @GetMapping("/{figure}")
    Page history(RequestContext context, @PathVariable FigureCode figure) {
        var own = selfEvaluations.of(context);
        var cells = reporting.cells(own, figure);
        if (cells.isEmpty()) throw new Refused(Reason.unknown());
        var definition = cells.getFirst().definition();
        var owners = reporting.owners(own);
        return new FigurePage(
                context,
                definition,
                cells,
                Reporting.readers(own, cells.getFirst()),
                new FigurePage.Owned(owners.of(definition), owners.names(), reporting.moves(own, definition)),
                reporting.history(own, definition),
                reporting.names(own),
                new FigurePage.May(
                        reporting.whyNotReport(context, own, owners, cells.getFirst()),
                        reporting.whyNotMove(context, own, definition)));
    }

    @PostMapping("/{figure}/owner")
    String move(
            RequestContext context,
            @PathVariable FigureCode figure,
            @RequestParam BodyId body,
            @RequestParam String reason) {
        var definition = reporting.readings(context).all().stream()
                .map(Cell::definition)
                .filter(one -> one.code().equals(figure))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
        reporting.move(context, definition, body, reason);
        return context.redirect("figures/" + figure);
    }

    private Cell cell(RequestContext context, String key) {
        return reporting.readings(context).cell(key).orElseThrow(() -> new Refused(Reason.unknown()));
    }
}
