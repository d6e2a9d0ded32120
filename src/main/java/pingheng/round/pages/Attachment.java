package pingheng.round.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import pingheng.round.RequestContext;

/** A file that is handed out to be kept, under a name that says whose and what it is. */
public final class Attachment {
    private Attachment() {}

    /** A workbook of the unit in the round. */
    public static ResponseEntity<byte[]> workbook(RequestContext context, String what, byte[] workbook) {
        return named(what + "-" + context.unit().name() + "-" + context.round().code() + ".xlsx")
                .body(workbook);
    }

    /** The answer, still without what it hands out. */
    public static ResponseEntity.BodyBuilder named(String name) {
        var disposition = ContentDisposition.attachment();
        var named = StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                ? disposition.filename(name)
                : disposition.filename(name, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named.build().toString());
    }
}
