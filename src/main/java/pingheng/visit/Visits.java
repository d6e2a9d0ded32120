package pingheng.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.review.Grounds;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

/** The visits of a round as they are: who sees them, who goes where, what was found and countersigned. */
@Service
public class Visits implements Grounds {
    private final VisitStore store;
    private final SampleStore samples;
    private final Rounds rounds;
    private final People people;

    Visits(VisitStore store, SampleStore samples, Rounds rounds, People people) {
        this.store = store;
        this.samples = samples;
        this.rounds = rounds;
        this.people = people;
    }

    /** A visit is seen by those who go there, by the unit itself, and by the province; to all others it does not exist. */
    public Optional<Reason> whyNotSee(Visitor visitor, HeldRound round, Unit unit) {
        boolean goes = visitor.is(Role.INSPECTOR)
                && store.units(round.id(), visitor.post().id()).contains(unit.code());
        boolean sees = goes || visitor.is(Role.PROVINCE) || visitor.ownsUnit(unit.code());
        return sees && samples.visited(round.id(), unit.code()) ? Optional.empty() : Optional.of(Reason.unknown());
    }

    /** The visit to a unit as the visitor may see it; to whom it does not concern it is unknown. */
    public Visit seen(Visitor visitor, HeldRound round, UnitCode code) {
        return of(round, unit(visitor, round, code)).seenBy(visitor);
    }

    /** The unit whose visit the visitor may see. */
    Unit unit(Visitor visitor, HeldRound round, UnitCode code) {
        var unit = people.unit(code).orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(whyNotSee(visitor, round, unit));
        return unit;
    }

    Visit of(HeldRound round, Unit unit) {
        return of(round, List.of(unit)).getFirst();
    }

    /** The visits to all of them, by a few statements however many they are. */
    private List<Visit> of(HeldRound round, List<Unit> units) {
        if (units.isEmpty()) return List.of();
        return of(
                round,
                units,
                store.newest(round.id(), units.stream().map(Unit::code).toList()));
    }

    private List<Visit> of(HeldRound round, List<Unit> units, Map<UnitCode, SiteRecord> records) {
        var codes = units.stream().map(Unit::code).toList();
        var open = codes.stream().filter(code -> !records.containsKey(code)).toList();
        var inspectors = new HashMap<>(open.isEmpty() ? Map.of() : sent(round, open));
        if (!records.isEmpty())
            inspectors.putAll(
                    store.went(round.id(), records.keySet(), round.settings().zone()));
        var findings = store.findings(round.id(), codes);
        var dates = rounds.dates(round, units);
        return units.stream()
                .map(unit -> new Visit(
                        round,
                        unit,
                        rounds.framework(round, unit),
                        inspectors.getOrDefault(unit.code(), List.of()),
                        findings.getOrDefault(unit.code(), List.of()),
                        records.get(unit.code()),
                        Optional.ofNullable(dates.get(unit.code()))
                                .flatMap(days -> days.lock(Stage.ONSITE))
                                .orElse(null)))
                .toList();
    }

    /** Who goes there, as it is today. */
    private Map<UnitCode, List<Inspector>> sent(HeldRound round, List<UnitCode> units) {
        var sendable = inspectors();
        var sent = new HashMap<UnitCode, List<Inspector>>();
        store.inspectors(round.id(), units)
                .forEach((unit, posts) -> sent.put(
                        unit,
                        sendable.stream()
                                .filter(inspector -> posts.contains(inspector.post()))
                                .toList()));
        return sent;
    }

    /** The visit whose record waits for the word of the unit, if there is one. */
    public Optional<Visit> toCountersign(HeldRound round, Unit unit) {
        var records = store.newest(round.id(), List.of(unit.code()));
        var record = records.get(unit.code());
        return record == null || record.countersignature() != null
                ? Optional.empty()
                : Optional.of(of(round, List.of(unit), records).getFirst());
    }

    /** The visit to a unit as the visitor may see it, if it is visited and they may. */
    public Optional<Visit> visit(Visitor visitor, HeldRound round, Unit unit) {
        return whyNotSee(visitor, round, unit).isPresent()
                ? Optional.empty()
                : Optional.of(of(round, unit).seenBy(visitor));
    }

    /** The visits of a sample to these units, as far as the visitor may see them. */
    public List<Visit> of(Visitor visitor, HeldRound round, Sample sample, List<Unit> units) {
        var seen = units.stream()
                .filter(unit -> sample.visited(unit.code()).isPresent())
                .filter(unit -> visitor.is(Role.PROVINCE) || visitor.ownsUnit(unit.code()))
                .toList();
        return of(round, seen).stream().map(visit -> visit.seenBy(visitor)).toList();
    }

    /** The visits of a post. */
    public List<Visit> of(HeldRound round, PostId post) {
        return of(round, people.units(store.units(round.id(), post)));
    }

    /** The posts that can be sent somewhere: those of inspectors at the province that somebody holds. */
    public List<Inspector> inspectors() {
        return people.manned(Role.INSPECTOR).entrySet().stream()
                .map(post -> new Inspector(post.getKey().id(), post.getKey().title(), post.getValue()))
                .toList();
    }

    /** On site is decided where somebody has been, on what they found, and once the unit has said its word to it. */
    @Override
    public Optional<Reason> whyNotDecide(HeldRound round, Unit unit, PointCode point) {
        if (!samples.visited(round.id(), unit.code())) return Optional.of(notVisited());
        var visit = of(round, unit);
        if (visit.countersigned().isEmpty()) return Optional.of(notCountersigned());
        return visit.finding(point).isPresent()
                ? Optional.empty()
                : Optional.of(Reason.conflict(
                        "visit.no-finding", "这个观测点没有实地核查记录", "There is no on-site finding on this point"));
    }

    @Override
    public Optional<Reason> whyNotDecide(HeldRound round, Unit unit) {
        if (!samples.visited(round.id(), unit.code())) return Optional.of(notVisited());
        return of(round, unit).countersigned().isPresent() ? Optional.empty() : Optional.of(notCountersigned());
    }

    private static Reason notVisited() {
        return Reason.conflict("visit.not-visited", "该单位不在实地抽查名单中", "The unit is not on the list of on-site checks");
    }

    private static Reason notCountersigned() {
        return Reason.conflict(
                "visit.not-countersigned", "实地核查记录还没有经被查单位会签", "The findings are not countersigned by the unit yet");
    }
}
