package pingheng.survey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import pingheng.page.HandedIn;
import pingheng.page.api.Note;
import pingheng.people.acts.Prepared;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.survey.Samples;
import pingheng.survey.SurveyCount;
import pingheng.survey.SurveyImport;
import pingheng.survey.SurveyResults;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

@RestController
@RequestMapping("/api/v1/rounds/{round}/survey")
@Tag(name = "满意度调查 Survey")
class SurveyApi {
    private final SurveyResults results;

    SurveyApi(SurveyResults results) {
        this.results = results;
    }

    /** The results that count, how they came in, the samples that are missing or too small, and what was noticed about the table. */
    record SurveyAnswer(
            List<SurveyVersion> imports,
            List<SurveyCount> results,
            List<Lacking> lacking,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> notes) {}

    record SurveyVersion(int number, String digest, Login person, OffsetDateTime at) {
        static SurveyVersion of(HeldRound round, SurveyImport taken) {
            return new SurveyVersion(taken.number(), taken.digest(), taken.person(), round.at(taken.at()));
        }
    }

    /** An audience of a unit without a result, or with too few valid answers for a score of these points. */
    record Lacking(
            UnitCode unit,
            String audience,
            boolean missing,
            @JsonProperty("too_few_for") List<PointCode> tooFewFor) {
        static Lacking of(Samples.OfUnit unit, Samples.Sample sample) {
            return new Lacking(unit.unit().code(), sample.audience(), sample.count() == null, sample.tooFewFor());
        }
    }

    @GetMapping
    @Operation(summary = "调查结果和样本量（省级） · The results of the survey and the samples (the province)")
    SurveyAnswer show(RoundContext context) {
        Refused.on(SurveyResults.whyNotSee(context.user()));
        return answer(context.round(), new Findings());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "导入调查结果（省级）；seen 为所替换的导入次数，没有则为 0"
                    + " · Import results (the province); seen is the number of the import they replace, 0 for none")
    Prepared<SurveyAnswer> take(
            RoundContext context,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") int seen)
            throws IOException {
        Refused.on(SurveyResults.whyNotSee(context.user()));
        var in = HandedIn.of(file, "");
        var findings = new Findings();
        var table = results.read(context.round(), in.name(), in.open(), findings);
        return new Prepared.Writes<>(() -> {
            results.take(context, table, seen);
            return answer(context.round(), findings);
        });
    }

    private SurveyAnswer answer(HeldRound round, Findings findings) {
        return new SurveyAnswer(
                results.imports(round).stream()
                        .map(taken -> SurveyVersion.of(round, taken))
                        .toList(),
                results.counts(round),
                results.samples(round).stream()
                        .flatMap(level -> level.units().stream())
                        .flatMap(unit -> unit.samples().stream()
                                .filter(sample -> sample.count() == null
                                        || !sample.tooFewFor().isEmpty())
                                .map(sample -> Lacking.of(unit, sample)))
                        .toList(),
                Note.of(findings));
    }
}
