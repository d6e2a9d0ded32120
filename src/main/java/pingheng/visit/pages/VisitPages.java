package pingheng.visit.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.round.pages.Arrival;
import pingheng.value.PostId;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;
import pingheng.visit.Visiting.Word;
import pingheng.visit.Visits;

@Controller
@RequestMapping("/r/{round}/visits/{unit}")
class VisitPages {
    private final Rounds rounds;
    private final Visits visits;
    private final Visiting visiting;

    VisitPages(Rounds rounds, Visits visits, Visiting visiting) {
        this.rounds = rounds;
        this.visits = visits;
        this.visiting = visiting;
    }

    @GetMapping
    Page show(Visitor visitor, @PathVariable String round, @PathVariable String unit, HttpServletRequest request) {
        return page(visitor, rounds.get(round), unit, Arrival.of(request), new VisitPage.Typed("", ""), null);
    }

    @PostMapping("/inspectors")
    String assign(Visitor visitor, @PathVariable String round, @PathVariable String unit, @RequestParam PostId post) {
        Refused.on(Sampling.whyNotLead(visitor));
        var held = rounds.get(round);
        visiting.assign(visitor, held, unit, post);
        return redirect(held, unit);
    }

    @PostMapping("/inspectors/{post}/removal")
    String remove(Visitor visitor, @PathVariable String round, @PathVariable String unit, @PathVariable PostId post) {
        Refused.on(Sampling.whyNotLead(visitor));
        var held = rounds.get(round);
        visiting.remove(visitor, held, unit, post);
        return redirect(held, unit);
    }

    /** Keeps a finding, or gives it back as it was written. */
    @PostMapping("/findings")
    Object note(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam String point,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletRequest request) {
        var held = rounds.get(round);
        var arrived = Arrival.of(request);
        try {
            visiting.note(visitor, held, unit, point.strip(), text, seen, arrived);
        } catch (Refused refused) {
            if (!refused.reason().code().equals("visit.meanwhile") && !rewritable(refused)) throw refused;
            return page(visitor, held, unit, arrived, new VisitPage.Typed(point, text), refused);
        }
        return redirect(held, unit);
    }

    @PostMapping("/handover")
    String handOver(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam String digest,
            HttpServletRequest request) {
        var held = rounds.get(round);
        visiting.handOver(visitor, held, unit, digest, Arrival.of(request));
        return redirect(held, unit);
    }

    @PostMapping("/countersignature")
    Object countersign(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam String digest,
            @RequestParam boolean agrees,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        var held = rounds.get(round);
        var arrived = Arrival.of(request);
        try {
            visiting.countersign(visitor, held, unit, digest, new Word(agrees, text), arrived);
        } catch (Refused refused) {
            if (!rewritable(refused)) throw refused;
            return page(visitor, held, unit, arrived, new VisitPage.Typed("", text), refused);
        }
        return redirect(held, unit);
    }

    /** What is refused for how it was written: its form is there again. Of anything else the answer itself gives the text back. */
    private static boolean rewritable(Refused refused) {
        return refused.reason().kind() == Reason.Kind.MALFORMED;
    }

    private VisitPage page(
            Visitor visitor,
            HeldRound round,
            String unit,
            Instant arrived,
            VisitPage.Typed typed,
            @Nullable Refused refused) {
        var visit = visits.seen(visitor, round, unit);
        return new VisitPage(
                visit,
                visits.inspectors(),
                new VisitPage.May(
                        visitor,
                        Sampling.whyNotLead(visitor),
                        Visiting.whyNotNote(visitor, visit, arrived),
                        Visiting.whyNotHandOver(visitor, visit, arrived),
                        Visiting.whyNotCountersign(visitor, visit, arrived)),
                typed,
                refused);
    }

    private static String redirect(HeldRound round, String unit) {
        return "redirect:/r/" + round.code() + "/visits/" + unit;
    }
}
