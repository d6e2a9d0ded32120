package pingheng.submission.tables.pages;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.page.HandedIn;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.acts.Prepared;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.round.pages.Attachment;
import pingheng.sheet.written.NewWorkbook;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.tables.SchoolTables;

@Controller
@RequestMapping("/r/{round}/{unit}")
class SchoolsPages {
    private final SelfEvaluations selfEvaluations;
    private final SchoolTables tables;

    SchoolsPages(SelfEvaluations selfEvaluations, SchoolTables tables) {
        this.selfEvaluations = selfEvaluations;
        this.tables = tables;
    }

    @GetMapping("/schools")
    Page show(RequestContext context) {
        var own = selfEvaluations.of(context);
        return new SchoolsPage(
                context,
                tables.of(own),
                SchoolTables.definitions(own.framework()),
                tables.points(own).stream().map(point -> point.point().code()).toList(),
                tables.whyNotReplace(context, own));
    }

    @GetMapping(path = "/schools.xlsx", produces = NewWorkbook.MIME)
    ResponseEntity<byte[]> workbook(RequestContext context) {
        return Attachment.workbook(context, "学校", tables.workbook(selfEvaluations.of(context)));
    }

    /** Puts a table, a file or what was pasted, in the place of the one before. */
    @PostMapping("/schools")
    Prepared<String> replace(
            RequestContext context,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text)
            throws IOException {
        var own = selfEvaluations.of(context);
        Refused.on(tables.whyNotReplace(context, own));
        var findings = new Findings();
        var in = HandedIn.of(file, text);
        var schools = tables.read(own, in.name(), in.open(), findings);
        return new Prepared.Writes<>(() -> {
            tables.replace(context, schools);
            Rendering.tell(findings.after(Sentence.of("已保存 %1$d 行", "%1$d rows saved", schools.size())));
            return context.redirect("schools");
        });
    }
}
