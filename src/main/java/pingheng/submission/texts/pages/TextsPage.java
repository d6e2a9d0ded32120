package pingheng.submission.texts.pages;

import java.util.List;
import pingheng.framework.Point;
import pingheng.page.Page;
import pingheng.round.pages.Where;
import pingheng.submission.texts.TextChange;

/** What was written on a point, by whom and when, each change as a difference, the newest first. */
public record TextsPage(Where where, Point point, List<TextChange> changes) implements Page {
    public String back() {
        return where.path("points/" + point.code());
    }
}
