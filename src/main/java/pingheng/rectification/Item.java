package pingheng.rectification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.problem.StandingText;
import pingheng.value.number.Version;

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

    /** The measure that stands, as somebody is told who wrote another. */
    List<StandingText> planned() {
        return measure == null ? List.of() : List.of(StandingText.of(measure.name(), measure.at(), measure.text()));
    }

    /** The proof that was handed in, as somebody is told who has another. */
    public List<StandingText> proved() {
        return last().stream()
                .map(proof -> StandingText.of(proof.name(), proof.at(), proof.text()))
                .toList();
    }

    /** The re-check that was made, as somebody is told who made another. */
    List<StandingText> checked() {
        return last().map(Proof::check).stream()
                .map(check -> StandingText.of(check.name(), check.at(), check.reason()))
                .toList();
    }

    public Version version() {
        return measure == null ? Version.NONE : measure.version();
    }
}
