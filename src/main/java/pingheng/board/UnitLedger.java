package pingheng.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import pingheng.ledger.Acted;
import pingheng.ledger.Audience;
import pingheng.ledger.Chain;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.ledger.LedgerFilter;
import pingheng.ledger.Sightings;
import pingheng.people.Body;
import pingheng.people.Level;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound.UnitRound;
import pingheng.round.Lock;
import pingheng.round.Milestones;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/**
 * The ledger of a unit as far as the visitor may read it, chain by chain. The province reads all. Whoever belongs to the unit learns who looked at its
 * material from above by office and day, once the layer that looked can decide no more: earlier, and to the person and the minute, it
 * would tell who reviews what.
 */
@Service
public class UnitLedger {
    /** How the sentence of such an entry begins and ends around the thing that was looked at. */
    private static final String ZH = "查阅";

    private static final String EN = " was looked at";

    private static final List<Stage> OF_CITY = List.of(Stage.CITY_REVIEW);
    private static final List<Stage> OF_PROVINCE = List.of(Stage.PROVINCE_REVIEW, Stage.ONSITE);

    private final Ledger ledger;
    private final Rounds rounds;
    private final People people;
    private final Clock clock;

    UnitLedger(Ledger ledger, Rounds rounds, People people, Clock clock) {
        this.ledger = ledger;
        this.rounds = rounds;
        this.people = people;
        this.clock = clock;
    }

    /** What an office above the unit looked at on a day, in the zone of the rounds. */
    public record Look(String office, LocalDate day, List<Sentence> what) {}

    /** The chains that the visitor may choose from: a city reads what it does to a unit itself, the province all, also of the round. */
    List<Audience> chains(RequestContext context) {
        var unit = context.unit();
        if (context.user().is(Role.PROVINCE))
            return Stream.of(Audience.values())
                    .filter(chain -> unit.evaluated() || !Audience.ABOVE.contains(chain))
                    .filter(chain -> unit.level() == Level.COUNTY || chain != Audience.CITY)
                    .toList();
        return context.user().is(Role.CITY) && context.user().unit().equals(unit.parent())
                ? List.of(Audience.UNIT, Audience.CITY)
                : List.of(Audience.UNIT);
    }

    /** The newest entries of the unit's chain that the visitor may read, the newest first. */
    List<Entry> newest(RequestContext context, int most) {
        return ledger.before(
                Chain.of(context.unit().code()), Long.MAX_VALUE, most, reader(context.user()), LedgerFilter.ALL);
    }

    /** The newest entries before a number that are asked for and that the visitor may read, the newest first. */
    public List<Entry> before(RequestContext context, long number, int most, LedgerQuery query) {
        return ledger.before(
                chain(context, query.chain()), number, most, reader(context.user()), query.filter(context));
    }

    /** Which posts did what in a chain, as far as the visitor may know. */
    List<Acted> done(RequestContext context, Audience chain) {
        return ledger.done(chain(context, chain), reader(context.user()));
    }

    /** A chain that is not the visitor's to read is not there. */
    private Chain chain(RequestContext context, Audience audience) {
        if (!chains(context).contains(audience)) throw new Refused(Reason.unknown());
        return switch (audience) {
            case UNIT, CITY, PROVINCE, VISIT -> Chain.of(context.unit().code(), audience);
            case ROUND -> Chain.of(context.round().code());
            case ACCESS -> Chain.ACCESS;
        };
    }

    private static @Nullable UnitCode reader(Visitor visitor) {
        return visitor.is(Role.PROVINCE) ? null : visitor.unit();
    }

    /** What those who made the entries are called, by sign-in name. */
    public Map<Login, String> names(List<Entry> entries) {
        return people.called(
                entries.stream().map(entry -> entry.actor().person()).collect(Collectors.toSet()));
    }

    /** What offices above the unit looked at, the newest day first; nothing of it before the stage of their layer is locked. */
    public List<Look> looks(RequestContext context) {
        var now = clock.instant();
        var entries = ledger.fromOutside(context.unit().code(), Sightings.VERB);
        if (entries.isEmpty()) return List.of();
        var offices = new TreeMap<LocalDate, Map<String, Map<String, Sentence>>>(Comparator.reverseOrder());
        var dates = dates(context.unit());
        var units = people
                .units(entries.stream()
                        .map(entry -> entry.actor().unit())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Unit::code, unit -> unit));
        var bodies = new HashMap<UnitCode, List<Body>>();
        for (var entry : entries) {
            var from = units.get(entry.actor().unit());
            if (from == null || !isOver(from, entry, dates, now)) continue;
            var what = thing(entry.told());
            var ofUnit = bodies.computeIfAbsent(entry.actor().unit(), people::bodies);
            offices.computeIfAbsent(LocalDate.ofInstant(entry.at(), Rounds.ZONE), day -> new TreeMap<>())
                    .computeIfAbsent(office(entry, from, ofUnit), office -> new TreeMap<>())
                    .put(what.zh(), what);
        }
        var looks = new ArrayList<Look>();
        offices.forEach((day, ofDay) ->
                ofDay.forEach((office, what) -> looks.add(new Look(office, day, List.copyOf(what.values())))));
        return looks;
    }

    /** Whether the first stage of the reading layer that locks after the reading is locked by now; after the last, whether the day is over. */
    private static boolean isOver(Unit from, Entry entry, List<Milestones> dates, Instant now) {
        var stages = from.level() == Level.CITY ? OF_CITY : OF_PROVINCE;
        return stages.stream()
                .flatMap(stage -> dates.stream().flatMap(one -> one.lock(stage).stream()))
                .map(Lock::at)
                .filter(at -> at.isAfter(entry.at()))
                .min(Comparator.naturalOrder())
                .map(at -> !now.isBefore(at))
                .orElseGet(() ->
                        LocalDate.ofInstant(entry.at(), Rounds.ZONE).isBefore(LocalDate.ofInstant(now, Rounds.ZONE)));
    }

    /** The days of the unit in each round that it is in. */
    private List<Milestones> dates(Unit unit) {
        return rounds.of(unit).stream()
                .filter(round -> !unit.evaluated() || round.there())
                .map(UnitRound::dates)
                .toList();
    }

    /** The body by the name it had then; the unit where it is called otherwise today. */
    private static String office(Entry entry, Unit from, List<Body> bodies) {
        return bodies.stream()
                .map(Body::name)
                .filter(name -> entry.actor().post().startsWith(name + " "))
                .findFirst()
                .orElse(from.name());
    }

    private static Sentence thing(Sentence told) {
        return new Sentence(
                told.zh().startsWith(ZH) ? told.zh().substring(ZH.length()) : told.zh(),
                told.en().endsWith(EN) ? told.en().substring(0, told.en().length() - EN.length()) : told.en());
    }
}
