package pingheng.people.pages;

import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.problem.Sentence;

/** The first sign-in: a one-time slip becomes a password. */
public record SlipPage(String login, @Nullable Sentence wrong) implements Page {
    @Override
    public int status() {
        return wrong == null ? 200 : 422;
    }
}
