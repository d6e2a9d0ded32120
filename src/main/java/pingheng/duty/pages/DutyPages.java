package pingheng.duty.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.duty.Duties;
import pingheng.duty.Duty;
import pingheng.duty.Obligation;
import pingheng.duty.Urgings;
import pingheng.duty.Warnings;
import pingheng.framework.Point;
import pingheng.page.Page;
import pingheng.people.People;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.Rounds;
import pingheng.round.pages.Where;

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
    Page matrix(Where where) {
        var framework = rounds.framework(where.round(), where.unit());
        return new MatrixPage(
                where,
                Duties.owed(framework),
                people.bodies(where.unit().code()),
                duties.of(where.round(), where.unit()).stream().collect(Collectors.groupingBy(Duty::point)),
                duties.obligations(where.round(), where.unit()),
                warnings.of(where.round(), where.unit(), framework),
                warnings.unreachable(where.round(), where.unit()),
                where.visitor().whyNotOffice(where.unit()));
    }

    @GetMapping("/matrix/{point}")
    Page point(Where where, @PathVariable String point) {
        return new AssignPage(
                where,
                owed(where, point),
                people.bodies(where.unit().code()),
                duties.of(where.round(), where.unit()).stream()
                        .filter(duty -> duty.point().equals(point))
                        .toList(),
                where.visitor().whyNotOffice(where.unit()));
    }

    @PostMapping("/matrix/{point}")
    String assign(
            Where where,
            @PathVariable String point,
            @RequestParam long lead,
            @RequestParam(required = false) @Nullable List<Long> cooperating) {
        owed(where, point);
        var others = cooperating == null
                ? List.<Long>of()
                : cooperating.stream()
                        .filter(body -> body != null && body != lead)
                        .toList();
        duties.assign(where.visitor(), where.round(), where.unit(), point, lead, others);
        return where.redirect("matrix");
    }

    @PostMapping("/obligations")
    String oblige(Where where, @RequestParam long body, @RequestParam String kind, @RequestParam boolean owes) {
        var obligation = Obligation.of(kind).orElseThrow(() -> new Refused(Reason.unknown()));
        duties.oblige(where.visitor(), where.round(), where.unit(), body, obligation, owes);
        return where.redirect("matrix");
    }

    @GetMapping("/urgings")
    Page urgings(Where where) {
        return new UrgingsPage(
                where,
                urgings.of(where.round(), where.unit()).stream()
                        .map(urging -> new UrgingsPage.One(urging, urgings.whyNotAnswer(where.visitor(), urging)))
                        .toList(),
                people.bodies(where.unit().code()),
                urgings.whyNotUrge(where.visitor(), where.unit()));
    }

    @PostMapping("/urgings")
    String urge(
            Where where,
            @RequestParam long body,
            @RequestParam(defaultValue = "") String point,
            @RequestParam String text,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate by) {
        if (!point.isEmpty()) owed(where, point);
        urgings.urge(where.visitor(), where.round(), where.unit(), body, point, text, by);
        return where.redirect("urgings");
    }

    @PostMapping("/urgings/{id}/answer")
    String answer(Where where, @PathVariable long id, @RequestParam String answer) {
        urgings.answer(where.visitor(), id, answer);
        return where.redirect("urgings");
    }

    private Point owed(Where where, String code) {
        return Duties.owed(rounds.framework(where.round(), where.unit())).stream()
                .filter(point -> point.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }
}
