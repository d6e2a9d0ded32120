package pingheng.visit.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.page.api.WhyNot;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RoundContext;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;
import pingheng.visit.Sample;
import pingheng.visit.Sampling;
import pingheng.visit.Sampling.NamedUnit;
import pingheng.visit.Sampling.SampleDraw;
import pingheng.visit.Visiting;
import pingheng.visit.Visiting.Countersigned;
import pingheng.visit.Visiting.Noted;
import pingheng.visit.Visits;

@RestController
@RequestMapping("/api/v1/rounds/{round}/visits")
@Tag(name = "实地抽查 On-site checks")
class VisitApi {
    private final Sampling sampling;
    private final Visits visits;
    private final Visiting visiting;

    VisitApi(Sampling sampling, Visits visits, Visiting visiting) {
        this.sampling = sampling;
        this.visits = visits;
        this.visiting = visiting;
    }

    /** The sample: whoever has the seed can compute every line anew. */
    record SampleAnswer(
            String source, String seed, String program, String digest, OffsetDateTime at, List<Sample.Line> units) {}

    record Sent(PostId post) {}

    record HandedOver(String digest) {}

    record FindingAnswer(PointCode point, Version version, String text, OffsetDateTime at) {}

    /** A visit; a unit reads its findings from the hand-over on. */
    record VisitAnswer(
            UnitCode unit,
            @Nullable String digest,
            List<FindingAnswer> findings,
            @JsonProperty("handed_over") boolean handedOver,
            @Nullable Boolean agrees,
            @Nullable String word,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    @GetMapping
    @Operation(summary = "抽查样本：种子、程序和全部名单 · The sample: seed, program and the whole list")
    SampleAnswer sample(RoundContext context) {
        var sample = sampling.sample(context.user(), context.round()).orElseThrow(() -> new Refused(Reason.unknown()));
        return new SampleAnswer(
                sample.source(),
                sample.seed(),
                sample.program(),
                sample.digest(),
                context.at(sample.at()),
                sample.lines());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "抽取样本，每个年度一次（省级） · Draw the sample, once in a round (the province)")
    SampleAnswer draw(RoundContext context, @RequestBody SampleDraw draw) {
        sampling.draw(context, draw);
        return sample(context);
    }

    @PostMapping("/named")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "另外指定一个单位（省级） · Name a unit beside the draw (the province)")
    SampleAnswer name(RoundContext context, @RequestBody NamedUnit named) {
        sampling.name(context, named);
        return sample(context);
    }

    @GetMapping("/{unit}")
    @Operation(summary = "一个单位的实地核查 · The visit to a unit")
    VisitAnswer show(RoundContext context, @PathVariable UnitCode unit) {
        var visitor = context.user();
        var visit = visits.seen(visitor, context.round(), unit);
        var findings = visit.noted();
        var word = visit.countersigned();
        return new VisitAnswer(
                unit,
                findings.isEmpty() ? null : visit.digest(),
                findings.stream()
                        .map(one -> new FindingAnswer(one.point(), one.version(), one.text(), context.at(one.at())))
                        .toList(),
                visit.handedOver().isPresent(),
                word.map(one -> one.agrees()).orElse(null),
                word.map(one -> one.text()).orElse(null),
                WhyNot.refused(Map.of(
                        "note", Visiting.whyNotNote(visitor, visit, context.arrived()),
                        "hand_over", Visiting.whyNotHandOver(visitor, visit, context.arrived()),
                        "countersign", Visiting.whyNotCountersign(visitor, visit, context.arrived()))));
    }

    @PostMapping("/{unit}/inspectors")
    @Operation(summary = "指派核查人员（省级） · Send inspectors (the province)")
    VisitAnswer assign(RoundContext context, @PathVariable UnitCode unit, @RequestBody Sent sent) {
        visiting.assign(context, unit, sent.post());
        return show(context, unit);
    }

    @PutMapping("/{unit}/findings")
    @Operation(summary = "记一条核查记录（指派的核查人员） · Note a finding (those who are sent there)")
    VisitAnswer note(RoundContext context, @PathVariable UnitCode unit, @RequestBody Noted noted) {
        visiting.note(context, unit, noted);
        return show(context, unit);
    }

    @PostMapping("/{unit}/handover")
    @Operation(summary = "交被查单位会签 · Hand the findings over to the unit")
    VisitAnswer handOver(RoundContext context, @PathVariable UnitCode unit, @RequestBody HandedOver handed) {
        visiting.handOver(context, unit, handed.digest());
        return show(context, unit);
    }

    @PostMapping("/{unit}/countersignature")
    @Operation(summary = "会签（被查单位） · Countersign (the visited unit)")
    VisitAnswer countersign(RoundContext context, @PathVariable UnitCode unit, @RequestBody Countersigned word) {
        visiting.countersign(context, unit, word);
        return show(context, unit);
    }
}
