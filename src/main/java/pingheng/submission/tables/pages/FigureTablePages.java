package pingheng.submission.tables.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
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
import pingheng.problem.Sentence;
import pingheng.round.pages.Where;
import pingheng.sheet.written.NewWorkbook;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.tables.FigureTables;

@Controller
@RequestMapping("/r/{round}/{unit}")
class FigureTablePages {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final FigureTables tables;

    FigureTablePages(SelfEvaluations selfEvaluations, Answers answers, FigureTables tables) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.tables = tables;
    }

    @GetMapping(path = "/figures.xlsx", produces = NewWorkbook.MIME)
    ResponseEntity<byte[]> workbook(Where where) {
        var own = selfEvaluations.of(where.round(), where.unit());
        return Attachment.of(where, "数据", tables.workbook(own));
    }

    @GetMapping("/figures/table")
    Page show(Where where) {
        var own = selfEvaluations.of(where.round(), where.unit());
        return new FigureTablePage(where, tables.whyNotTake(where.visitor(), own, where.arrived()));
    }

    @PostMapping("/figures/table")
    String take(
            Where where,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request)
            throws IOException {
        var own = selfEvaluations.of(where.round(), where.unit());
        var in = HandedIn.of(file, text);
        var read = tables.read(where.visitor(), own, in.name(), in.open(), where.arrived());
        answers.report(where.visitor(), own, read.entries(), where.arrived());
        var said = said(read);
        Rendering.tell(request, Rendering.chinese(request) ? said.zh() : said.en());
        return where.redirect("figures/table");
    }

    private static Sentence said(FigureTables.Read read) {
        var said = Sentence.of(
                "保存了 %1$d 个数，%2$d 个没有变化。",
                "%1$d figures saved, %2$d are as they were.", read.entries().size(), read.same());
        if (read.warnings().isEmpty()) return said;
        return new Sentence(
                said.zh() + "请核对：" + read.warnings().stream().map(Sentence::zh).collect(Collectors.joining("；")),
                said.en() + " Please check: "
                        + read.warnings().stream().map(Sentence::en).collect(Collectors.joining("; ")));
    }
}
