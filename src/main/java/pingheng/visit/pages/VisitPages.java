package pingheng.visit.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RoundContext;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;
import pingheng.visit.Visiting.Countersigned;
import pingheng.visit.Visiting.Noted;
import pingheng.visit.Visits;

@Controller
@RequestMapping("/r/{round}/visits/{unit}")
class VisitPages {
    private final Visits visits;
    private final Visiting visiting;

    VisitPages(Visits visits, Visiting visiting) {
        this.visits = visits;
        this.visiting = visiting;
    }

    @GetMapping
    Page show(RoundContext context, @PathVariable UnitCode unit) {
        return page(context, unit, new VisitPage.Typed(null, ""), null);
    }

    @PostMapping("/inspectors")
    String assign(RoundContext context, @PathVariable UnitCode unit, @RequestParam PostId post) {
        visiting.assign(context, unit, post);
        return context.redirect("visits/" + unit);
    }

    @PostMapping("/inspectors/{post}/removal")
    String remove(RoundContext context, @PathVariable UnitCode unit, @PathVariable PostId post) {
        visiting.remove(context, unit, post);
        return context.redirect("visits/" + unit);
    }

    /** Keeps a finding, or gives it back as it was written. */
    @PostMapping("/findings")
    Object note(
            RoundContext context,
            @PathVariable UnitCode unit,
            @RequestParam PointCode point,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") Version seen) {
        try {
            visiting.note(context, unit, new Noted(seen, point, text));
        } catch (Refused refused) {
            if (!refused.reason().code().equals("visit.meanwhile") && !rewritable(refused)) throw refused;
            return page(context, unit, new VisitPage.Typed(point, text), refused);
        }
        return context.redirect("visits/" + unit);
    }

    @PostMapping("/handover")
    String handOver(RoundContext context, @PathVariable UnitCode unit, @RequestParam String digest) {
        visiting.handOver(context, unit, digest);
        return context.redirect("visits/" + unit);
    }

    @PostMapping("/countersignature")
    Object countersign(
            RoundContext context,
            @PathVariable UnitCode unit,
            @RequestParam String digest,
            @RequestParam boolean agrees,
            @RequestParam(defaultValue = "") String text) {
        try {
            visiting.countersign(context, unit, new Countersigned(digest, agrees, text));
        } catch (Refused refused) {
            if (!rewritable(refused)) throw refused;
            return page(context, unit, new VisitPage.Typed(null, text), refused);
        }
        return context.redirect("visits/" + unit);
    }

    /** What is refused for how it was written: its form is there again. Of anything else the answer itself gives the text back. */
    private static boolean rewritable(Refused refused) {
        return refused.reason().kind() == Reason.Kind.MALFORMED;
    }

    private VisitPage page(RoundContext context, UnitCode unit, VisitPage.Typed typed, @Nullable Refused refused) {
        var visitor = context.user();
        var visit = visits.seen(visitor, context.round(), unit);
        return new VisitPage(
                visit,
                visits.inspectors(),
                new VisitPage.May(
                        visitor,
                        Sampling.whyNotLead(visitor),
                        Visiting.whyNotNote(visitor, visit, context.arrived()),
                        Visiting.whyNotHandOver(visitor, visit, context.arrived()),
                        Visiting.whyNotCountersign(visitor, visit, context.arrived())),
                typed,
                refused);
    }
}
