package pingheng.result.release;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;

/** What was released, for those whom it concerns: unknown to all below the province until it is in force. */
@Service
public class Released {
    /** With fewer units in a region its median would tell what another one has. */
    private static final int FEWEST = 5;

    private final ReleaseStore store;
    private final Clock clock;

    Released(ReleaseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One aspect of a unit beside the median of its region; the region may be too small for one. */
    public record Compared(
            Release.OfAspect aspect, @Nullable BigDecimal median) {}

    /** The release that is in force: its instant has come. */
    public Optional<Release> inForce(HeldRound round) {
        return store.release(round).filter(release -> release.inForce(clock.instant()));
    }

    /** The numbers of all rounds whose release is in force. */
    public Set<Long> inForce() {
        return store.inForce(clock.instant());
    }

    /** The places and totals that the visitor sees once they are in force: the regions of the units they see, the province all. */
    public List<Release.OfUnit> ranking(Visitor visitor, HeldRound round, List<Unit> units) {
        if (inForce(round).isEmpty()) throw new Refused(Reason.unknown());
        var seen = units.stream()
                .filter(unit -> visitor.whyNotSee(unit).isEmpty())
                .map(unit -> unit.level() + " " + unit.region())
                .toList();
        return store.units(round).stream()
                .filter(unit -> seen.contains(unit.level() + " " + unit.region()))
                .toList();
    }

    /** Why there is nothing to read in a ranking that is in force; empty where there is. */
    public static Optional<Reason> whyNoUnit(Visitor visitor, List<Release.OfUnit> ranking) {
        if (!ranking.isEmpty()) return Optional.empty();
        return Optional.of(
                visitor.is(Role.COMMITTEE) || visitor.is(Role.INSPECTOR)
                        ? Reason.forbidden(
                                "result.no-region",
                                "排名按区域公布，只给区域内的县、所属的市和省级看。您现在的岗位（%1$s）不属于其中任何一个，所以这里没有名单",
                                "A ranking is told region by region, to the counties in it, their cities and the province. Your post (%2$s) belongs to none of these, so there is no list here",
                                visitor.post().role().title().zh(),
                                visitor.post().role().title().en())
                        : Reason.conflict(
                                "result.no-unit",
                                "您看得到的单位都不在这一年度的评价之中，所以这里没有名单",
                                "None of the units that you may see is evaluated in this round, so there is no list here"));
    }

    /** How each score of a unit came about, in words; unknown until the release is in force. */
    public Sentence dossier(HeldRound round, Unit unit) {
        if (inForce(round).isEmpty()) throw new Refused(Reason.unknown());
        return store.dossier(round, unit.code())
                .map(told -> new Sentence(told.zh(), told.en()))
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** The aspects of a unit in order; none when it has no total, unknown until the release is in force. */
    public List<Compared> aspects(HeldRound round, Unit unit) {
        if (inForce(round).isEmpty()) throw new Refused(Reason.unknown());
        var region = store.aspects(round, unit.level(), unit.region());
        var medians = medians(region);
        return region.stream()
                .filter(aspect -> aspect.unit().equals(unit.code()))
                .map(aspect -> new Compared(aspect, medians.get(aspect.number())))
                .toList();
    }

    /** The ranking as the file that {@code evaluate} writes; for the province, once it is decided. */
    public String rankingFile(Visitor visitor, HeldRound round) {
        Refused.on(Releases.whyNotTry(visitor));
        if (store.release(round).isEmpty()) throw new Refused(Reason.unknown());
        return store.ranking(round);
    }

    private static Map<Integer, BigDecimal> medians(List<Release.OfAspect> region) {
        var medians = new HashMap<Integer, BigDecimal>();
        region.stream().collect(groupingBy(Release.OfAspect::number)).forEach((number, aspects) -> {
            var scores = aspects.stream().map(Release.OfAspect::score).toList();
            if (scores.size() >= FEWEST) medians.put(number, Median.of(scores));
        });
        return medians;
    }
}
