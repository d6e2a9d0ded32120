package pingheng.rectification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.value.UnitCode;

/** The problem lists of a round as they are now. */
@Service
public class Rectifications {
    private final RectificationStore store;
    private final LetterStore letters;

    Rectifications(RectificationStore store, LetterStore letters) {
        this.store = store;
        this.letters = letters;
    }

    /** The problem list of a unit that the visitor may see; unknown before its letter. */
    public Rectification seen(RequestContext context) {
        Refused.on(context.user().whyNotSee(context.unit()));
        return of(context.round(), context.unit()).orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** The problem list of a unit; empty before its letter. */
    public Optional<Rectification> of(HeldRound round, Unit unit) {
        return letters.letter(round.id(), unit.code())
                .map(letter -> new Rectification(round, unit, letter, items(round, unit)));
    }

    /** The lines of the problem list of a unit; none before its letter. */
    public List<Item> items(HeldRound round, Unit unit) {
        return store.lines(round.id(), unit.code()).stream()
                .map(RectificationStore.Line::item)
                .toList();
    }

    /** The lines of all units that have a letter, by unit. */
    public Map<UnitCode, List<Item>> all(HeldRound round) {
        var all = new TreeMap<UnitCode, List<Item>>();
        letters.issued(round.id()).forEach(unit -> all.put(unit, new ArrayList<>()));
        for (var line : store.lines(round.id()))
            all.computeIfAbsent(line.unit(), unit -> new ArrayList<>()).add(line.item());
        return all;
    }
}
