package pingheng.submission.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.value.BodyId;
import pingheng.value.number.Version;

@Controller
@RequestMapping("/r/{round}/{unit}/summaries")
class SummaryPages {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;

    SummaryPages(SelfEvaluations selfEvaluations, Answers answers) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
    }

    @GetMapping
    Page show(RequestContext context) {
        var own = selfEvaluations.of(context);
        return new SummaryPage(context, answers.owedSummaries(context, own), own.warning());
    }

    @PostMapping
    String save(
            RequestContext context, @RequestParam BodyId body, @RequestParam String text, @RequestParam Version seen) {
        answers.summarise(context, body, text, seen);
        return context.redirect("summaries");
    }
}
