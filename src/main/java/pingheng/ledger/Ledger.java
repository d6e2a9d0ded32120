package pingheng.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.database.Sql;
import pingheng.problem.Sentence;
import pingheng.value.UnitCode;

/** The ledger 台账: what is recorded stands or falls with the transaction of the verb that records it. */
@Service
public class Ledger {
    private final LedgerStore store;
    private final Clock clock;
    private final Clock wall;

    Ledger(LedgerStore store, Clock clock, Clock wall) {
        this.store = store;
        this.clock = clock;
        this.wall = wall;
    }

    /** The ledger of a database without a server around it, for whoever checks it. */
    public static Ledger of(Sql db, Clock wall) {
        return new Ledger(new LedgerStore(db), wall, wall);
    }

    /** Appends to the chain of a unit. To be called last in a verb, because it queues those who write on the same unit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry record(Actor actor, UnitCode unit, String verb, String subject, Sentence told) {
        var head = store.lockHead(unit);
        var entry = new Entry(
                        unit,
                        head.number() + 1,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        wall.instant().truncatedTo(ChronoUnit.MICROS),
                        actor,
                        verb,
                        subject,
                        told,
                        head.hash(),
                        "")
                .hashed();
        store.append(entry);
        return entry;
    }

    /** The newest entries of a unit before the number, the newest first. */
    public List<Entry> before(UnitCode unit, long number, int most) {
        return store.before(unit, number, most);
    }

    /** As above, those that are asked for, as far as those who belong to the reader's unit may know; without one, all. */
    public List<Entry> before(UnitCode unit, long number, int most, @Nullable UnitCode reader, LedgerFilter filter) {
        return store.before(unit, number, most, reader, filter);
    }

    /** Which posts did what to a unit, each once, as far as those who belong to the reader's unit may know; without one, all. */
    public List<Acted> done(UnitCode unit, @Nullable UnitCode reader) {
        return store.done(unit, reader);
    }

    /** Everything of one verb that was done to a unit from outside it, the newest first. */
    public List<Entry> fromOutside(UnitCode unit, String verb) {
        return store.fromOutside(unit, verb);
    }

    /** The newest entries of a unit on one subject, the newest first, who looked at it among them: not for a page of the unit. */
    public List<Entry> about(UnitCode unit, String subject, int most) {
        return store.about(unit, subject, most);
    }

    /** As above, as far as those who belong to the reader's unit may know. */
    public List<Entry> about(UnitCode unit, String subject, int most, UnitCode reader) {
        return store.about(unit, subject, most, reader);
    }

    /** When the newest entry of all was made, by the clock of the rounds; empty for an empty ledger. */
    public Optional<Instant> newest() {
        return store.newest();
    }

    /** The chains that do not hold, each with the number of the first entry that differs; empty when every hash is right. */
    @Transactional(readOnly = true)
    public List<String> broken() {
        var broken = new ArrayList<String>();
        for (var unit : store.units())
            Chain.gaps(store, unit).stream()
                    .mapToLong(Chain.Gap::number)
                    .min()
                    .ifPresent(number -> broken.add(unit + "#" + number));
        return broken;
    }

    /** The digests that the entries of a verb name, each with the unit in whose chain they stand. */
    public Set<NamedDigest> named(String verb) {
        return store.named(verb);
    }

    /** The newest entry of a verb in the chain of a unit that names the digest. */
    public Optional<Entry> naming(UnitCode unit, String verb, String digest) {
        return store.naming(unit, verb, digest);
    }

    /** The entry of a number; empty where the chain of the unit has none. */
    public Optional<Entry> entry(UnitCode unit, long number) {
        return store.before(unit, number + 1, 1).stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }
}
