package pingheng.result.release.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.page.api.WhyNot;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.result.release.Release;
import pingheng.result.release.Released;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.value.UnitCode;

@RestController
@RequestMapping("/api/v1/rounds/{round}")
@Tag(name = "结果 Results")
class ReleasedApi {
    private final Released released;
    private final Rounds rounds;

    ReleasedApi(Released released, Rounds rounds) {
        this.released = released;
        this.rounds = rounds;
    }

    /** The regions that the visitor sees, each in the order of its places; where there is none, why. */
    record RankingAnswer(
            ReleaseMade release,
            List<Release.OfUnit> units,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    /** How each score of a unit came about, in words, and its aspects. */
    record DossierAnswer(ReleaseMade release, UnitCode unit, List<AspectScored> aspects, Sentence text) {}

    /** One aspect beside the median of the region, where that is large enough for one. */
    record AspectScored(
            Sentence title,
            BigDecimal score,
            BigDecimal maximum,
            @Nullable BigDecimal median) {
        static AspectScored of(Released.Compared compared) {
            var aspect = compared.aspect();
            return new AspectScored(aspect.title(), aspect.score(), aspect.maximum(), compared.median());
        }
    }

    @GetMapping("/ranking")
    @Operation(summary = "生效的排名，限可见区域 · The ranking in force, of the regions one may see")
    RankingAnswer ranking(RoundContext context) {
        var release = inForce(context.round());
        var ranking = released.ranking(context.user(), context.round(), rounds.units(context.round()));
        return new RankingAnswer(
                release, ranking, WhyNot.refused(Map.of("read", Released.whyNoUnit(context.user(), ranking))));
    }

    @GetMapping("/units/{unit}/dossier")
    @Operation(summary = "一个单位生效的得分说明 · How each score of a unit in force came about")
    DossierAnswer dossier(RequestContext context) {
        return new DossierAnswer(
                inForce(context.round()),
                context.unit().code(),
                released.aspects(context.round(), context.unit()).stream()
                        .map(AspectScored::of)
                        .toList(),
                released.dossier(context.round(), context.unit()));
    }

    private ReleaseMade inForce(HeldRound round) {
        return released.inForce(round)
                .map(release -> ReleaseMade.of(round, release))
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }
}
