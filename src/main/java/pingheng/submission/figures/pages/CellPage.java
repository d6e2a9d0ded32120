package pingheng.submission.figures.pages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;

/** One cell of the grid after it was saved, or why it was not and what had been typed. */
public record CellPage(
        RequestContext context,
        Cell cell,
        @Nullable FigureVersion version,
        Optional<Reason> whyNot,
        @Nullable Sentence wrong,
        Typed typed,
        String back)
        implements Page {
    /** What was typed, given back when it was not saved, and what is to be said beside it. */
    public record Typed(String value, @Nullable String source, String reason, Asked asked) {
        /** Nothing was. */
        public static final Typed NONE = new Typed("", null, "", Asked.NOTHING);
    }

    /** What the visitor is asked before it can be saved. */
    public enum Asked {
        NOTHING,
        /** Whether an emptied figure is withdrawn. */
        WITHDRAWAL,
        /** Why the office enters it for another body. */
        REASON
    }

    @Override
    public int status() {
        return wrong == null ? 200 : 422;
    }
}
