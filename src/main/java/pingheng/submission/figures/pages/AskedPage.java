package pingheng.submission.figures.pages;

import pingheng.page.Page;
import pingheng.problem.Reason;

/** Asks without a script what the cell itself asks with one: whether an emptied figure is withdrawn, why it is entered for another body. */
public record AskedPage(CellPage cell, Reason why) implements Page {
    @Override
    public int status() {
        return why.kind().status();
    }
}
