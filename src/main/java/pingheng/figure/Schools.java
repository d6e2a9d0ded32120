package pingheng.figure;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.Unit;
import pingheng.round.HeldRound;

/** The schools of a unit with their figures: one table, which is handed in whole. */
@Service
public class Schools {
    private final FigureStore store;

    Schools(FigureStore store) {
        this.store = store;
    }

    /** By code and level. */
    public List<School> of(HeldRound round, Unit unit) {
        return store.schools(round.id(), unit.code());
    }

    /** Puts a new table in the place of the one before. */
    @Transactional
    public void replace(HeldRound round, Unit unit, List<School> schools) {
        store.clearSchools(round.id(), unit.code());
        for (var school : schools) store.add(round.id(), unit.code(), school);
    }
}
