package pingheng.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.database.Sql;
import pingheng.digest.Sha256;
import pingheng.problem.Sentence;
import pingheng.value.UnitCode;

/** The ledger 台账: what is recorded stands or falls with the transaction of the verb that records it. */
@Service
public class Ledger {
    /** The verb of the first entry of a chain that was split off. */
    static final String BEGUN = "ledger.begun";

    /** The verb of the entry that names where all other chains ended. */
    static final String GATHERED = "ledger.gathered";

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

    /** Appends to the chain of a unit. To be called last in a verb, because it queues those who write on the same chain. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry record(Actor actor, UnitCode unit, String verb, String subject, Sentence told) {
        return record(actor, Chain.of(unit), verb, subject, told);
    }

    /** As above, to a chain that others read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry record(Actor actor, Chain chain, String verb, String subject, Sentence told) {
        var head = store.lockHead(chain);
        if (head.number() == 0 && !chain.isOfUnit()) head = begin(actor, head);
        return append(head, actor, verb, subject, told);
    }

    /** What now stands in a chain of its own stood in that of the unit, or of the government that acts: it is taken up where it ends. */
    private ChainHead begin(Actor actor, ChainHead genesis) {
        var before = Stream.of(genesis.chain().unitOrNull(), actor.unit())
                .filter(Objects::nonNull)
                .distinct()
                .map(unit -> store.head(Chain.of(unit)).text())
                .collect(Collectors.joining(" "));
        var begun = append(
                genesis,
                Actor.SYSTEM,
                BEGUN,
                "ledger/" + genesis.chain(),
                Sentence.of("立链，此前的记录止于 %1$s", "The chain begins; what was before ends with %1$s", before));
        return begun.head();
    }

    /**
     * Enters into a chain where all others end, by the digest of the list that is kept beside: whoever knows this chain's end knows
     * whether anything that came before, in any chain, was changed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gather(Actor actor, Chain into, String subject) {
        var ends = store.heads().stream()
                .filter(head -> !head.chain().equals(into))
                .map(ChainHead::text)
                .toList();
        var content = String.join("\n", ends) + "\n";
        var digest = Sha256.of(content);
        store.keep(digest, content);
        record(
                actor,
                into,
                GATHERED,
                subject,
                Sentence.of(
                        "记入其他 %1$d 条链的末端，摘要 %2$s",
                        "The ends of the other chains, %1$d, digest %2$s", ends.size(), digest));
    }

    private Entry append(ChainHead head, Actor actor, String verb, String subject, Sentence told) {
        var entry = new Entry(
                        head.chain(),
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

    /** The newest entries of a chain before the number, the newest first. */
    public List<Entry> before(Chain chain, long number, int most) {
        return store.before(chain, number, most);
    }

    /** As above, those that are asked for, as far as those who belong to the reader's unit may know; without one, all. */
    public List<Entry> before(Chain chain, long number, int most, @Nullable UnitCode reader, LedgerFilter filter) {
        return store.before(chain, number, most, reader, filter);
    }

    /** Which posts did what, each once, as far as those who belong to the reader's unit may know; without one, all. */
    public List<Acted> done(Chain chain, @Nullable UnitCode reader) {
        return store.done(chain, reader);
    }

    /** Everything of one verb that was done to a unit from outside it, the newest first. */
    public List<Entry> fromOutside(UnitCode unit, String verb) {
        return store.fromOutside(unit, verb);
    }

    /** The newest entries of a chain on one subject, the newest first, who looked at it among them: not for a page of the unit. */
    public List<Entry> about(Chain chain, String subject, int most) {
        return store.about(chain, subject, most);
    }

    /** The newest entries of some chains on one subject, the newest first, as far as those of the reader's unit may know. */
    public List<Entry> about(Set<Chain> chains, String subject, int most, UnitCode reader) {
        return store.about(chains, subject, most, reader);
    }

    /** When the newest entry of all was made, by the clock of the rounds; empty for an empty ledger. */
    public Optional<Instant> newest() {
        return store.newest();
    }

    /** The chains that do not hold, each with the number of the first entry that differs; empty when every hash is right. */
    @Transactional(readOnly = true)
    public List<String> broken() {
        var broken = new ArrayList<String>();
        for (var chain : store.chains())
            ChainWalk.gaps(store, chain).stream()
                    .mapToLong(ChainWalk.Gap::number)
                    .min()
                    .ifPresent(number -> broken.add(chain + "#" + number));
        return broken;
    }

    /** The digests that the entries of a verb name, each with the chain in which they stand. */
    public Set<NamedDigest> named(String verb) {
        return store.named(verb);
    }

    /** The newest entry of a verb in a chain that names the digest. */
    public Optional<Entry> naming(Chain chain, String verb, String digest) {
        return store.naming(chain, verb, digest);
    }

    /** The entry of a number; empty where the chain has none. */
    public Optional<Entry> entry(Chain chain, long number) {
        return store.before(chain, number + 1, 1).stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }
}
