package pingheng.rectification;

import java.util.List;
import java.util.Optional;
import pingheng.people.Unit;
import pingheng.round.HeldRound;

/** The problem list of a unit as it is now. */
public record Rectification(HeldRound round, Unit unit, Letter letter, List<Item> items) {
    public Optional<Item> item(int number) {
        return items.stream().filter(one -> one.deficiency().number() == number).findFirst();
    }

    public long count(State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }
}
