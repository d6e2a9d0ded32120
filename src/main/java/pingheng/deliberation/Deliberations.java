package pingheng.deliberation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StoredRow;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.value.PostId;

/** The session of the committee in a round: the province opens it, says who is there, and closes it with the minutes. */
@Service
public class Deliberations {
    private final DeliberationStore store;
    private final Sitting sitting;
    private final Ledger ledger;
    private final Clock clock;

    Deliberations(DeliberationStore store, Sitting sitting, Ledger ledger, Clock clock) {
        this.store = store;
        this.sitting = sitting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The session of a round; empty when none was opened. */
    public Optional<Session> session(HeldRound round) {
        return sitting.session(round);
    }

    /** The marks by unit for the result: those of members who stayed, once the session is closed; before that none count. */
    public Committee committee(HeldRound round) {
        var committee = new Committee();
        var session = session(round).filter(one -> !one.open());
        if (session.isEmpty()) return committee;
        for (var tally : session.get().tallies()) {
            var unit = tally.candidate().unit().code();
            for (var mark : tally.given()) {
                var value = Objects.requireNonNull(mark.mark());
                var most = tally.candidate().most();
                if (value.compareTo(most) <= 0) committee.mark(unit, value);
                else committee.unreadable(unit, unreadable(mark, value, most));
            }
            for (int i = 0; i < tally.recused(); i++) committee.recuse(unit);
        }
        return committee;
    }

    /** Why the visitor cannot lead a session: only the province does. */
    public static Optional<Reason> whyNotLead(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(Reason.forbidden(
                        "deliberation.province", "合议由省级主持", "The session of the committee is led by the province"));
    }

    /** Why no session can be opened: there is one already, or nothing to mark. */
    public Optional<Reason> whyNotOpen(HeldRound round) {
        if (session(round).isPresent())
            return Optional.of(Reason.conflict(
                    "deliberation.opened", "本年度的合议已经开始", "The session of this round has been opened already"));
        if (sitting.candidates(round).stream()
                .allMatch(candidate -> candidate.most().compareTo(BigDecimal.ZERO) == 0))
            return Optional.of(Reason.conflict(
                    "deliberation.nothing",
                    "本年度的指标体系没有合议分",
                    "The frameworks of this round give no points by deliberation"));
        return Optional.empty();
    }

    @Transactional
    public void open(RoundContext context, List<Seat> seats) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotLead(visitor));
        sitting.alone(round, visitor);
        Refused.on(whyNotOpen(round));
        var members = sitting.members(round, visitor, seats);
        int quorum = round.settings().quorum();
        if (members.size() < quorum)
            throw new Refused(Reason.malformed(
                    "deliberation.too-few",
                    "到会 %1$d 人，不足法定的 %2$d 人",
                    "%1$d members are fewer than the quorum of %2$d",
                    members.size(),
                    quorum));

        var now = clock.instant();
        long id = store.open(round.id(), visitor.login(), now).orElseThrow();
        members.forEach(member -> store.seat(id, member, visitor.login(), now));

        record(
                visitor,
                round,
                "deliberation.opened",
                Sentence.of("合议开始，到会：%1$s", "The session of the committee is opened, present: %1$s", told(members)));
    }

    /** Members who come later. */
    @Transactional
    public void admit(RoundContext context, List<Seat> seats) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotLead(visitor));
        sitting.alone(round, visitor);
        var session = sitting.open(round);
        var members = sitting.members(round, visitor, seats);
        if (members.isEmpty())
            throw new Refused(Reason.malformed("deliberation.nobody", "请选择到会的委员", "Choose the members who have come"));

        var now = clock.instant();
        for (var member : members)
            if (!store.seat(session.id(), member, visitor.login(), now))
                throw new Refused(Reason.conflict(
                        "deliberation.seated",
                        "%1$s 已经到会，或者已经离席",
                        "%1$s is there already, or has left",
                        member.told()));

        record(
                visitor,
                round,
                "deliberation.admitted",
                Sentence.of("委员到会：%1$s", "Members have come: %1$s", told(members)));
    }

    /** Notes that a member has left: their marks are void from then on. */
    @Transactional
    public void leave(RoundContext context, PostId post, String reason) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotLead(visitor));
        sitting.alone(round, visitor);
        var session = sitting.open(round);
        var member = session.member(post).filter(Member::present).orElseThrow(() -> new Refused(Reason.unknown()));
        if (reason.isBlank() || reason.length() > Sitting.LONGEST_REASON)
            throw new Refused(Reason.malformed(
                    "deliberation.leave-reason",
                    "请写明离席原因，至多 %1$d 字",
                    "Say in at most %1$d characters why the member left",
                    Sitting.LONGEST_REASON));

        store.depart(session.id(), post, new Member.Departure(reason.strip(), clock.instant()), visitor.login());

        record(
                visitor,
                round,
                "deliberation.left",
                Sentence.of(
                        "%1$s 离席，其打分作废，原因：%2$s",
                        "%1$s has left, their marks are void, because: %2$s", member.told(), reason.strip()));
    }

    /** Ends the session: from then on nothing is marked, and the minutes say what was. */
    @Transactional
    public Minutes close(RoundContext context) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotLead(visitor));
        sitting.alone(round, visitor);
        var session = sitting.open(round);
        Refused.on(session.whyNotClose(round.settings().quorum()));

        var minutes = Recording.of(round, session, visitor.name(), clock.instant());
        store.close(session.id(), minutes, visitor.login());

        record(
                visitor,
                round,
                "deliberation.closed",
                Sentence.of(
                        "合议结束，记录摘要 %1$s", "The session of the committee is closed, minutes %1$s", minutes.digest()));
        return minutes;
    }

    /** The minutes of a session that is closed, written anew from what was said in it; empty where none is. */
    public Optional<Minutes> writtenAnew(HeldRound round) {
        return session(round)
                .flatMap(session -> Optional.ofNullable(session.minutes())
                        .map(minutes -> Recording.of(round, session, minutes.person(), minutes.at())));
    }

    /** The members that may still be seated, each with who holds the post. */
    public List<Member> absent(HeldRound round, Visitor visitor) {
        var session = session(round);
        var absent = new ArrayList<>(sitting.committee(visitor));
        absent.removeIf(
                member -> session.flatMap(one -> one.member(member.post())).isPresent());
        return absent;
    }

    /** The regions that the units of the round lie in. */
    public List<String> regions(HeldRound round) {
        return sitting.regions(round);
    }

    private static Sentence unreadable(Mark mark, BigDecimal value, BigDecimal most) {
        return new StoredRow(
                        "「合议打分 %s 第 %s 版」".formatted(mark.unit(), mark.version()),
                        "mark of the committee %s, version %s".formatted(mark.unit(), mark.version()))
                .unreadable(Sentence.of(
                        "打分 %s 高于最高分 %s",
                        "the mark %s is above the most, %s", value.toPlainString(), most.toPlainString()));
    }

    private void record(Visitor visitor, HeldRound round, String verb, Sentence told) {
        ledger.record(visitor.actor(), Chain.of(round.code()), verb, "round/" + round.code(), told);
    }

    private static String told(List<Member> members) {
        return members.stream().map(Member::told).collect(Collectors.joining("、"));
    }
}
