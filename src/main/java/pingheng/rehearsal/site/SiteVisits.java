package pingheng.rehearsal.site;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;
import pingheng.visit.Inspector;
import pingheng.visit.Sampling;
import pingheng.visit.Stratum;
import pingheng.visit.Visit;
import pingheng.visit.Visiting;
import pingheng.visit.Visits;

/** Plays the on-site checks: the draw, the visits, the countersignatures. What visitors have done already is left as it is. */
@Service
public class SiteVisits {
    private static final Set<String> STRATA =
            Set.of("county/珠三角", "county/粤东", "county/粤西", "county/粤北", "city/珠三角", "city/粤东", "city/粤西");

    private final Sampling sampling;
    private final Visits visits;
    private final Visiting visiting;
    private final People people;
    private final Clock clock;

    SiteVisits(Sampling sampling, Visits visits, Visiting visiting, People people, Clock clock) {
        this.sampling = sampling;
        this.visits = visits;
        this.visiting = visiting;
        this.people = people;
        this.clock = clock;
    }

    /** Draws the sample unless it is drawn, and names the units that are visited beside it. */
    @Transactional
    public void draw(HeldRound round, Visitor province, Set<UnitCode> units) {
        if (sampling.sample(province, round).isEmpty()) sampling.draw(in(round, province), drawing(round));
        var sample = sampling.sample(province, round).orElseThrow();
        for (var line : sample.lines())
            if (units.contains(line.unit()) && !line.visited())
                sampling.name(in(round, province), new Sampling.NamedUnit(line.unit(), "材料与数据有出入，列入重点抽查"));
    }

    /** Sends an inspector, who notes something on each of these points and hands it over; the unit countersigns, unless it is left to visitors. */
    @Transactional
    public void visit(
            HeldRound round, Unit unit, Visitor province, Map<PointCode, String> words, boolean countersigns) {
        if (visits.visit(province, round, unit).isEmpty()) return;
        if (visit(province, round, unit).inspectors().isEmpty())
            visiting.assign(in(round, province), unit.code(), sent());
        if (visit(province, round, unit).handedOver().isEmpty()) find(province, round, unit, words);
        var office = office(unit);
        var handed = visit(province, round, unit);
        if (countersigns
                && office.isPresent()
                && Visiting.whyNotCountersign(office.get(), handed, clock.instant())
                        .isEmpty())
            visiting.countersign(
                    in(round, office.get()), unit.code(), new Visiting.Countersigned(handed.digest(), true, ""));
    }

    private void find(Visitor province, HeldRound round, Unit unit, Map<PointCode, String> words) {
        var inspector = holder(visit(province, round, unit).inspectors().getFirst());
        var said = words.isEmpty() ? nothing(visit(province, round, unit)) : words;
        said.forEach((point, text) -> {
            if (visit(province, round, unit).version(point).none())
                visiting.note(in(round, inspector), unit.code(), new Visiting.Noted(Version.NONE, point, text));
        });
        var noted = visit(province, round, unit);
        if (Visiting.whyNotHandOver(inspector, noted, clock.instant()).isEmpty())
            visiting.handOver(in(round, inspector), unit.code(), noted.digest());
    }

    private RoundContext in(HeldRound round, Visitor visitor) {
        return new RoundContext(visitor, round, clock.instant());
    }

    private PostId sent() {
        return visits.inspectors().stream()
                .findFirst()
                .orElseThrow(SiteVisits::nobody)
                .post();
    }

    private static Refused nobody() {
        return new Refused(
                Reason.conflict("rehearsal.no-inspector", "实地抽查人员的岗位上没有人", "Nobody is on the post of an inspector"));
    }

    /** A word on the first point, where nothing is to be said. */
    private static Map<PointCode, String> nothing(Visit visit) {
        return Map.of(visit.framework().points().getFirst().code(), "实地查看现场和台账，未发现与自评材料不符的情况。");
    }

    /** One unit of each stratum. */
    private Sampling.SampleDraw drawing(HeldRound round) {
        int year = round.settings().year();
        var sizes = sampling.strata(round).stream()
                .map(Stratum::code)
                .filter(STRATA::contains)
                .collect(Collectors.toMap(code -> code, code -> 1));
        return new Sampling.SampleDraw(
                "演练约定：%d-11-05 公证处摇号的日期和号码".formatted(year), "%d1105-0823843".formatted(year), sizes);
    }

    private Visit visit(Visitor province, HeldRound round, Unit unit) {
        return visits.visit(province, round, unit).orElseThrow();
    }

    private Visitor holder(Inspector inspector) {
        return people.units().stream()
                .filter(unit -> !unit.evaluated())
                .flatMap(province -> people.visitors(province.code(), Role.INSPECTOR).stream())
                .filter(visitor -> visitor.post().id().equals(inspector.post()))
                .findFirst()
                .orElseThrow(SiteVisits::nobody);
    }

    private Optional<Visitor> office(Unit unit) {
        return people.visitors(unit.code(), Role.OFFICE).stream().findFirst();
    }
}
