package pingheng.round.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RehearsalClock;
import pingheng.time.Mode;

@Controller
class ClockPages {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RehearsalClock rehearsal;
    private final RehearsalClock.Stops stops;
    private final Clock clock;
    private final Mode mode;

    ClockPages(RehearsalClock rehearsal, RehearsalClock.Stops stops, Clock clock, Mode mode) {
        this.rehearsal = rehearsal;
        this.stops = stops;
        this.clock = clock;
        this.mode = mode;
    }

    @GetMapping("/clock")
    Page show(Visitor visitor) {
        if (!mode.rehearsal()) throw new Refused(Reason.unknown());
        var now = clock.instant();
        var local = now.atZone(ZONE);
        return new ClockPage(
                now,
                local.toLocalDate().toString(),
                local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                stops.stops().stream().map(stop -> stop(stop, now)).toList(),
                rehearsal.wanted().orElse(null),
                rehearsal.whyNotMove(visitor),
                rehearsal.busy());
    }

    private static ClockPage.Line stop(RehearsalClock.Stop stop, Instant now) {
        var local = stop.at().atZone(ZONE);
        return new ClockPage.Line(
                stop,
                local.toLocalDate().toString(),
                local.toLocalTime().toString(),
                !stop.at().isAfter(now));
    }

    @PostMapping("/clock")
    String move(
            Visitor visitor,
            @RequestParam LocalDate day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time) {
        rehearsal.move(visitor, day.atTime(time).atZone(ZONE).toInstant());
        return "redirect:/clock";
    }
}
