package pingheng.duty.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.duty.Duties;
import pingheng.duty.Urging;
import pingheng.duty.Urgings;
import pingheng.duty.Urgings.Urge;
import pingheng.page.api.WhyNot;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.UrgingId;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/urgings")
@Tag(name = "督办 Urgings")
class UrgingsApi {
    private final Duties duties;
    private final Urgings urgings;

    UrgingsApi(Duties duties, Urgings urgings) {
        this.duties = duties;
        this.urgings = urgings;
    }

    /** The urgings of a unit, and why the visitor cannot urge. */
    record UrgingsListed(
            List<UrgingListed> urgings,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    /** An urging; without a point it is about all of them. */
    record UrgingListed(
            UrgingId id,
            BodyId body,
            @Nullable PointCode point,
            String text,
            LocalDate by,
            String urger,
            OffsetDateTime at,
            @Nullable UrgingAnswered answered,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    record UrgingAnswered(String answer, String person, OffsetDateTime at) {}

    record UrgingReply(String answer) {}

    @GetMapping
    @Operation(summary = "督办及答复 · The urgings and their answers")
    UrgingsListed all(RequestContext context) {
        return new UrgingsListed(
                urgings.of(context.round(), context.unit()).stream()
                        .map(urging -> one(context, urging))
                        .toList(),
                WhyNot.refused(Map.of("urge", urgings.whyNotUrge(context.user(), context.unit()))));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "督办一个单位 · Urge a body")
    UrgingsListed urge(RequestContext context, @RequestBody Urge urge) {
        if (urge.point() != null && duties.owed(context, urge.point()).isEmpty())
            throw new Refused(Place.file("#/point"), "duty.point", new Sentence("没有这个观测点", "There is no such point"));
        urgings.urge(context, urge);
        return all(context);
    }

    @PostMapping("/{id}/answer")
    @Operation(summary = "答复督办 · Answer an urging")
    UrgingsListed answer(RequestContext context, @PathVariable UrgingId id, @RequestBody UrgingReply reply) {
        urgings.answer(context.user(), id, reply.answer());
        return all(context);
    }

    private UrgingListed one(RequestContext context, Urging urging) {
        return new UrgingListed(
                urging.id(),
                urging.body(),
                urging.point(),
                urging.text(),
                urging.answerBy(),
                urging.byWhom(),
                context.at(urging.at()),
                answered(context, urging),
                WhyNot.refused(Map.of("answer", urgings.whyNotAnswer(context.user(), urging))));
    }

    private static @Nullable UrgingAnswered answered(RequestContext context, Urging urging) {
        var answer = urging.answer();
        var at = urging.answered();
        var person = urging.answerer();
        return answer == null || at == null || person == null
                ? null
                : new UrgingAnswered(answer, person, context.at(at));
    }
}
