package pingheng.people.staff.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.people.Holder;
import pingheng.people.Post;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** The people of a unit: bodies, their posts, who holds them. */
public record PeoplePage(
        Visitor visitor,
        Unit unit,
        Show show,
        List<Body> bodies,
        List<Row> rows,
        Optional<Reason> whyNotBody,
        Optional<Reason> whyNotImport)
        implements Page {

    /** Which posts are listed. */
    public enum Show implements Coded {
        ALL,
        VACANT,
        WAITING;
    }

    /** A post and who holds it. */
    public record Row(Post post, List<Holder> holders) {
        boolean in(Show show) {
            return switch (show) {
                case ALL -> true;
                case VACANT -> holders.isEmpty();
                case WAITING -> holders.stream().anyMatch(holder -> !holder.active());
            };
        }
    }

    /** The posts of a body that are listed. */
    public List<Row> of(Body body) {
        return rows.stream()
                .filter(row -> row.post().body().id().equals(body.id()) && row.in(show))
                .toList();
    }

    /** The bodies that are listed: with a filter, those that have a post in it. */
    public List<Body> listed() {
        return bodies.stream()
                .filter(body -> show == Show.ALL || !of(body).isEmpty())
                .toList();
    }

    public long count(Show counted) {
        return rows.stream().filter(row -> row.in(counted)).count();
    }

    /** A person on two posts that two persons are to hold: from before that was refused. */
    public record Both(Holder holder, Row one, Row other, Sentence two) {}

    /** Those who have to hand one of the two posts over. */
    public List<Both> both() {
        var both = new ArrayList<Both>();
        for (var one : rows)
            for (var other : rows)
                if (one.post().role().compareTo(other.post().role()) < 0)
                    one.post()
                            .twoPersons(other.post())
                            .ifPresent(two -> one.holders().stream()
                                    .filter(holder -> other.holders().stream()
                                            .anyMatch(same -> same.login().equals(holder.login())))
                                    .forEach(holder -> both.add(new Both(holder, one, other, two))));
        return both;
    }

    public String path(String rest) {
        return "/people/" + unit.code() + rest;
    }
}
