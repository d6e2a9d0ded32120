package pingheng.round.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
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
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.FigureReading;
import pingheng.round.HeldRound;
import pingheng.round.Lock;
import pingheng.round.Milestones;
import pingheng.round.Plan.Rescheduled;
import pingheng.round.Planning;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.round.pages.RoundForm;
import pingheng.value.RoundCode;

@RestController
@RequestMapping("/api/v1/rounds")
@Tag(name = "年度与单位 Rounds and units")
class RoundsApi {
    private final Rounds rounds;
    private final Planning planning;

    RoundsApi(Rounds rounds, Planning planning) {
        this.rounds = rounds;
        this.planning = planning;
    }

    /** A round, and the units of it that the visitor may see. */
    record RoundListed(RoundCode code, Sentence title, int year, String zone, boolean official, List<Unit> units) {}

    /** When a stage is due for a unit, and the instant from which it is closed, where it locks. */
    record StageDue(
            String stage,
            Sentence title,
            LocalDate due,
            @Nullable OffsetDateTime locks,
            @Nullable String extended) {}

    record UnitDates(Unit unit, String framework, List<StageDue> dates) {}

    @GetMapping
    @Operation(summary = "各年度和可以看到的单位 · The rounds and the units one may see")
    List<RoundListed> all(Visitor visitor) {
        return rounds.all().stream().map(round -> seen(round, visitor)).toList();
    }

    @GetMapping("/{round}/units/{unit}")
    @Operation(summary = "一个单位的期限 · When the stages are due for a unit")
    UnitDates unit(RequestContext context) {
        var dates = rounds.dates(context.round(), context.unit());
        return new UnitDates(
                context.unit(),
                rounds.framework(context.round(), context.unit()).digest(),
                dates.due().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(due -> due(context, dates, due.getKey(), due.getValue()))
                        .toList());
    }

    /** A round to be opened: the digest of the framework of each level, the day of each stage. */
    record NewRound(
            String code,
            Sentence title,
            int year,
            String zone,
            boolean official,
            String decides,
            String onsite,
            String credibility,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String figures,
            int quorum,
            Map<String, String> frameworks,
            Map<String, LocalDate> dates) {
        Map<String, String> typed() {
            var typed = new HashMap<String, String>();
            typed.putAll(frameworks);
            dates.forEach((stage, day) -> typed.put("due_" + stage, day.toString()));
            typed.putAll(Map.of("code", code, "title_zh", title.zh(), "title_en", title.en()));
            typed.putAll(Map.of("year", String.valueOf(year), "zone", zone, "official", official ? "yes" : ""));
            typed.putAll(Map.of("decides", decides, "onsite", onsite, "credibility", credibility));
            typed.put("figures", figures.isEmpty() ? FigureReading.OWN.code() : figures);
            typed.put("quorum", String.valueOf(quorum));
            return typed;
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "开设年度（省级） · Open a round (the province)")
    void open(Visitor visitor, @RequestBody NewRound round) {
        Refused.on(Planning.whyNotPlan(visitor));
        planning.open(visitor, new RoundForm(round.typed()).plan());
    }

    @PutMapping("/{round}/dates/{stage}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "全省改期（省级） · Move a date of all (the province)")
    void reschedule(RoundContext context, @PathVariable Stage stage, @RequestBody Rescheduled moved) {
        Refused.on(Planning.whyNotPlan(context.user()));
        planning.reschedule(context, stage, moved);
    }

    private RoundListed seen(HeldRound round, Visitor visitor) {
        var settings = round.settings();
        return new RoundListed(
                round.code(),
                settings.title(),
                settings.year(),
                settings.zone().getId(),
                settings.official(),
                rounds.units(round).stream()
                        .filter(unit -> visitor.whyNotSee(unit).isEmpty())
                        .toList());
    }

    private static StageDue due(RequestContext context, Milestones dates, Stage stage, LocalDate day) {
        var lock = stage.locks() ? dates.lock(stage).orElse(null) : null;
        return new StageDue(
                stage.code(),
                stage.title(),
                lock == null ? day : lock.due(),
                lock == null ? null : context.at(lock.at()),
                lock == null ? null : reason(lock));
    }

    private static @Nullable String reason(Lock lock) {
        var extension = lock.extension();
        return extension == null ? null : extension.reason();
    }
}
