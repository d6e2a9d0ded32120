package pingheng.deliberation.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.deliberation.Member;
import pingheng.deliberation.Session;
import pingheng.deliberation.Tally;
import pingheng.page.Refusable;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;

/** The session as the province leads it: who is there, how many marks each unit has, and at the end the minutes. */
public record SessionPage(
        HeldRound round,
        @Nullable Session session,
        List<Member> absent,
        List<String> regions,
        Optional<Reason> whyNot,
        Map<String, String> typed,
        @Nullable Refused refused)
        implements Refusable {
    public String path(String rest) {
        return "/r/" + round.code() + "/deliberation" + rest;
    }

    public int quorum() {
        return round.settings().quorum();
    }

    public List<Tally> tallies() {
        return session == null ? List.of() : session.tallies();
    }

    /** How many units have a quorum of marks. */
    public long decided() {
        return tallies().stream()
                .filter(tally -> tally.given().size() >= quorum())
                .count();
    }

    /** How many units the member has still to say something of. */
    public long waiting(Member member) {
        return tallies().stream()
                .filter(tally -> tally.waiting().contains(member))
                .count();
    }

    /** Whether a member was ticked in the form that came back; at first the members all are. */
    public boolean ticked(Member member) {
        return typed.isEmpty() ? session == null : typed.containsKey("post_" + member.post());
    }

    public String region(Member member) {
        return typed.getOrDefault("region_" + member.post(), "");
    }
}
