package pingheng.submission.tables.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import pingheng.round.RequestContext;

/** A workbook that is handed out, under a name that says whose and what it is. */
final class Attachment {
    private Attachment() {}

    static ResponseEntity<byte[]> of(RequestContext context, String what, byte[] workbook) {
        var name = what + "-" + context.unit().name() + "-" + context.round().code() + ".xlsx";
        var disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .body(workbook);
    }
}
