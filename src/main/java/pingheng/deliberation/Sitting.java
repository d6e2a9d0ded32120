package pingheng.deliberation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pingheng.people.Level;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.round.lock.UnitLock;
import pingheng.value.PostId;

/** Puts a session together: the units of the round, the posts of the committee, and who may change it at the same time. */
@Component
class Sitting {
    static final int LONGEST_REASON = 500;

    private final DeliberationStore store;
    private final Rounds rounds;
    private final People people;
    private final UnitLock lock;
    private final ApplicationEventPublisher events;

    Sitting(DeliberationStore store, Rounds rounds, People people, UnitLock lock, ApplicationEventPublisher events) {
        this.store = store;
        this.rounds = rounds;
        this.people = people;
        this.lock = lock;
        this.events = events;
    }

    Optional<Session> session(HeldRound round) {
        return store.session(round.id(), candidates(round));
    }

    /** The session, which must be under way. */
    Session open(HeldRound round) {
        var session = session(round)
                .orElseThrow(() -> new Refused(
                        Reason.conflict("deliberation.not-open", "合议还没有开始", "The session has not been opened yet")));
        if (!session.open()) throw new Refused(Session.over());
        return session;
    }

    /** The units whose framework gives points by deliberation, region by region. */
    List<Candidate> candidates(HeldRound round) {
        var candidates = new ArrayList<Candidate>();
        for (var level : Level.EVALUATED) {
            var most = rounds.framework(round, level)
                    .map(framework -> framework.settings().sums().deliberation())
                    .orElse(BigDecimal.ZERO);
            if (most.signum() > 0)
                rounds.units(round).stream()
                        .filter(unit -> unit.level() == level)
                        .forEach(unit -> candidates.add(new Candidate(unit, most)));
        }
        return candidates;
    }

    List<String> regions(HeldRound round) {
        return rounds.units(round).stream()
                .map(unit -> unit.region())
                .filter(region -> !region.isEmpty())
                .distinct()
                .toList();
    }

    /** The posts of the committee that somebody holds. */
    List<Member> committee(Visitor visitor) {
        return people.manned(visitor.unit(), Role.COMMITTEE).entrySet().stream()
                .map(post -> new Member(post.getKey().id(), post.getKey().title(), post.getValue(), "", null))
                .toList();
    }

    /** Who comes to sit; refuses who is none of the committee, who stands twice, and regions that there are not. */
    List<Member> members(HeldRound round, Visitor visitor, List<Seat> seats) {
        var committee = committee(visitor);
        var regions = regions(round);
        var seen = new HashSet<PostId>();
        var members = new ArrayList<Member>();
        for (var seat : seats) {
            var member = committee.stream()
                    .filter(one -> one.post().equals(seat.post()) && seen.add(seat.post()))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Reason.malformed(
                            "deliberation.no-member",
                            "这个岗位不是督导委委员，无人在岗，或者重复",
                            "The post is none of the committee, nobody holds it, or it stands here twice")));
            if (!seat.region().isEmpty() && !regions.contains(seat.region()))
                throw new Refused(Reason.malformed(
                        "deliberation.region",
                        "没有这个区域，应为：%1$s",
                        "There is no such region, it is one of: %1$s",
                        String.join(" ", regions)));
            members.add(new Member(member.post(), member.title(), member.name(), seat.region(), null));
        }
        return members;
    }

    /** Nobody else marks or leads until the transaction ends. */
    void alone(HeldRound round, Visitor visitor) {
        lock.alone(round, people.unit(visitor.unit()).orElseThrow());
        events.publishEvent(new Session.Changing(round));
    }

    /** Many mark at once, while nobody leads. */
    void share(HeldRound round, Visitor visitor) {
        lock.share(round, people.unit(visitor.unit()).orElseThrow());
        events.publishEvent(new Session.Changing(round));
    }
}
