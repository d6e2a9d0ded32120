package pingheng.rectification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of the problem list: the deficiency, the newest measure, the proofs in their order. */
public record Item(Deficiency deficiency, @Nullable Measure measure, List<Proof> proofs) {
    public State state() {
        var last = last();
        if (last.isPresent()) {
            var check = last.get().check();
            if (check == null) return State.PROVED;
            return check.accepted() ? State.CLOSED : State.RETURNED;
        }
        return measure == null ? State.OPEN : State.PLANNED;
    }

    /** The newest proof. */
    public Optional<Proof> last() {
        return proofs.isEmpty() ? Optional.empty() : Optional.of(proofs.getLast());
    }

    /** Whether the day it was due is over and it is not closed. */
    public boolean overdue(LocalDate today) {
        return state() != State.CLOSED && due().filter(today::isAfter).isPresent();
    }

    /** The day it is due by now. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(measure).map(Measure::due);
    }

    /** Whether it was overdue at the end of a day, by the day that is set now. */
    boolean overdueOn(LocalDate day, ZoneId zone) {
        boolean closed = state() == State.CLOSED
                && last().map(Proof::check)
                        .map(check -> LocalDate.ofInstant(check.at(), zone))
                        .filter(at -> !at.isAfter(day))
                        .isPresent();
        return !closed && due().filter(day::isAfter).isPresent();
    }

    public int version() {
        return measure == null ? 0 : measure.version();
    }
}
