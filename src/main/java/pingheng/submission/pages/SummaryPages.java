package pingheng.submission.pages;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.duty.Duties;
import pingheng.duty.Obligation;
import pingheng.page.Page;
import pingheng.people.People;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.value.BodyId;

@Controller
@RequestMapping("/r/{round}/{unit}/summaries")
class SummaryPages {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final Duties duties;
    private final People people;

    SummaryPages(SelfEvaluations selfEvaluations, Answers answers, Duties duties, People people) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.duties = duties;
        this.people = people;
    }

    @GetMapping
    Page show(RequestContext context) {
        var own = selfEvaluations.of(context);
        var obligations = duties.obligations(context.round(), context.unit());
        return new SummaryPage(
                context,
                people.bodies(context.unit().code()).stream()
                        .filter(body ->
                                obligations.getOrDefault(body.id(), List.of()).contains(Obligation.SUMMARY))
                        .map(body -> new SummaryPage.Owed(
                                body,
                                own.summaries().stream()
                                        .filter(summary -> summary.body().equals(body.id()))
                                        .findFirst()
                                        .orElse(null),
                                answers.whyNotSummarise(context, own, body.id())))
                        .toList(),
                own.warning());
    }

    @PostMapping
    String save(RequestContext context, @RequestParam BodyId body, @RequestParam String text, @RequestParam int seen) {
        answers.summarise(context, body, text.replace("\r\n", "\n"), seen);
        return context.redirect("summaries");
    }
}
