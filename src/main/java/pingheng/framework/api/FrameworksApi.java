package pingheng.framework.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import pingheng.framework.Framework;
import pingheng.framework.pages.UploadedTables;
import pingheng.framework.published.Frameworks;
import pingheng.framework.published.HandedInFramework;
import pingheng.page.api.Note;
import pingheng.people.Visitor;
import pingheng.people.acts.Prepared;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

@RestController
@RequestMapping("/api/v1/frameworks")
@Tag(name = "指标体系 Frameworks")
class FrameworksApi {
    private final Frameworks frameworks;

    FrameworksApi(Frameworks frameworks) {
        this.frameworks = frameworks;
    }

    /** A published framework, told by its digest, and what was noticed about its tables when they came. */
    record FrameworkListed(
            String digest,
            String code,
            int version,
            Sentence title,
            String level,
            int points,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> notes) {
        static FrameworkListed of(Framework framework, Findings findings) {
            var settings = framework.settings();
            return new FrameworkListed(
                    framework.digest(),
                    settings.code(),
                    settings.version(),
                    settings.title(),
                    settings.level().code(),
                    framework.points().size(),
                    Note.of(findings));
        }
    }

    @GetMapping
    @Operation(summary = "已发布的指标体系 · The published frameworks")
    List<FrameworkListed> all(Visitor visitor) {
        Refused.on(Frameworks.whyNotPublish(visitor));
        return frameworks.all().stream()
                .map(one -> FrameworkListed.of(one.framework(), new Findings()))
                .toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "发布指标体系：各表同时上传 · Publish a framework: its tables, uploaded together")
    Prepared<FrameworkListed> publish(Visitor visitor, @RequestParam List<MultipartFile> file) {
        Refused.on(Frameworks.whyNotPublish(visitor));
        var findings = new Findings();
        var handedIn = new UploadedTables(file).in(folder -> HandedInFramework.in(folder, findings));
        return new Prepared.Writes<>(
                () -> FrameworkListed.of(frameworks.get(frameworks.publish(visitor, handedIn)), findings));
    }
}
