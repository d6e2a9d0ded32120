package pingheng.duty.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.duty.Duties;
import pingheng.duty.Duties.Assign;
import pingheng.duty.Duty;
import pingheng.duty.Obligation;
import pingheng.duty.Urgings;
import pingheng.duty.Urgings.Urge;
import pingheng.duty.Warnings;
import pingheng.framework.Point;
import pingheng.page.Page;
import pingheng.people.People;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.text.Coded;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.UrgingId;

@Controller
@RequestMapping("/r/{round}/{unit}")
class DutyPages {
    private final Rounds rounds;
    private final Duties duties;
    private final Warnings warnings;
    private final Urgings urgings;
    private final People people;

    DutyPages(Rounds rounds, Duties duties, Warnings warnings, Urgings urgings, People people) {
        this.rounds = rounds;
        this.duties = duties;
        this.warnings = warnings;
        this.urgings = urgings;
        this.people = people;
    }

    @GetMapping("/matrix")
    Page matrix(RequestContext context) {
        var framework = rounds.framework(context.round(), context.unit());
        return new MatrixPage(
                context,
                Duties.owed(framework),
                people.bodies(context.unit().code()),
                duties.of(context.round(), context.unit()).stream().collect(Collectors.groupingBy(Duty::point)),
                duties.obligations(context.round(), context.unit()),
                warnings.of(context.round(), context.unit(), framework),
                warnings.unreachable(context.round(), context.unit()),
                context.user().whyNotOffice(context.unit()));
    }

    @GetMapping("/matrix/{point}")
    Page point(RequestContext context, @PathVariable PointCode point) {
        return new AssignPage(
                context,
                owed(context, point),
                people.bodies(context.unit().code()),
                duties.of(context.round(), context.unit()).stream()
                        .filter(duty -> duty.point().equals(point))
                        .toList(),
                context.user().whyNotOffice(context.unit()));
    }

    @PostMapping("/matrix/{point}")
    String assign(
            RequestContext context,
            @PathVariable PointCode point,
            @RequestParam BodyId lead,
            @RequestParam(required = false) @Nullable List<BodyId> cooperating) {
        owed(context, point);
        var others = cooperating == null
                ? List.<BodyId>of()
                : cooperating.stream()
                        .filter(body -> body != null && !body.equals(lead))
                        .toList();
        duties.assign(context, point, new Assign(lead, others));
        return context.redirect("matrix");
    }

    @PostMapping("/obligations")
    String oblige(
            RequestContext context, @RequestParam BodyId body, @RequestParam String kind, @RequestParam boolean owes) {
        var obligation = Coded.of(Obligation.class, kind).orElseThrow(() -> new Refused(Reason.unknown()));
        duties.oblige(context, body, obligation, owes);
        return context.redirect("matrix");
    }

    @GetMapping("/urgings")
    Page urgings(RequestContext context) {
        return new UrgingsPage(
                context,
                urgings.of(context.round(), context.unit()).stream()
                        .map(urging -> new UrgingsPage.One(urging, urgings.whyNotAnswer(context.user(), urging)))
                        .toList(),
                people.bodies(context.unit().code()),
                urgings.whyNotUrge(context.user(), context.unit()));
    }

    @PostMapping("/urgings")
    String urge(
            RequestContext context,
            @RequestParam BodyId body,
            @RequestParam(required = false) @Nullable PointCode point,
            @RequestParam String text,
            @RequestParam LocalDate by) {
        if (point != null) owed(context, point);
        urgings.urge(context, new Urge(body, point, text, by));
        return context.redirect("urgings");
    }

    @PostMapping("/urgings/{id}/answer")
    String answer(RequestContext context, @PathVariable UrgingId id, @RequestParam String answer) {
        urgings.answer(context.user(), id, answer);
        return context.redirect("urgings");
    }

    private Point owed(RequestContext context, PointCode code) {
        return duties.owed(context, code).orElseThrow(() -> new Refused(Reason.unknown()));
    }
}
