package pingheng.submission.tables;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pingheng.figure.Cell;
import pingheng.figure.ReportedFigures;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.sheet.OfficeTable;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.figures.Reporting;

/** The grid of figures as a table: a row a figure or member, a column a period; what did not change is passed over. */
@Service
public class FigureTables {
    private final Reporting reporting;
    private final ReportedFigures figures;

    FigureTables(Reporting reporting, ReportedFigures figures) {
        this.reporting = reporting;
        this.figures = figures;
    }

    public byte[] workbook(SelfEvaluation own) {
        return grid(own).workbook(own.figuresReported());
    }

    /** Why no cell of the grid is the visitor's to fill now. */
    public Optional<Reason> whyNotTake(RequestContext context, SelfEvaluation own) {
        return reporting.whyNotReportAny(context, own, reporting.owners(own));
    }

    /** Why the visitor cannot take a value back that the table left empty. */
    public Optional<Reason> whyNotWithdraw(RequestContext context, SelfEvaluation own, Cell cell) {
        return reporting.whyNotReport(context, own, reporting.owners(own), cell);
    }

    /** The cells of these keys that hold a value now. */
    public List<Cell> filled(SelfEvaluation own, List<String> keys) {
        var there = own.figuresReported();
        return keys.stream()
                .flatMap(key -> figures.readings(own.framework()).cell(key).stream())
                .filter(cell -> there.containsKey(cell.key()))
                .distinct()
                .toList();
    }

    /** Reads a table and refuses it with everything that is wrong, cells that are not the visitor's and changed meanwhile too. */
    public FigureChanges read(RequestContext context, SelfEvaluation own, String name, InputStream bytes) {
        var owners = reporting.owners(own);
        Refused.on(reporting.whyNotReportAny(context, own, owners));
        var findings = new Findings();
        var grid = grid(own);
        var reading = new TableReading(
                own, grid, () -> reporting.names(own), cell -> reporting.whyNotReport(context, own, owners, cell));
        for (var row : OfficeTable.read(name, bytes, grid.columns(), findings)) {
            reading.take(row, grid.cells(row));
        }
        findings.refuse();
        return reading.read(findings);
    }

    private FigureGrid grid(SelfEvaluation own) {
        return new FigureGrid(figures.readings(own.framework()), own);
    }
}
