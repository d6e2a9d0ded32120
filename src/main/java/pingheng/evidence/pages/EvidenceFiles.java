package pingheng.evidence.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pingheng.evidence.Evidence;
import pingheng.ledger.Sightings;
import pingheng.round.RequestContext;
import pingheng.value.EvidenceId;

@Controller
class EvidenceFiles {
    private final Evidence evidence;
    private final Sightings sightings;

    EvidenceFiles(Evidence evidence, Sightings sightings) {
        this.evidence = evidence;
        this.sightings = sightings;
    }

    /** The bytes as what they are and nothing else: no guessing, no script, no frame. */
    @GetMapping("/r/{round}/{unit}/evidence/{id}")
    void hand(RequestContext context, @PathVariable EvidenceId id, HttpServletResponse response) throws IOException {
        var document = evidence.get(context.unit(), id);
        var name = document.name().value();
        context.looks(sightings, "evidence/" + id, "佐证「" + name + "」", name);
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
