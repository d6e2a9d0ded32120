package pingheng.duty.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.duty.Duties;
import pingheng.duty.Duties.Assign;
import pingheng.duty.Duty;
import pingheng.duty.Obligation;
import pingheng.framework.Point;
import pingheng.page.api.WhyNot;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.text.Coded;
import pingheng.value.BodyId;
import pingheng.value.PointCode;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}")
@Tag(name = "分工表 Responsibility table")
class TableApi {
    private final Rounds rounds;
    private final Duties duties;
    private final People people;

    TableApi(Rounds rounds, Duties duties, People people) {
        this.rounds = rounds;
        this.duties = duties;
        this.people = people;
    }

    /** The whole table: each point that is owed, each body with what it owes beside, and why it cannot be changed. */
    record Table(
            List<Assignment> points,
            List<BodyOwing> bodies,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    record Assignment(
            PointCode point, Sentence title, @Nullable BodyId lead, List<BodyId> cooperating) {}

    record BodyOwing(
            BodyId id,
            String name,
            @JsonProperty("short_name") String shortName,
            String kind,
            List<String> owes) {}

    record Oblige(BodyId body, String kind, boolean owes) {}

    @GetMapping("/table")
    @Operation(summary = "分工表 · The responsibility table")
    Table table(RequestContext context) {
        var byPoint = duties.of(context.round(), context.unit()).stream().collect(Collectors.groupingBy(Duty::point));
        var obligations = duties.obligations(context.round(), context.unit());
        return new Table(
                Duties.owed(rounds.framework(context.round(), context.unit())).stream()
                        .map(point -> row(point, byPoint.getOrDefault(point.code(), List.of())))
                        .toList(),
                people.bodies(context.unit().code()).stream()
                        .map(body -> owing(body, obligations.getOrDefault(body.id(), List.of())))
                        .toList(),
                WhyNot.refused(Map.of("assign", context.user().whyNotOffice(context.unit()))));
    }

    @PutMapping("/table/{point}")
    @Operation(summary = "改派一个观测点的牵头和配合单位 · Assign a point: who leads, who cooperates")
    Assignment assign(RequestContext context, @PathVariable PointCode point, @RequestBody Assign assigned) {
        var owed = duties.owed(context, point).orElseThrow(() -> new Refused(Reason.unknown()));
        duties.assign(context, point, assigned);
        return row(
                owed,
                duties.of(context.round(), context.unit()).stream()
                        .filter(duty -> duty.point().equals(point))
                        .toList());
    }

    @PutMapping("/obligations")
    @Operation(summary = "规定或免除一个单位的报送义务 · Oblige a body, or release it")
    BodyOwing oblige(RequestContext context, @RequestBody Oblige obliged) {
        var kind = Coded.of(Obligation.class, obliged.kind())
                .orElseThrow(() -> new Refused(
                        Place.file("#/kind"),
                        "duty.obligation",
                        new Sentence(
                                "应为 summary、evidence、contact 或 self-evaluation",
                                "takes summary, evidence, contact or self-evaluation")));
        duties.oblige(context, obliged.body(), kind, obliged.owes());
        return people.bodies(context.unit().code()).stream()
                .filter(body -> body.id().equals(obliged.body()))
                .map(body -> owing(
                        body,
                        duties.obligations(context.round(), context.unit()).getOrDefault(body.id(), List.of())))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    private static Assignment row(Point point, List<Duty> duties) {
        return new Assignment(
                point.code(),
                point.title(),
                duties.stream().filter(Duty::leads).map(Duty::body).findFirst().orElse(null),
                duties.stream().filter(duty -> !duty.leads()).map(Duty::body).toList());
    }

    private static BodyOwing owing(Body body, List<Obligation> owes) {
        return new BodyOwing(
                body.id(),
                body.name(),
                body.shortName(),
                body.kind(),
                owes.stream().map(Obligation::code).sorted().toList());
    }
}
