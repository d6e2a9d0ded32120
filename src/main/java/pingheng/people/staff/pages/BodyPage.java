package pingheng.people.staff.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;

/** One body of a unit, or one to be entered: what it is called, its kind, and which posts it may get. */
public record BodyPage(
        Visitor visitor, Unit unit, @Nullable Body body, List<String> kinds, Optional<Reason> whyNotChange)
        implements Page {

    /** The roles of posts that the visitor may add here. */
    public List<Role> roles() {
        return List.of(Role.values()).stream()
                .filter(role -> visitor.whyNotPost(unit, role).isEmpty())
                .toList();
    }

    /** The kinds to choose from, its own among them. */
    public List<String> choices() {
        var own = body == null ? "" : body.kind();
        if (own.isEmpty() || kinds.contains(own)) return kinds;
        var choices = new ArrayList<>(kinds);
        choices.add(own);
        return choices;
    }

    public String path(String rest) {
        return "/people/" + unit.code() + rest;
    }
}
