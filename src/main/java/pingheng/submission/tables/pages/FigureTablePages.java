package pingheng.submission.tables.pages;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.figure.Cell;
import pingheng.page.HandedIn;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.acts.Prepared;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.round.pages.Attachment;
import pingheng.sheet.written.NewWorkbook;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.figures.Reporting;
import pingheng.submission.tables.FigureChanges;
import pingheng.submission.tables.FigureTables;

@Controller
@RequestMapping("/r/{round}/{unit}")
class FigureTablePages {
    private static final int MOST_ASKED = 50;

    private final SelfEvaluations selfEvaluations;
    private final Reporting reporting;
    private final FigureTables tables;

    FigureTablePages(SelfEvaluations selfEvaluations, Reporting reporting, FigureTables tables) {
        this.selfEvaluations = selfEvaluations;
        this.reporting = reporting;
        this.tables = tables;
    }

    @GetMapping(path = "/figures.xlsx", produces = NewWorkbook.MIME)
    ResponseEntity<byte[]> workbook(RequestContext context) {
        var own = selfEvaluations.of(context);
        return Attachment.workbook(context, "数据", tables.workbook(own));
    }

    @GetMapping("/figures/table")
    Page show(RequestContext context, @RequestParam(defaultValue = "") List<String> emptied) {
        var own = selfEvaluations.of(context);
        var cells = tables.filled(own, emptied);
        return new FigureTablePage(
                context,
                tables.whyNotTake(context, own),
                cells.stream().map(cell -> emptied(context, own, cell)).toList());
    }

    private FigureTablePage.Emptied emptied(RequestContext context, SelfEvaluation own, Cell cell) {
        return new FigureTablePage.Emptied(
                cell, own.figuresReported().get(cell.key()), tables.whyNotWithdraw(context, own, cell));
    }

    @PostMapping("/figures/table")
    Prepared<String> take(
            RequestContext context,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text)
            throws IOException {
        var own = selfEvaluations.of(context);
        var in = HandedIn.of(file, text);
        var read = tables.read(context, own, in.name(), in.open());
        return new Prepared.Writes<>(() -> {
            reporting.report(context, read.entries());
            var said = said(read);
            Rendering.tell(said);
            return context.redirect("figures/table" + asking(read.emptied()));
        });
    }

    /** The address asks about the first cells that were emptied: withdraw them, or leave them? */
    private static String asking(List<Cell> emptied) {
        return emptied.stream()
                .limit(MOST_ASKED)
                .map(cell -> "emptied=" + URLEncoder.encode(cell.key(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", emptied.isEmpty() ? "" : "?", ""));
    }

    private static Sentence said(FigureChanges read) {
        var said = Sentence.of(
                "保存了 %1$d 个数，%2$d 个没有变化。",
                "%1$d figures saved, %2$d are as they were.", read.entries().size(), read.same());
        if (!read.emptied().isEmpty())
            said = Sentence.of(
                    "%1$s表中有 %3$d 格清空了，原来的数没有动：%4$s%5$s。",
                    "%2$s%3$d cells were emptied in the table; what was there stays: %6$s%7$s.",
                    said.zh(),
                    said.en() + " ",
                    read.emptied().size(),
                    told(read.emptied(), true),
                    read.emptied().size() > MOST_ASKED ? "……" : "",
                    told(read.emptied(), false),
                    read.emptied().size() > MOST_ASKED ? " …" : "");
        if (read.warnings().isEmpty()) return said;
        return new Sentence(
                said.zh() + "请核对：" + read.warnings().stream().map(Sentence::zh).collect(Collectors.joining("；")),
                said.en() + " Please check: "
                        + read.warnings().stream().map(Sentence::en).collect(Collectors.joining("; ")));
    }

    private static String told(List<Cell> cells, boolean chinese) {
        return cells.stream()
                .limit(MOST_ASKED)
                .map(cell -> (chinese
                                ? cell.definition().title().zh()
                                        + memberIn(cell.memberTitle().zh())
                                : cell.definition().title().en()
                                        + memberIn(cell.memberTitle().en()))
                        + " " + cell.period())
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    private static String memberIn(String member) {
        return member.isEmpty() ? "" : " " + member;
    }
}
