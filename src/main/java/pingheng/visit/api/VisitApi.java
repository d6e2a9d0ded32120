package pingheng.visit.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.round.pages.Arrival;
import pingheng.value.PostId;
import pingheng.visit.Sample;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;
import pingheng.visit.Visiting.Word;
import pingheng.visit.Visits;

@RestController
@RequestMapping("/api/v1/rounds/{round}/visits")
@Tag(name = "实地抽查 On-site checks")
class VisitApi {
    private final Rounds rounds;
    private final Sampling sampling;
    private final Visits visits;
    private final Visiting visiting;

    VisitApi(Rounds rounds, Sampling sampling, Visits visits, Visiting visiting) {
        this.rounds = rounds;
        this.sampling = sampling;
        this.visits = visits;
        this.visiting = visiting;
    }

    /** The sample: whoever has the seed can compute every line anew. */
    record SampleAnswer(
            String source, String seed, String program, String digest, OffsetDateTime at, List<Sample.Line> units) {}

    /** How many are drawn of each stratum, by level/region. */
    record SampleDraw(String source, String seed, Map<String, Integer> sizes) {}

    record NamedUnit(String unit, String reason) {}

    record Sent(PostId post) {}

    /** A finding on top of the version that was seen, 0 for none; an empty text takes it back. */
    record Noted(
            int seen,
            String point,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String text) {}

    record HandedOver(String digest) {}

    record Countersigned(
            String digest,
            boolean agrees,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String text) {}

    record FindingAnswer(String point, int version, String text, OffsetDateTime at) {}

    /** A visit; a unit reads its findings from the hand-over on. */
    record VisitAnswer(
            String unit,
            @Nullable String digest,
            List<FindingAnswer> findings,
            @JsonProperty("handed_over") boolean handedOver,
            @Nullable Boolean agrees,
            @Nullable String word,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    @GetMapping
    @Operation(summary = "抽查样本：种子、程序和全部名单 · The sample: seed, program and the whole list")
    SampleAnswer sample(Visitor visitor, @PathVariable String round) {
        var held = rounds.get(round);
        var sample = sampling.sample(visitor, held).orElseThrow(() -> new Refused(Reason.unknown()));
        return new SampleAnswer(
                sample.source(),
                sample.seed(),
                sample.program(),
                sample.digest(),
                at(held, sample.at()),
                sample.lines());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "抽取样本，每个年度一次（省级） · Draw the sample, once in a round (the province)")
    SampleAnswer draw(Visitor visitor, @PathVariable String round, @RequestBody SampleDraw draw) {
        Refused.on(Sampling.whyNotLead(visitor));
        var held = rounds.get(round);
        sampling.draw(visitor, held, new Sampling.Drawing(draw.source(), draw.seed(), draw.sizes()));
        return sample(visitor, round);
    }

    @PostMapping("/named")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "另外指定一个单位（省级） · Name a unit beside the draw (the province)")
    SampleAnswer name(Visitor visitor, @PathVariable String round, @RequestBody NamedUnit named) {
        Refused.on(Sampling.whyNotLead(visitor));
        var held = rounds.get(round);
        sampling.name(visitor, held, named.unit(), named.reason());
        return sample(visitor, round);
    }

    @GetMapping("/{unit}")
    @Operation(summary = "一个单位的实地核查 · The visit to a unit")
    VisitAnswer show(
            Visitor visitor, @PathVariable String round, @PathVariable String unit, HttpServletRequest request) {
        return answer(visitor, rounds.get(round), unit, Arrival.of(request));
    }

    @PostMapping("/{unit}/inspectors")
    @Operation(summary = "指派核查人员（省级） · Send inspectors (the province)")
    VisitAnswer assign(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestBody Sent sent,
            HttpServletRequest request) {
        Refused.on(Sampling.whyNotLead(visitor));
        var held = rounds.get(round);
        visiting.assign(visitor, held, unit, sent.post());
        return answer(visitor, held, unit, Arrival.of(request));
    }

    @PutMapping("/{unit}/findings")
    @Operation(summary = "记一条核查记录（指派的核查人员） · Note a finding (those who are sent there)")
    VisitAnswer note(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestBody Noted noted,
            HttpServletRequest request) {
        var held = rounds.get(round);
        var arrived = Arrival.of(request);
        visiting.note(visitor, held, unit, noted.point(), noted.text(), noted.seen(), arrived);
        return answer(visitor, held, unit, arrived);
    }

    @PostMapping("/{unit}/handover")
    @Operation(summary = "交被查单位会签 · Hand the findings over to the unit")
    VisitAnswer handOver(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestBody HandedOver handed,
            HttpServletRequest request) {
        var held = rounds.get(round);
        var arrived = Arrival.of(request);
        visiting.handOver(visitor, held, unit, handed.digest(), arrived);
        return answer(visitor, held, unit, arrived);
    }

    @PostMapping("/{unit}/countersignature")
    @Operation(summary = "会签（被查单位） · Countersign (the visited unit)")
    VisitAnswer countersign(
            Visitor visitor,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestBody Countersigned word,
            HttpServletRequest request) {
        var held = rounds.get(round);
        var arrived = Arrival.of(request);
        visiting.countersign(visitor, held, unit, word.digest(), new Word(word.agrees(), word.text()), arrived);
        return answer(visitor, held, unit, arrived);
    }

    private VisitAnswer answer(Visitor visitor, HeldRound round, String unit, Instant arrived) {
        var visit = visits.seen(visitor, round, unit);
        var findings = visit.noted();
        var word = visit.countersigned();
        return new VisitAnswer(
                unit,
                findings.isEmpty() ? null : visit.digest(),
                findings.stream()
                        .map(one -> new FindingAnswer(one.point(), one.version(), one.text(), at(round, one.at())))
                        .toList(),
                visit.handedOver().isPresent(),
                word.map(one -> one.agrees()).orElse(null),
                word.map(one -> one.text()).orElse(null),
                WhyNot.refused(Map.of(
                        "note", Visiting.whyNotNote(visitor, visit, arrived),
                        "hand_over", Visiting.whyNotHandOver(visitor, visit, arrived),
                        "countersign", Visiting.whyNotCountersign(visitor, visit, arrived))));
    }

    private static OffsetDateTime at(HeldRound round, Instant at) {
        return at.atZone(round.settings().zone()).toOffsetDateTime();
    }
}
