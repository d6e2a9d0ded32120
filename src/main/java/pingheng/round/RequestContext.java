package pingheng.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import pingheng.ledger.Audience;
import pingheng.ledger.Chain;
import pingheng.ledger.Sightings;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Sentence;

/** Who asks, in which round and of which unit, which the visitor may see; and when the request arrived. */
public record RequestContext(Visitor user, HeldRound round, Unit unit, Instant arrived) {
    /** The address of a page of this unit in this round. */
    public String path(String rest) {
        return path(round, unit) + (rest.isEmpty() ? "" : "/" + rest);
    }

    public String redirect(String rest) {
        return "redirect:" + path(rest);
    }

    /** A time in the zone of the round. */
    public OffsetDateTime at(Instant at) {
        return round.at(at);
    }

    /** Tells the ledger, for those of the same layer, when somebody from outside looks at this. */
    public void looks(Sightings sightings, String subject, String zh, String en) {
        sightings.sighted(user.actor(), chain(), subject, new Sentence(zh, en));
    }

    /** The chain of the ledger in which stands what the visitor does to the unit and the unit does not read; its own where it is theirs. */
    public Chain chain() {
        if (unit.code().equals(user.unit())) return Chain.of(unit.code());
        return Chain.of(unit.code(), user.is(Role.CITY) ? Audience.CITY : Audience.PROVINCE);
    }

    public static String path(HeldRound round, Unit unit) {
        return "/r/" + round.code() + "/" + unit.code();
    }
}
