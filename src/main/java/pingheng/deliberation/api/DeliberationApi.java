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
import pingheng.problem.Refused;
import pingheng.round.RoundContext;
import pingheng.value.PostId;

@RestController
@RequestMapping("/api/v1/rounds/{round}/deliberation")
@Tag(name = "合议 Deliberation")
class DeliberationApi {
    private final Deliberations deliberations;
    private final Marking marking;

    DeliberationApi(Deliberations deliberations, Marking marking) {
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
    SessionAnswer show(RoundContext context) {
        var visitor = context.user();
        var round = context.round();
        if (visitor.is(Role.COMMITTEE))
            return SessionAnswer.ballot(
                    round, deliberations.session(round), visitor.post().id(), marking.whyNotSee(visitor, round));
        Refused.on(Deliberations.whyNotLead(visitor));
        return SessionAnswer.led(round, deliberations.session(round), deliberations.whyNotOpen(round));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "开始合议（省级） · Open the session (the province)")
    SessionAnswer open(RoundContext context, @RequestBody Seated seated) {
        deliberations.open(context, seated.members());
        return show(context);
    }

    @PostMapping("/members")
    @Operation(summary = "委员迟到（省级） · Members who come later (the province)")
    SessionAnswer admit(RoundContext context, @RequestBody Seated seated) {
        deliberations.admit(context, seated.members());
        return show(context);
    }

    @PostMapping("/members/{post}/departure")
    @Operation(summary = "委员离席，打分作废（省级） · A member leaves, their marks are void (the province)")
    SessionAnswer leave(RoundContext context, @PathVariable PostId post, @RequestBody Departed departed) {
        deliberations.leave(context, post, departed.reason());
        return show(context);
    }

    @PostMapping("/closing")
    @Operation(summary = "结束合议，生成记录（省级） · Close the session, which gives the minutes (the province)")
    SessionAnswer close(RoundContext context) {
        deliberations.close(context);
        return show(context);
    }

    @PutMapping("/marks")
    @Operation(summary = "打分或回避（委员） · Mark units or be recused (a member)")
    SessionAnswer mark(RoundContext context, @RequestBody Ballot ballot) {
        marking.mark(context, ballot.marks());
        return show(context);
    }
}
