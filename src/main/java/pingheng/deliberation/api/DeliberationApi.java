package pingheng.deliberation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Marking;
import pingheng.deliberation.Said;
import pingheng.deliberation.Seat;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.value.PostId;

@RestController
@RequestMapping("/api/v1/rounds/{round}/deliberation")
@Tag(name = "合议 Deliberation")
class DeliberationApi {
    private final Rounds rounds;
    private final Deliberations deliberations;
    private final Marking marking;

    DeliberationApi(Rounds rounds, Deliberations deliberations, Marking marking) {
        this.rounds = rounds;
        this.deliberations = deliberations;
        this.marking = marking;
    }

    /** The members who have come. */
    record Seated(List<Seat> members) {}

    record Departed(String reason) {}

    /** What a member writes beside units; {@code seen} is the version that was seen, 0 for none. */
    record Ballot(List<Said> marks) {}

    @GetMapping
    @Operation(
            summary =
                    "合议：委员得自己的打分表，省级得进度和记录 · The session: a member gets their ballot, the province the tallies and minutes")
    SessionAnswer show(Visitor visitor, @PathVariable String round) {
        if (!visitor.is(Role.COMMITTEE)) Refused.on(Deliberations.whyNotLead(visitor));
        return answer(visitor, rounds.get(round));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "开始合议（省级） · Open the session (the province)")
    SessionAnswer open(Visitor visitor, @PathVariable String round, @RequestBody Seated seated) {
        Refused.on(Deliberations.whyNotLead(visitor));
        var held = rounds.get(round);
        deliberations.open(visitor, held, seated.members());
        return answer(visitor, held);
    }

    @PostMapping("/members")
    @Operation(summary = "委员迟到（省级） · Members who come later (the province)")
    SessionAnswer admit(Visitor visitor, @PathVariable String round, @RequestBody Seated seated) {
        Refused.on(Deliberations.whyNotLead(visitor));
        var held = rounds.get(round);
        deliberations.admit(visitor, held, seated.members());
        return answer(visitor, held);
    }

    @PostMapping("/members/{post}/departure")
    @Operation(summary = "委员离席，打分作废（省级） · A member leaves, their marks are void (the province)")
    SessionAnswer leave(
            Visitor visitor, @PathVariable String round, @PathVariable PostId post, @RequestBody Departed departed) {
        Refused.on(Deliberations.whyNotLead(visitor));
        var held = rounds.get(round);
        deliberations.leave(visitor, held, post, departed.reason());
        return answer(visitor, held);
    }

    @PostMapping("/closing")
    @Operation(summary = "结束合议，生成记录（省级） · Close the session, which gives the minutes (the province)")
    SessionAnswer close(Visitor visitor, @PathVariable String round) {
        Refused.on(Deliberations.whyNotLead(visitor));
        var held = rounds.get(round);
        deliberations.close(visitor, held);
        return answer(visitor, held);
    }

    @PutMapping("/marks")
    @Operation(summary = "打分或回避（委员） · Mark units or be recused (a member)")
    SessionAnswer mark(Visitor visitor, @PathVariable String round, @RequestBody Ballot ballot) {
        Refused.on(Marking.whyNotMember(visitor));
        var held = rounds.get(round);
        marking.mark(visitor, held, ballot.marks());
        return answer(visitor, held);
    }

    private SessionAnswer answer(Visitor visitor, HeldRound round) {
        var session = deliberations.session(round);
        if (visitor.is(Role.COMMITTEE))
            return SessionAnswer.ballot(round, session, visitor.post().id(), marking.whyNotSee(visitor, round));
        return SessionAnswer.led(round, session, deliberations.whyNotOpen(round));
    }
}
