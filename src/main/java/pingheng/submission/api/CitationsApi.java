package pingheng.submission.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.text.Coded;
import pingheng.value.EvidenceId;
import pingheng.value.PointCode;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/points/{point}")
@Tag(name = "佐证 Evidence")
class CitationsApi {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final Evidence evidence;

    CitationsApi(SelfEvaluations selfEvaluations, Answers answers, Evidence evidence) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.evidence = evidence;
    }

    @PostMapping(path = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传佐证；kind 为 material、table 或 archive · File evidence; kind is material, table or archive")
    PointAnswer.Cited attach(
            RequestContext context,
            @PathVariable PointCode point,
            @RequestParam MultipartFile file,
            @RequestParam String kind)
            throws IOException {
        var own = selfEvaluations.of(context);
        Refused.on(answers.whyNotEdit(context, own, point));
        var of = Coded.of(Kind.class, kind).orElseThrow(() -> new Refused(Reason.unknown()));
        var taken = evidence.take(file.getOriginalFilename(), file);
        return PointAnswer.Cited.of(answers.attach(context, taken, of, List.of(point)));
    }

    @PutMapping("/citations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "引用已有的佐证 · Cite a file that is there")
    void cite(RequestContext context, @PathVariable PointCode point, @PathVariable EvidenceId id) {
        answers.cite(context, id, point, true);
    }

    @DeleteMapping("/citations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "不再引用 · Take a file off the point")
    void uncite(RequestContext context, @PathVariable PointCode point, @PathVariable EvidenceId id) {
        answers.cite(context, id, point, false);
    }
}
