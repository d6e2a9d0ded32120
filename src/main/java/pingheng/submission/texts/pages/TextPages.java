package pingheng.submission.texts.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.ledger.Sightings;
import pingheng.page.Page;
import pingheng.people.acts.VisitorArgument;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.submission.texts.Texts;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

@Controller
@RequestMapping("/r/{round}/{unit}/points/{point}")
class TextPages {
    private final Texts texts;
    private final Rounds rounds;
    private final Sightings sightings;
    private final VisitorArgument visitors;

    TextPages(Texts texts, Rounds rounds, Sightings sightings, VisitorArgument visitors) {
        this.texts = texts;
        this.rounds = rounds;
        this.sightings = sightings;
        this.visitors = visitors;
    }

    @GetMapping("/texts")
    Page history(RequestContext context, @PathVariable PointCode point) {
        var of = rounds.framework(context.round(), context.unit()).points().stream()
                .filter(one -> one.code().equals(point))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
        context.looks(sightings, "point/" + point, "观测点 " + point + " 的历次文字", "what was written on point " + point);
        return new TextsPage(context, of, texts.history(context, point));
    }

    /**
     * Asked every ten seconds by an open page, so it costs two statements: who asks, and what there is. Nothing is answered while
     * what is shown is still so.
     */
    @GetMapping("/now")
    Object now(
            @PathVariable RoundCode round,
            @PathVariable UnitCode unit,
            @PathVariable PointCode point,
            @RequestParam(defaultValue = "0") Version seen,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request) {
        var visitor = visitors.visitor(request).orElseThrow(() -> new Refused(Reason.unknown()));
        var now = texts.now(visitor, round, unit, point, seen);
        return state.equals(now.state())
                ? ResponseEntity.status(HttpStatus.NO_CONTENT).build()
                : new AtOncePart(now);
    }
}
