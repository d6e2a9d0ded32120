package pingheng.people;

import java.util.Optional;
import pingheng.ledger.Actor;
import pingheng.problem.Reason;

/** A person who has signed in, on the post they have chosen. */
public record Visitor(String login, String name, Post post) {
    public Actor actor() {
        return new Actor(
                login, post.body().name() + " " + post.title(), post.body().division());
    }

    public boolean is(Role role) {
        return post.role() == role;
    }

    public String unit() {
        return post.body().division();
    }

    /** Whether the post belongs to the unit itself, not to someone above it. */
    public boolean ownsUnit(String unit) {
        return unit.equals(unit()) && post.role().own();
    }

    /** A county sees itself, a city itself and its counties, the province all; to others the unit does not exist. */
    public Optional<Reason> whyNotSee(Unit unit) {
        boolean sees = ownsUnit(unit.code())
                || is(Role.PROVINCE)
                || is(Role.CITY) && (unit.code().equals(unit()) || unit().equals(unit.parent()));
        return sees ? Optional.empty() : Optional.of(Reason.unknown());
    }

    /** Only the office of the unit's own leading group. */
    public Optional<Reason> whyNotOffice(Unit unit) {
        if (ownsUnit(unit.code()) && is(Role.OFFICE)) return Optional.empty();
        return Optional.of(Reason.forbidden(
                "people.office-only", "只有本单位领导小组办公室可以这样做", "Only the office of the unit's leading group may do this"));
    }
}
