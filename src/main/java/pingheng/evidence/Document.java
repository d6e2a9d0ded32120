package pingheng.evidence;

import java.time.Instant;
import java.util.List;
import pingheng.value.BodyId;
import pingheng.value.EvidenceId;

/** A file of evidence: its bytes by digest, its safe name, what it is, who brought it, and the points that cite it. */
public record Document(
        EvidenceId id,
        String unit,
        String sha256,
        long size,
        FileName name,
        FileType type,
        Kind kind,
        BodyId body,
        String person,
        Instant at,
        List<String> points) {}
