package pingheng.submission.texts.pages;

import java.util.List;
import pingheng.framework.Point;
import pingheng.page.Page;
import pingheng.round.RequestContext;
import pingheng.submission.texts.TextChange;

/** What was written on a point, by whom and when, each change as a difference, the newest first. */
public record TextsPage(RequestContext context, Point point, List<TextChange> changes) implements Page {
    public String back() {
        return context.path("points/" + point.code());
    }
}
