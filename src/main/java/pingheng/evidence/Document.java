package pingheng.evidence;

import java.time.Instant;
import java.util.List;
import pingheng.value.BodyId;
import pingheng.value.EvidenceId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** A file of evidence: its bytes by digest, its safe name, what it is, who brought it, and the points that cite it. */
public record Document(
        EvidenceId id,
        UnitCode unit,
        String sha256,
        long size,
        FileName name,
        FileType type,
        Kind kind,
        BodyId body,
        Login person,
        Instant at,
        List<PointCode> points) {}
