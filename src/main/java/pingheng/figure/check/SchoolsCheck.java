package pingheng.figure.check;

import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.digest.Sha256;
import pingheng.figure.School;
import pingheng.figure.Schools;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;

/** Every table of schools that was handed in has its digest and is what its cells come to, the newest one as the schools are now. */
@Service
class SchoolsCheck implements Check {
    private final Rounds rounds;
    private final Schools schools;

    SchoolsCheck(Rounds rounds, Schools schools) {
        this.rounds = rounds;
        this.schools = schools;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var round : rounds.all()) for (var unit : rounds.units(round)) check(round, unit, mismatches);
    }

    private void check(HeldRound round, Unit unit, Mismatches mismatches) {
        var batches = schools.batches(round, unit);
        for (var batch : batches)
            mismatches.same(
                    Kind.SEALED,
                    unit.code(),
                    "school_batch %s/%d digest".formatted(round.code(), batch.number()),
                    Sha256.of(batch.content()),
                    batch.digest());
        for (var batch : batches) if (batch.byCell()) checkCells(round, unit, batch, mismatches);
    }

    private void checkCells(HeldRound round, Unit unit, School.Batch batch, Mismatches mismatches) {
        mismatches.sameText(
                Kind.CHANGED,
                unit.code(),
                null,
                "school_version, school_value_version %s/%d".formatted(round.code(), batch.number()),
                batch.content(),
                Schools.canonical(schools.of(round, unit, batch)).text());
    }
}
