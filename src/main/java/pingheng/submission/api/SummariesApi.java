package pingheng.submission.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.page.api.WhyNot;
import pingheng.people.People;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.Answers.OwedSummary;
import pingheng.submission.SelfEvaluations;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.number.Version;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/summaries")
@Tag(name = "工作小结 Work summaries")
class SummariesApi {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final People people;

    SummariesApi(SelfEvaluations selfEvaluations, Answers answers, People people) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.people = people;
    }

    /** A body that owes a summary; version 0 while it is not in. */
    record Summary(
            BodyId body,
            String name,
            Version version,
            @Nullable SummaryText summary,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    record SummaryText(String text, Login person, OffsetDateTime at) {}

    record SummaryDraft(String text, Version seen) {}

    @GetMapping
    @Operation(summary = "应交的工作小结 · The work summaries that are owed")
    List<Summary> all(RequestContext context) {
        return answers.owedSummaries(context, selfEvaluations.of(context)).stream()
                .map(owed -> summary(context, owed))
                .toList();
    }

    @PutMapping("/{body}")
    @Operation(summary = "写工作小结 · Write a work summary")
    Summary write(RequestContext context, @PathVariable BodyId body, @RequestBody SummaryDraft written) {
        if (people.bodies(context.unit().code()).stream()
                .noneMatch(one -> one.id().equals(body))) throw new Refused(Reason.unknown());
        answers.summarise(context, body, written.text(), written.seen());
        return all(context).stream()
                .filter(one -> one.body().equals(body))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    private static Summary summary(RequestContext context, OwedSummary owed) {
        var summary = owed.summary();
        return new Summary(
                owed.body().id(),
                owed.body().name(),
                summary == null ? Version.NONE : summary.version(),
                summary == null ? null : new SummaryText(summary.text(), summary.person(), context.at(summary.at())),
                WhyNot.refused(Map.of("write", owed.whyNot())));
    }
}
