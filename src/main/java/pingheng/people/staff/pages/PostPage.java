package pingheng.people.staff.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.page.Page;
import pingheng.people.Holder;
import pingheng.people.Post;
import pingheng.people.Term;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.value.Login;

/** One post: who holds it, what may be done about that and what will follow, who held it before. */
public record PostPage(
        Visitor visitor,
        Unit unit,
        Post post,
        List<One> holders,
        List<Term> terms,
        Map<Login, String> known,
        Optional<Reason> whyNotAppoint)
        implements Page {

    /** A holder: how many posts they have beside this one, and why something cannot be done. */
    public record One(Holder holder, int others, Optional<Reason> whyNotDismiss, Optional<Reason> whyNotSlip) {}

    public String path(String rest) {
        return "/people/" + unit.code() + "/posts/" + post.id() + rest;
    }
}
