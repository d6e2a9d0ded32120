package pingheng.people.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.problem.Finding;
import pingheng.problem.Sentence;

/** The form that opens an empty database; with what was wrong with it, and what had been typed. */
public record SetupPage(String token, Typed typed, @Nullable Sentence wrong, List<Finding> findings) implements Page {
    /** What is typed, but the passwords. */
    public record Typed(String code, String province, String login, String name) {}

    @Override
    public int status() {
        return wrong == null ? 200 : 422;
    }
}
