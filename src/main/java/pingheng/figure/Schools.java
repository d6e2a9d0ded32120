package pingheng.figure;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Canonical;
import pingheng.framework.formula.Exact;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;

/** The schools of a unit with their figures: one table, which is handed in whole; every table that ever was is kept, cell by cell. */
@Service
public class Schools {
    private final FigureStore store;
    private final Clock clock;

    Schools(FigureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By code and level. */
    public List<School> of(HeldRound round, Unit unit) {
        return store.schools(round.id(), unit.code());
    }

    /** Every table that was handed in, the newest first. */
    public List<School.Batch> batches(HeldRound round, Unit unit) {
        return store.batches(round.id(), unit.code());
    }

    /** The one form of a table, by whose digest a sign-off tells whether it changed. */
    public static Canonical canonical(List<School> schools) {
        var table = new Canonical();
        for (var school : schools) {
            table.line("school", school.code(), school.level(), school.name());
            school.values().forEach((figure, value) -> table.line("figure", figure, Exact.of(value)));
        }
        return table;
    }

    /** As they were by a batch, put together of its cells and those before it. */
    public List<School> of(HeldRound round, Unit unit, School.Batch batch) {
        return store.schools(round.id(), unit.code(), batch.number());
    }

    /**
     * Puts a new table in the place of the one before: a batch whose cells are versions where they differ. Gives the number of rows
     * there were.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(RequestContext context, List<School> schools) {
        var before = of(context.round(), context.unit());
        int number = store.nextBatch(context.round().id(), context.unit().code());
        store.add(context.round().id(), context.unit().code(), number, School.Change.between(before, schools));

        var after = of(context.round(), context.unit());
        var table = canonical(after);
        store.addBatch(
                context.round().id(),
                context.unit().code(),
                new School.Batch(
                        number,
                        after.size(),
                        table.text(),
                        table.digest(),
                        context.user().login(),
                        clock.instant(),
                        true));
        return before.size();
    }
}
