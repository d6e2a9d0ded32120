package pingheng.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.round.HeldRound;
import pingheng.round.HeldRound.UnitRound;
import pingheng.round.Rounds;

/** What masthead and desk both stand on: the visitor's unit, the rounds as they are for it, and whose results are in force. */
record Outlook(Visitor visitor, Unit unit, List<UnitRound> rounds, Set<Long> released) {
    /** The newest round of the visitor's own unit; seen from above the newest of all. */
    Optional<HeldRound> newest() {
        return visitor.ownsUnit(unit.code())
                ? Rounds.newest(unit, rounds)
                : rounds.stream().map(UnitRound::round).findFirst();
    }

    Optional<UnitRound> of(HeldRound round) {
        return rounds.stream().filter(one -> one.round().id() == round.id()).findFirst();
    }

    boolean inForce(HeldRound round) {
        return released.contains(round.id());
    }
}
