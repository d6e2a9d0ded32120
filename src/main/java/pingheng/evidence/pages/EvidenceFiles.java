package pingheng.evidence.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pingheng.evidence.Evidence;
import pingheng.round.pages.Where;

@Controller
class EvidenceFiles {
    private final Evidence evidence;

    EvidenceFiles(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The bytes as what they are and nothing else: no guessing, no script, no frame. */
    @GetMapping("/r/{round}/{unit}/evidence/{id}")
    void hand(Where where, @PathVariable long id, HttpServletResponse response) throws IOException {
        var document = evidence.get(where.unit(), id);
        response.setContentType(document.type().mime());
        response.setContentLengthLong(document.size());
        response.setHeader(
                "Content-Disposition",
                document.name().contentDisposition(document.type().inline()));
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        try (var bytes = evidence.open(document.sha256())) {
            bytes.transferTo(response.getOutputStream());
        }
    }
}
