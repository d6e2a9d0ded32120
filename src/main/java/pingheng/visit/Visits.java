package pingheng.visit;

import java.time.LocalDate;
import java.util.List;
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
                && store.inspectors(round.id(), unit.code())
                        .contains(visitor.post().id());
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
        return of(round, unit, inspectors());
    }

    private Visit of(HeldRound round, Unit unit, List<Inspector> sendable) {
        var record = store.newest(round.id(), unit.code()).orElse(null);
        return new Visit(
                round,
                unit,
                rounds.framework(round, unit),
                record == null ? sent(round, unit, sendable) : went(round, unit, record),
                store.findings(round.id(), unit.code()),
                record,
                rounds.lock(round, unit, Stage.ONSITE).orElse(null));
    }

    /** Who goes there, as it is today. */
    private List<Inspector> sent(HeldRound round, Unit unit, List<Inspector> sendable) {
        var posts = store.inspectors(round.id(), unit.code());
        return sendable.stream()
                .filter(inspector -> posts.contains(inspector.post()))
                .toList();
    }

    /** Who went there, as it was when they handed their record over. */
    private List<Inspector> went(HeldRound round, Unit unit, SiteRecord record) {
        var day = LocalDate.ofInstant(record.at(), round.settings().zone());
        return store.inspectors(round.id(), unit.code(), day);
    }

    /** The visit to a unit as the visitor may see it, if it is visited and they may. */
    public Optional<Visit> visit(Visitor visitor, HeldRound round, Unit unit) {
        return whyNotSee(visitor, round, unit).isPresent()
                ? Optional.empty()
                : Optional.of(of(round, unit).seenBy(visitor));
    }

    /** The visits of a sample to these units, as far as the visitor may see them. */
    public List<Visit> of(Visitor visitor, HeldRound round, Sample sample, List<Unit> units) {
        var sendable = inspectors();
        return units.stream()
                .filter(unit -> sample.visited(unit.code()).isPresent())
                .filter(unit -> visitor.is(Role.PROVINCE) || visitor.ownsUnit(unit.code()))
                .map(unit -> of(round, unit, sendable).seenBy(visitor))
                .toList();
    }

    /** The visits of a post. */
    public List<Visit> of(HeldRound round, PostId post) {
        var sendable = inspectors();
        return store.units(round.id(), post).stream()
                .map(people::unit)
                .flatMap(Optional::stream)
                .map(unit -> of(round, unit, sendable))
                .toList();
    }

    /** The posts that can be sent somewhere: those of inspectors at the province that somebody holds. */
    public List<Inspector> inspectors() {
        return people.units().stream()
                .filter(unit -> !unit.evaluated())
                .flatMap(province -> people.manned(province.code(), Role.INSPECTOR).entrySet().stream())
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
