package pingheng.deliberation.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Marking;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.value.PostId;

@Controller
@RequestMapping("/r/{round}/deliberation")
class DeliberationPages {
    private final Rounds rounds;
    private final Deliberations deliberations;
    private final Marking marking;

    DeliberationPages(Rounds rounds, Deliberations deliberations, Marking marking) {
        this.rounds = rounds;
        this.deliberations = deliberations;
        this.marking = marking;
    }

    @GetMapping
    Page show(Visitor visitor, @PathVariable String round) {
        if (visitor.is(Role.COMMITTEE)) return ballot(visitor, rounds.get(round), Map.of(), null);
        Refused.on(Deliberations.whyNotLead(visitor));
        return session(visitor, rounds.get(round), Map.of(), null);
    }

    @PostMapping
    Object open(Visitor visitor, @PathVariable String round, @RequestParam Map<String, String> typed) {
        return led(visitor, round, typed, held -> deliberations.open(visitor, held, new SessionForm(typed).seats()));
    }

    @PostMapping("/members")
    Object admit(Visitor visitor, @PathVariable String round, @RequestParam Map<String, String> typed) {
        return led(visitor, round, typed, held -> deliberations.admit(visitor, held, new SessionForm(typed).seats()));
    }

    @PostMapping("/members/{post}/departure")
    Object leave(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable PostId post,
            @RequestParam(defaultValue = "") String reason) {
        Refused.on(Deliberations.whyNotLead(visitor));
        var held = rounds.get(round);
        try {
            deliberations.leave(visitor, held, post, reason);
        } catch (Refused refused) {
            if (refused.reason().kind() != Reason.Kind.MALFORMED) throw refused;
            return session(visitor, held, Map.of("departure_" + post, reason), refused);
        }
        return redirect(held);
    }

    @PostMapping("/closing")
    Object close(Visitor visitor, @PathVariable String round) {
        return led(visitor, round, Map.of(), held -> deliberations.close(visitor, held));
    }

    /** Keeps the whole ballot, or gives it back as it was typed. */
    @PostMapping("/marks")
    Object mark(
            Visitor visitor,
            @PathVariable String round,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        Refused.on(Marking.whyNotMember(visitor));
        var held = rounds.get(round);
        try {
            int changed = marking.mark(visitor, held, new SessionForm(typed).said());
            Rendering.tell(request, Sentence.of("已保存 %1$d 个单位的改动", "Saved: %1$d units changed", changed));
        } catch (Refused refused) {
            return ballot(visitor, held, typed, refused);
        }
        return redirect(held);
    }

    /** A verb of the province. */
    private interface Led {
        void in(HeldRound round);
    }

    private Object led(Visitor visitor, String round, Map<String, String> typed, Led verb) {
        Refused.on(Deliberations.whyNotLead(visitor));
        var held = rounds.get(round);
        try {
            verb.in(held);
        } catch (Refused refused) {
            if (refused.reason().kind() == Reason.Kind.UNKNOWN) throw refused;
            return session(visitor, held, typed, refused);
        }
        return redirect(held);
    }

    private BallotPage ballot(Visitor visitor, HeldRound round, Map<String, String> typed, @Nullable Refused refused) {
        return new BallotPage(
                round,
                marking.whyNotSee(visitor, round),
                deliberations.session(round).orElse(null),
                visitor.post().id(),
                typed,
                refused);
    }

    private SessionPage session(
            Visitor visitor, HeldRound round, Map<String, String> typed, @Nullable Refused refused) {
        var session = deliberations.session(round);
        return new SessionPage(
                round,
                session.orElse(null),
                deliberations.absent(round, visitor),
                deliberations.regions(round),
                session.map(one -> one.whyNotClose(round.settings().quorum()))
                        .orElseGet(() -> deliberations.whyNotOpen(round)),
                typed,
                refused);
    }

    private static String redirect(HeldRound round) {
        return "redirect:/r/" + round.code() + "/deliberation";
    }
}
