package pingheng.figure;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Canonical;
import pingheng.framework.formula.Exact;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.value.Login;

/** The schools of a unit with their figures: one table, which is handed in whole; every table that ever was is kept. */
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

    /** Puts a new table in the place of the one before, which stays among the batches; gives the number of rows there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(RequestContext context, List<School> schools) {
        var before = of(context.round(), context.unit());
        store.clearSchools(context.round().id(), context.unit().code());
        for (var school : schools)
            store.add(context.round().id(), context.unit().code(), school);

        var batch = batch(0, of(context.round(), context.unit()), context.user().login());
        int number = store.addBatch(context.round().id(), context.unit().code(), batch, before.isEmpty() ? 1 : 2);
        if (number == 2) store.keepFirst(context.round().id(), context.unit().code(), batch(1, before, null));
        return before.size();
    }

    private School.Batch batch(int number, List<School> schools, @Nullable Login person) {
        var table = canonical(schools);
        return new School.Batch(number, schools.size(), table.text(), table.digest(), person, clock.instant());
    }
}
