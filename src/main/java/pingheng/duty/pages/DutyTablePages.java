package pingheng.duty.pages;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.duty.Duties;
import pingheng.duty.DutyTables;
import pingheng.page.HandedIn;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.round.pages.Attachment;
import pingheng.sheet.written.NewWorkbook;

@Controller
@RequestMapping("/r/{round}/{unit}")
class DutyTablePages {
    private final Duties duties;
    private final DutyTables tables;

    DutyTablePages(Duties duties, DutyTables tables) {
        this.duties = duties;
        this.tables = tables;
    }

    @GetMapping(path = "/matrix.xlsx", produces = NewWorkbook.MIME)
    ResponseEntity<byte[]> workbook(RequestContext context) {
        return Attachment.workbook(context, "分工表", tables.workbook(context.round(), context.unit()));
    }

    /** Reads a file or what was pasted, and shows what it would change. */
    @PostMapping("/matrix")
    Page preview(
            RequestContext context,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text)
            throws IOException {
        Refused.on(context.user().whyNotOffice(context.unit()));
        var in = HandedIn.of(file, text);
        var read = tables.read(context.round(), context.unit(), in.name(), in.open());
        var seen = duties.digest(context.round(), context.unit());
        var changes = tables.changes(context.round(), context.unit(), read);
        return new ImportPage(
                context,
                changes,
                read.warnings(),
                read.text(),
                seen,
                changes.changes().isEmpty()
                        ? Optional.of(Reason.conflict("duty.same", "与现在的分工表相同", "This is the table as it is"))
                        : Optional.empty());
    }

    @PostMapping("/matrix/table")
    String replace(RequestContext context, @RequestParam String table, @RequestParam String seen) {
        Refused.on(context.user().whyNotOffice(context.unit()));
        var read = tables.pasted(context.round(), context.unit(), table);
        duties.replace(context, read.rows(), seen);
        return context.redirect("matrix");
    }
}
