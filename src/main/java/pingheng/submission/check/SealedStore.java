package pingheng.submission.check;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SubmissionStatus;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** Reads what was signed and sealed, row by row as it is stored, also what is void by now. */
@Repository
class SealedStore {
    private final Sql db;

    SealedStore(Sql db) {
        this.db = db;
    }

    record KeptFreeze(
            long id, RoundCode round, UnitCode unit, int number, String manifest, String content, String digest) {
        String row() {
            return "frozen %d (%s/%d)".formatted(id, round, number);
        }
    }

    record KeptSubmission(
            KeptFreeze freeze,
            String manifest,
            String digest,
            String previous,
            @Nullable String before,
            Instant arrived) {
        private static final Pattern ARRIVED = Pattern.compile("(?m)^arrived\t(\\S+)$");
        private static final Duration KEPT_TO = Duration.ofNanos(1000);

        String row() {
            return "submission %s/%d".formatted(freeze.round, freeze.number);
        }

        /** The arrival as it was sealed: a clock may have told it finer than the database keeps it. */
        Instant sealedArrival() {
            var written = ARRIVED.matcher(manifest);
            if (!written.find()) return arrived;
            try {
                var sealed = Instant.parse(written.group(1));
                return Duration.between(sealed, arrived).abs().compareTo(KEPT_TO) < 0 ? sealed : arrived;
            } catch (DateTimeParseException _) {
                return arrived;
            }
        }
    }

    /** A signature, of a point or, where there is none, of the whole. */
    record Signature(
            RoundCode round, UnitCode unit, @Nullable PointCode point, Step step, String digest) {}

    /** A signature with its number and the digest of the content that was kept for it, if it was. */
    record Signed(long id, Signature signature, @Nullable String content) {}

    /** Also one in whose place another came. */
    record KeptScan(UnitCode unit, long frozen, String kind, Version version, String sha256) {
        String row() {
            return "scan_version %d/%s/%s sha256".formatted(frozen, kind, version);
        }
    }

    List<KeptFreeze> freezes() {
        return db.sql("""
                select f.id, r.code as round, f.unit, f.number, f.manifest, f.content, f.digest
                  from frozen f
                  join round r on r.id = f.round
                 where f.digest is not null
                 order by f.id
                """).list(SealedStore::freeze);
    }

    List<KeptSubmission> submissions() {
        return db.sql("""
                select f.id, r.code as round, s.unit, s.number, f.manifest, f.content, f.digest,
                       s.manifest as submitted, s.digest as d2, s.previous, b.digest as before, s.arrived
                  from submission s
                  join frozen f on f.id = s.frozen
                  join round r on r.id = s.round
                  left join submission b on b.round = s.round and b.unit = s.unit and b.number = s.number - 1
                 order by s.round, s.unit, s.number
                """)
                .list(row -> new KeptSubmission(
                        freeze(row),
                        row.text("submitted"),
                        row.text("d2"),
                        row.text("previous"),
                        row.textOrNull("before"),
                        row.instant("arrived")));
    }

    List<SubmissionStatus.Scan> scans(long frozen) {
        return db.sql("""
                select distinct on (kind) kind, sha256, name, type, size, person, at
                  from scan_version
                 where frozen = :frozen
                 order by kind, version desc
                """)
                .with("frozen", frozen)
                .list(row -> new SubmissionStatus.Scan(
                        row.text("kind"),
                        row.text("sha256"),
                        row.text("name"),
                        row.text("type"),
                        row.number("size"),
                        row.code("person", Login::new),
                        row.instant("at")));
    }

    List<KeptScan> scans() {
        return db.sql("""
                select f.unit, s.frozen, s.kind, s.version, s.sha256
                  from scan_version s
                  join frozen f on f.id = s.frozen
                 order by s.frozen, s.kind, s.version
                """)
                .list(row -> new KeptScan(
                        row.code("unit", UnitCode::new),
                        row.number("frozen"),
                        row.text("kind"),
                        row.version("version"),
                        row.text("sha256")));
    }

    /** The digests by which the points of each submission are known, by the number of its freeze. */
    Map<Long, Map<PointCode, String>> points() {
        var points = new HashMap<Long, Map<PointCode, String>>();
        db.sql("""
                select s.frozen as "freeze", p.point, p.digest
                  from sealed_point p
                  join submission s on s.round = p.round and s.unit = p.unit and s.number = p.number
                """)
                .each(row -> points.computeIfAbsent(row.number("freeze"), one -> new HashMap<>())
                        .put(row.code("point", PointCode::new), row.text("digest")));
        return points;
    }

    Set<Signature> signatures() {
        return db.sql("""
                select distinct r.code as round, s.unit, s.point, s.step, s.digest
                  from sign_off s
                  join round r on r.id = s.round
                """).set(SealedStore::signature);
    }

    List<Signed> signed() {
        return db.sql("""
                select s.id, r.code as round, s.unit, s.point, s.step, s.digest,
                       encode(sha256(convert_to(c.content, 'utf8')), 'hex') as content
                  from sign_off s
                  join round r on r.id = s.round
                  left join signed_content c on c.digest = s.digest
                 order by s.id
                """).list(row -> new Signed(row.number("id"), signature(row), row.textOrNull("content")));
    }

    /** The submission of a number; null where there is none. */
    @Nullable
    KeptSubmission submission(RoundCode round, UnitCode unit, int number) {
        return submissions().stream()
                .filter(one -> one.freeze().round().equals(round)
                        && one.freeze().unit().equals(unit)
                        && one.freeze().number() == number)
                .findFirst()
                .orElse(null);
    }

    private static Signature signature(Row row) throws SQLException {
        return new Signature(
                row.code("round", RoundCode::new),
                row.code("unit", UnitCode::new),
                row.codeOrNull("point", PointCode::new),
                row.coded("step", Step.class),
                row.text("digest"));
    }

    private static KeptFreeze freeze(Row row) throws SQLException {
        return new KeptFreeze(
                row.number("id"),
                row.code("round", RoundCode::new),
                row.code("unit", UnitCode::new),
                row.integer("number"),
                row.text("manifest"),
                row.text("content"),
                row.text("digest"));
    }
}
