package pingheng.people;

import java.util.Optional;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.value.PostId;

/** A post 岗位: what duties belong to, whoever holds it. */
public record Post(PostId id, String title, Role role, Body body) {
    /** As the ledger and slips name it: the body and the title. */
    public String told() {
        return body.name() + " " + title;
    }

    /** Who two persons are to be where nobody may hold both posts: at one body filler and checker, in one unit office and leader. */
    public Optional<Sentence> twoPersons(Post other) {
        if (!role.apartFrom(other.role)) return Optional.empty();
        if (role.signsWhole())
            return body.division().equals(other.body.division())
                    ? Optional.of(new Sentence(
                            "办公室审定的人和领导审签的人", "who signs for the office and who signs for the leading group"))
                    : Optional.empty();
        return body.id().equals(other.body.id())
                ? Optional.of(new Sentence("填表人和审核人", "filler and checker"))
                : Optional.empty();
    }

    /** Why nobody who holds this post can come to hold the other, too. */
    Optional<Reason> whyNotBeside(Post other) {
        return twoPersons(other)
                .map(two -> Reason.conflict(
                        "people.both-posts",
                        "此人已任「%1$s」，不能再任「%2$s」：%3$s须是两个人。请先把「%1$s」移交别人，或另选人接任",
                        "This person holds the post “%1$s” and cannot hold “%2$s”, too: %4$s are two persons. Hand “%1$s” over to"
                                + " somebody else first, or choose another successor",
                        told(),
                        other.told(),
                        two.zh(),
                        two.en()));
    }
}
