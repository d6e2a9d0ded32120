package pingheng.deliberation.pages;

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
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RoundContext;
import pingheng.value.PostId;

@Controller
@RequestMapping("/r/{round}/deliberation")
class DeliberationPages {
    private final Deliberations deliberations;
    private final Marking marking;

    DeliberationPages(Deliberations deliberations, Marking marking) {
        this.deliberations = deliberations;
        this.marking = marking;
    }

    @GetMapping
    Page show(RoundContext context) {
        if (context.user().is(Role.COMMITTEE)) return ballot(context, Map.of(), null);
        Refused.on(Deliberations.whyNotLead(context.user()));
        return session(context, Map.of(), null);
    }

    @PostMapping
    Object open(RoundContext context, @RequestParam Map<String, String> typed) {
        return led(context, typed, () -> deliberations.open(context, new SessionForm(typed).seats()));
    }

    @PostMapping("/members")
    Object admit(RoundContext context, @RequestParam Map<String, String> typed) {
        return led(context, typed, () -> deliberations.admit(context, new SessionForm(typed).seats()));
    }

    @PostMapping("/members/{post}/departure")
    Object leave(RoundContext context, @PathVariable PostId post, @RequestParam(defaultValue = "") String reason) {
        Refused.on(Deliberations.whyNotLead(context.user()));
        try {
            deliberations.leave(context, post, reason);
        } catch (Refused refused) {
            if (refused.reason().kind() != Reason.Kind.MALFORMED) throw refused;
            return session(context, Map.of("departure_" + post, reason), refused);
        }
        return context.redirect("deliberation");
    }

    @PostMapping("/closing")
    Object close(RoundContext context) {
        return led(context, Map.of(), () -> deliberations.close(context));
    }

    /** Keeps the whole ballot, or gives it back as it was typed. */
    @PostMapping("/marks")
    Object mark(RoundContext context, @RequestParam Map<String, String> typed) {
        Refused.on(Marking.whyNotMember(context.user()));
        try {
            int changed = marking.mark(context, new SessionForm(typed).said());
            Rendering.tell(Sentence.of("已保存 %1$d 个单位的改动", "Saved: %1$d units changed", changed));
        } catch (Refused refused) {
            return ballot(context, typed, refused);
        }
        return context.redirect("deliberation");
    }

    /** A verb of the province. */
    private Object led(RoundContext context, Map<String, String> typed, Runnable verb) {
        Refused.on(Deliberations.whyNotLead(context.user()));
        try {
            verb.run();
        } catch (Refused refused) {
            if (refused.reason().kind() == Reason.Kind.UNKNOWN) throw refused;
            return session(context, typed, refused);
        }
        return context.redirect("deliberation");
    }

    private BallotPage ballot(RoundContext context, Map<String, String> typed, @Nullable Refused refused) {
        return new BallotPage(
                context.round(),
                marking.whyNotSee(context.user(), context.round()),
                deliberations.session(context.round()).orElse(null),
                context.user().post().id(),
                typed,
                refused);
    }

    private SessionPage session(RoundContext context, Map<String, String> typed, @Nullable Refused refused) {
        var round = context.round();
        var session = deliberations.session(round);
        return new SessionPage(
                round,
                session.orElse(null),
                deliberations.absent(round, context.user()),
                deliberations.regions(round),
                session.map(one -> one.whyNotClose(round.settings().quorum()))
                        .orElseGet(() -> deliberations.whyNotOpen(round)),
                typed,
                refused);
    }
}
