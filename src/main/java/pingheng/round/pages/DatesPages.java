package pingheng.round.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
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
    Page show(Where where) {
        List<DatesPage.Line> lines = rounds.due(where.round(), where.unit()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(due -> new DatesPage.Line(
                        due.getKey(),
                        due.getValue(),
                        due.getKey().locks()
                                ? rounds.lock(where.round(), where.unit(), due.getKey())
                                        .orElse(null)
                                : null,
                        Rounds.whyNotRemind(where.visitor(), where.unit(), due.getKey())))
                .toList();
        return new DatesPage(where, lines, rounds.whyNotExtend(where.visitor()));
    }

    /** A county's own day for its own stage. */
    @PostMapping("/{stage}")
    String set(
            Where where,
            @PathVariable String stage,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due) {
        rounds.remind(where.visitor(), where.round(), where.unit(), of(stage), due);
        return where.redirect("dates");
    }

    @PostMapping("/{stage}/extensions")
    String extend(
            Where where,
            @PathVariable String stage,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            @RequestParam String reason) {
        rounds.extend(where.visitor(), where.round(), where.unit(), of(stage), due, reason);
        return where.redirect("dates");
    }

    private static Stage of(String code) {
        return Stage.of(code).orElseThrow(() -> new Refused(Reason.unknown()));
    }
}
