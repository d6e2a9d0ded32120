package pingheng.round;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.Unit;

/** What a unit does in a round until the transaction ends: side by side with others, or alone. */
@Repository
public class UnitLock {
    private final JdbcClient db;

    UnitLock(JdbcClient db) {
        this.db = db;
    }

    /** Many may write at once, while nobody has the unit alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void share(HeldRound round, Unit unit) {
        take("pg_advisory_xact_lock_shared", round, unit);
    }

    /** Nobody else writes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone(HeldRound round, Unit unit) {
        take("pg_advisory_xact_lock", round, unit);
    }

    private void take(String lock, HeldRound round, Unit unit) {
        db.sql("select " + lock + "(:round, :unit)")
                .param("round", (int) round.id())
                .param("unit", Integer.parseInt(unit.code()))
                .query((row, number) -> 0)
                .list();
    }
}
