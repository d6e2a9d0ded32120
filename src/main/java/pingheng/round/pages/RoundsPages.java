package pingheng.round.pages;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.framework.published.Frameworks;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.Level;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Plan.Rescheduled;
import pingheng.round.Planning;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;

@Controller
@RequestMapping("/rounds")
class RoundsPages {
    private final Planning planning;
    private final Rounds rounds;
    private final Frameworks frameworks;

    RoundsPages(Planning planning, Rounds rounds, Frameworks frameworks) {
        this.planning = planning;
        this.rounds = rounds;
        this.frameworks = frameworks;
    }

    @GetMapping
    Page show(Visitor visitor) {
        Refused.on(Planning.whyNotPlan(visitor));
        return page(Map.of(), null);
    }

    @PostMapping
    Object open(Visitor visitor, @RequestParam Map<String, String> typed) {
        Refused.on(Planning.whyNotPlan(visitor));
        try {
            planning.open(visitor, new RoundForm(typed).plan());
        } catch (Refused refused) {
            if (refused.reason().kind() != Reason.Kind.MALFORMED) throw refused;
            return page(typed, refused);
        }
        Rendering.tell(new Sentence("年度已开设，各单位现在就能看到", "The round is open, all units see it now"));
        return "redirect:/rounds";
    }

    /** Another day for a stage of all units. */
    @PostMapping("/{round}/dates/{stage}")
    String reschedule(
            RoundContext context, @PathVariable Stage stage, @RequestParam LocalDate due, @RequestParam String reason) {
        Refused.on(Planning.whyNotPlan(context.user()));
        planning.reschedule(context, stage, new Rescheduled(due, reason));
        return "redirect:/rounds";
    }

    private RoundsPage page(Map<String, String> typed, @Nullable Refused refused) {
        return new RoundsPage(rounds.all().stream().map(this::line).toList(), frameworks.all(), typed, refused);
    }

    private RoundsPage.Line line(HeldRound round) {
        return new RoundsPage.Line(
                round.settings(),
                Level.EVALUATED.stream()
                        .map(level -> rounds.framework(round, level))
                        .flatMap(Optional::stream)
                        .toList(),
                planning.due(round));
    }
}
