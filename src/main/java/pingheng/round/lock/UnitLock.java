package pingheng.round.lock;

import java.util.Collection;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.database.Sql;
import pingheng.digest.Sha256;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.value.PointCode;

/** What a unit does in a round until the transaction ends: side by side with others, or alone. */
@Repository
public class UnitLock {
    private final Sql db;

    UnitLock(Sql db) {
        this.db = db;
    }

    /** Many may write at once, while nobody has the unit alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void share(HeldRound round, Unit unit) {
        take("pg_advisory_xact_lock_shared", round, unit);
    }

    /** The same, and nobody else is at one of these points of the unit; one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void share(HeldRound round, Unit unit, Collection<PointCode> points) {
        var keys = points.stream()
                .map(point -> key(round, unit, point))
                .distinct()
                .sorted() // all take them in one order, so that no two wait for each other
                .toArray(Long[]::new);
        db.sql("""
                with shared as materialized (select pg_advisory_xact_lock_shared(:round, :unit))
                select pg_advisory_xact_lock(key)
                  from shared, unnest(cast(:keys as bigint[])) as key
                """)
                .with(
                        "round",
                        (int) round.id(),
                        "unit",
                        Integer.parseInt(unit.code().text()),
                        "keys",
                        keys)
                .run();
    }

    /** Nobody else writes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone(HeldRound round, Unit unit) {
        take("pg_advisory_xact_lock", round, unit);
    }

    private static long key(HeldRound round, Unit unit, PointCode point) {
        var digest = Sha256.of("point\t" + round.id() + "\t" + unit.code() + "\t" + point);
        return Long.parseUnsignedLong(digest, 0, 16, 16);
    }

    private void take(String lock, HeldRound round, Unit unit) {
        db.sql("select " + lock + "(:round, :unit)")
                .with(
                        "round",
                        (int) round.id(),
                        "unit",
                        Integer.parseInt(unit.code().text()))
                .run();
    }
}
