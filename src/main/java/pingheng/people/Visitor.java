package pingheng.people;

import java.util.List;
import java.util.Optional;
import pingheng.ledger.Actor;
import pingheng.problem.Reason;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** A person who has signed in, on the post they have chosen. */
public record Visitor(Login login, String name, Post post) {
    public Actor actor() {
        return new Actor(login, post.told(), post.body().division());
    }

    /** Who sends a form, and on which post. */
    public String sender() {
        return login + " " + post.id();
    }

    public boolean is(Role role) {
        return post.role() == role;
    }

    public UnitCode unit() {
        return post.body().division();
    }

    /** Whether the post belongs to the unit itself, not to someone above it. */
    public boolean ownsUnit(UnitCode unit) {
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
        return Optional.of(officeOnly());
    }

    /** An office puts people on the posts of its own bodies; the province on the posts of offices, of cities that review, and its own. */
    public Optional<Reason> whyNotStaff(Unit unit, Role role) {
        if (role.byOffice()) return whyNotOffice(unit);
        return whyNotProvince();
    }

    /** The bodies of a unit are its office's; the province enters those that review. */
    public Optional<Reason> whyNotBody(Unit unit) {
        boolean reviews = unit.level() != Level.COUNTY;
        return reviews && is(Role.PROVINCE) ? Optional.empty() : whyNotOffice(unit);
    }

    /** A post needs a unit that has such posts, and someone who may put people on it. */
    public Optional<Reason> whyNotPost(Unit unit, Role role) {
        var whyNot = whyNotStaff(unit, role);
        if (whyNot.isPresent() || role.fits(unit)) return whyNot;
        return Optional.of(Reason.malformed(
                "people.role-place",
                "%1$s没有「%2$s」这类岗位",
                "%1$s has no posts of the kind “%3$s”",
                unit.name(),
                role.title().zh(),
                role.title().en()));
    }

    /**
     * A slip opens every post of a person. Whoever issues it must be the one who put them on all of these: the office of the unit
     * where all are posts of its bodies, the province where one is not.
     */
    public Optional<Reason> whyNotSlip(Login login, List<Post> held) {
        if (login.equals(login()))
            return Optional.of(Reason.forbidden(
                    "people.own-slip", "不能给自己发口令，请由上级办理", "Nobody issues a slip to themselves: ask the level above"));
        boolean within = held.stream()
                .allMatch(post -> post.role().byOffice()
                        && post.body().division().equals(held.getFirst().body().division()));
        if (!within) return whyNotProvince();
        boolean ofOffice = is(Role.OFFICE)
                && !held.isEmpty()
                && held.getFirst().body().division().equals(unit());
        return ofOffice ? Optional.empty() : Optional.of(officeOnly());
    }

    public Optional<Reason> whyNotProvince() {
        if (is(Role.PROVINCE)) return Optional.empty();
        return Optional.of(Reason.forbidden(
                "people.province-only",
                "办公室、市级和省级岗位上的人由省级管理员办理",
                "Those on posts of offices, cities and the province are the provincial administrator's to deal with"));
    }

    private static Reason officeOnly() {
        return Reason.forbidden(
                "people.office-only", "只有本单位领导小组办公室可以这样做", "Only the office of the unit's leading group may do this");
    }
}
