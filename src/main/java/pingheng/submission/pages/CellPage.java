package pingheng.submission.pages;

import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.Reported;
import pingheng.page.Page;
import pingheng.problem.Sentence;
import pingheng.round.pages.Where;

/** One cell of the grid after it was saved, or why it was not and what had been typed. */
public record CellPage(
        Where where,
        Cell cell,
        @Nullable Reported reported,
        @Nullable Sentence wrong,
        String typed,
        String back) implements Page {
    @Override
    public int status() {
        return wrong == null ? 200 : 422;
    }
}
