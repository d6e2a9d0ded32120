package pingheng.round.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.round.Plan.Rescheduled;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;

@Controller
@RequestMapping("/r/{round}/{unit}/dates")
class DatesPages {
    private final Rounds rounds;

    DatesPages(Rounds rounds) {
        this.rounds = rounds;
    }

    @GetMapping
    Page show(RequestContext context) {
        var dates = rounds.dates(context.round(), context.unit());
        List<DatesPage.Line> lines = dates.due().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(due -> new DatesPage.Line(
                        due.getKey(),
                        due.getValue(),
                        due.getKey().locks() ? dates.lock(due.getKey()).orElse(null) : null,
                        Rounds.whyNotRemind(context.user(), context.unit(), due.getKey())))
                .toList();
        return new DatesPage(context, lines, rounds.whyNotExtend(context.user()));
    }

    /** A county's own day for its own stage. */
    @PostMapping("/{stage}")
    String set(RequestContext context, @PathVariable Stage stage, @RequestParam LocalDate due) {
        rounds.remind(context, stage, due);
        return context.redirect("dates");
    }

    @PostMapping("/{stage}/extensions")
    String extend(
            RequestContext context,
            @PathVariable Stage stage,
            @RequestParam LocalDate due,
            @RequestParam String reason) {
        rounds.extend(context, stage, new Rescheduled(due, reason));
        return context.redirect("dates");
    }
}
