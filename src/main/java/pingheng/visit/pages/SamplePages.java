package pingheng.visit.pages;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.page.form.Fields;
import pingheng.people.Role;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.round.pages.Attachment;
import pingheng.value.UnitCode;
import pingheng.visit.Sample;
import pingheng.visit.Sampling;
import pingheng.visit.Sampling.NamedUnit;
import pingheng.visit.Sampling.SampleDraw;
import pingheng.visit.Visits;

@Controller
@RequestMapping("/r/{round}/visits")
class SamplePages {
    private static final String SIZE = "size_";

    private final Rounds rounds;
    private final Sampling sampling;
    private final Visits visits;

    SamplePages(Rounds rounds, Sampling sampling, Visits visits) {
        this.rounds = rounds;
        this.sampling = sampling;
        this.visits = visits;
    }

    @GetMapping
    Page show(RoundContext context) {
        return page(context, Map.of(), null);
    }

    @GetMapping("/sample.csv")
    ResponseEntity<byte[]> csv(RoundContext context) {
        var sample = sampling.sample(context.user(), context.round()).orElseThrow(() -> new Refused(Reason.unknown()));
        return Attachment.named("sample.csv")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(sample.csv().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/draw")
    Object draw(RoundContext context, @RequestParam Map<String, String> typed) {
        return led(context, typed, () -> sampling.draw(context, drawing(typed)));
    }

    @PostMapping("/named")
    Object name(RoundContext context, @RequestParam Map<String, String> typed) {
        return led(context, typed, () -> sampling.name(context, named(typed)));
    }

    private static NamedUnit named(Map<String, String> typed) {
        var unit = UnitCode.of(typed.getOrDefault("unit", "").strip())
                .orElseThrow(() -> new Refused(Fields.wrong("unit")));
        return new NamedUnit(unit, typed.getOrDefault("reason", ""));
    }

    /** A verb of the province. */
    private Object led(RoundContext context, Map<String, String> typed, Runnable verb) {
        Refused.on(Sampling.whyNotLead(context.user()));
        try {
            verb.run();
        } catch (Refused refused) {
            return page(context, typed, refused);
        }
        return context.redirect("visits");
    }

    /** Sizes of strata are whole numbers; what is none is more than any stratum has. */
    private static SampleDraw drawing(Map<String, String> typed) {
        var sizes = new HashMap<String, Integer>();
        typed.forEach((field, value) -> {
            if (field.startsWith(SIZE) && !value.isBlank())
                sizes.put(field.substring(SIZE.length()), whole(value.strip()));
        });
        return new SampleDraw(typed.getOrDefault("source", ""), typed.getOrDefault("seed", ""), sizes);
    }

    private static int whole(String text) {
        if (!text.matches("[0-9]{1,6}"))
            throw new Refused(Reason.malformed(
                    "visit.whole", "「%1$s」不是个数，请写 0 或正整数", "“%1$s” is no number of units: write 0 or more", text));
        return Integer.parseInt(text);
    }

    private SamplePage page(RoundContext context, Map<String, String> typed, @Nullable Refused refused) {
        var sample = sampling.sample(context.user(), context.round());
        return new SamplePage(
                context.round(),
                sample.orElse(null),
                sampling.strata(context.round()),
                sample.map(drawn -> seen(context, drawn)).orElse(Map.of()),
                Sampling.whyNotLead(context.user()),
                typed,
                refused);
    }

    /** How far the visits are that the visitor has to do with. */
    private Map<UnitCode, Sentence> seen(RoundContext context, Sample sample) {
        var visitor = context.user();
        var round = context.round();
        var seen = visitor.is(Role.INSPECTOR)
                ? visits.of(round, visitor.post().id())
                : visits.of(visitor, round, sample, rounds.units(round));
        return seen.stream()
                .collect(Collectors.toMap(visit -> visit.unit().code(), visit -> SamplePage.told(visit, visitor)));
    }
}
