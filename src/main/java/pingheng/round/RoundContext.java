package pingheng.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import pingheng.people.Visitor;

/** Who asks, in which round, and when the request arrived; of no unit, or of one that is looked up by rules of its own. */
public record RoundContext(Visitor user, HeldRound round, Instant arrived) {
    public String redirect(String rest) {
        return "redirect:/r/" + round.code() + "/" + rest;
    }

    /** A time in the zone of the round. */
    public OffsetDateTime at(Instant at) {
        return round.at(at);
    }
}
