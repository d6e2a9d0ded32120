package pingheng.evidence.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.evidence.Document;
import pingheng.evidence.Evidence;
import pingheng.ledger.Sightings;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.EvidenceId;
import pingheng.value.Login;
import pingheng.value.PointCode;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/evidence")
@Tag(name = "佐证 Evidence")
class EvidenceApi {
    private final Evidence evidence;
    private final Sightings sightings;

    EvidenceApi(Evidence evidence, Sightings sightings) {
        this.evidence = evidence;
        this.sightings = sightings;
    }

    /** A file, and the points that cite it. */
    record EvidenceFile(
            EvidenceId id,
            String sha256,
            long size,
            String name,
            String type,
            String kind,
            BodyId body,
            Login person,
            OffsetDateTime at,
            List<PointCode> points) {}

    @GetMapping
    @Operation(summary = "佐证文件 · The files of evidence")
    List<EvidenceFile> all(RequestContext context) {
        return evidence.of(context.round(), context.unit()).stream()
                .map(document -> file(context, document))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个佐证文件的字节 · The bytes of a file of evidence")
    void bytes(RequestContext context, @PathVariable EvidenceId id, HttpServletResponse response) throws IOException {
        var document = evidence.get(context.unit(), id);
        var name = document.name().value();
        context.looks(sightings, "evidence/" + id, "佐证「" + name + "」", name);
        response.setContentType(document.type().mime());
        response.setContentLengthLong(document.size());
        response.setHeader("Content-Disposition", document.name().contentDisposition(false));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        try (var bytes = evidence.open(document.sha256())) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static EvidenceFile file(RequestContext context, Document document) {
        return new EvidenceFile(
                document.id(),
                document.sha256(),
                document.size(),
                document.name().value(),
                document.type().mime(),
                document.kind().code(),
                document.body(),
                document.person(),
                context.at(document.at()),
                document.points());
    }
}
