package pingheng.visit;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Canonical;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.value.UnitCode;

/** The sample of a round: drawn once, in public, by a seed that is told; single units may be named beside it, with a reason. */
@Service
public class Sampling {
    private static final int LONGEST = 500;

    private final SampleStore store;
    private final Rounds rounds;
    private final Ledger ledger;
    private final Clock clock;

    Sampling(SampleStore store, Rounds rounds, Ledger ledger, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Where the seed comes from, the seed, and how many are drawn of each stratum, by its code. */
    public record SampleDraw(String source, String seed, Map<String, Integer> sizes) {}

    /** A unit to be visited beside the draw, and why. */
    public record NamedUnit(UnitCode unit, String reason) {}

    /**
     * The sample; empty before it is drawn. Why a unit was named is told to the province, and to the unit once its findings were
     * handed over: before, it would know what it is suspected of, and from whom.
     */
    public Optional<Sample> sample(Visitor visitor, HeldRound round) {
        return store.sample(round.id(), visitor);
    }

    public List<Stratum> strata(HeldRound round) {
        return Stratum.of(rounds.units(round));
    }

    /** Why the visitor cannot lead the visits: only the province does. */
    public static Optional<Reason> whyNotLead(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(
                        Reason.forbidden("visit.province", "实地抽查由省级组织", "On-site checks are led by the province"));
    }

    /** Draws the sample of the round, once. */
    @Transactional
    public void draw(RoundContext context, SampleDraw drawing) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotLead(visitor));
        Refused.on(sample(visitor, round).map(sample -> drawn()));
        var strata = strata(round);
        check(drawing, strata);
        var seed = drawing.seed().strip();
        var placed = new Draw(round.code(), seed).of(strata, drawing.sizes());
        var source = drawing.source().strip();
        var sample = new Sample(
                source, seed, Draw.PROGRAM, digest(round, source, seed, placed), "", clock.instant(), List.of());

        if (!store.add(round.id(), sample, visitor)) throw new Refused(drawn());
        placed.forEach(one -> store.add(round.id(), one));

        ledger.record(
                visitor.actor(),
                Chain.of(round.code()),
                "visit.drawn",
                "round/" + round.code(),
                Sentence.of(
                        "抽取实地抽查样本 %1$d 个单位，种子 %2$s（%3$s），摘要 %4$s",
                        "The sample is drawn: %1$d units, seed %2$s (%3$s), digest %4$s",
                        placed.stream().filter(Draw.Placed::drawn).count(),
                        seed,
                        source,
                        sample.digest()));
    }

    /** Names a unit to be visited beside the draw. */
    @Transactional
    public void name(RoundContext context, NamedUnit named) {
        var visitor = context.user();
        var round = context.round();
        var unit = named.unit();
        var reason = named.reason();
        Refused.on(whyNotLead(visitor));
        var sample = sample(visitor, round).orElseThrow(() -> new Refused(notDrawn()));
        var line = sample.lines().stream()
                .filter(one -> one.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.malformed(
                        "visit.no-unit", "本年度没有代码为 %1$s 的单位", "The round has no unit with the code %1$s", unit)));
        if (reason.isBlank() || reason.length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "visit.named-reason",
                    "请写明为什么指定这个单位，至多 %1$d 字",
                    "Say in at most %1$d characters why the unit is named",
                    LONGEST));
        if (line.visited() || !store.name(round.id(), unit, reason.strip(), visitor.login(), clock.instant()))
            throw new Refused(
                    Reason.conflict("visit.visited", "%1$s已在抽查名单中", "%1$s is on the list already", line.name()));

        ledger.record(
                visitor.actor(),
                Chain.of(round.code()),
                "visit.named",
                "visit/" + unit,
                Sentence.of(
                        "指定实地抽查 %1$s，理由：%2$s",
                        "%1$s is named for a visit, because: %2$s", line.name(), reason.strip()));
    }

    private static void check(SampleDraw drawing, List<Stratum> strata) {
        for (var text : List.of(drawing.source(), drawing.seed()))
            if (text.isBlank() || text.length() > LONGEST)
                throw new Refused(Reason.malformed(
                        "visit.seed",
                        "请写明种子和它的来源，各至多 %1$d 字",
                        "Write the seed and where it comes from, each in at most %1$d characters",
                        LONGEST));
        var known = new HashSet<String>();
        int all = 0;
        for (var stratum : strata) {
            known.add(stratum.code());
            int size = drawing.sizes().getOrDefault(stratum.code(), 0);
            all += Math.max(size, 0);
            if (size < 0 || size > stratum.units().size())
                throw new Refused(Reason.malformed(
                        "visit.too-many",
                        "%1$s只有 %2$d 个单位，抽不出 %3$d 个",
                        "%1$s has %2$d units, %3$d cannot be drawn",
                        stratum.code(),
                        stratum.units().size(),
                        size));
        }
        if (all == 0 || !known.containsAll(drawing.sizes().keySet()))
            throw new Refused(Reason.malformed(
                    "visit.sizes",
                    "请写明各层抽几个单位，至少抽一个",
                    "Say how many units are drawn of each stratum, at least one in all"));
    }

    static String digest(HeldRound round, String source, String seed, List<Draw.Placed> placed) {
        var content = new Canonical()
                .line("pingheng-sample", 1)
                .line("round", round.code())
                .line("source", source)
                .line("seed", seed)
                .line("program", Draw.PROGRAM);
        for (var one : placed)
            content.line(
                    "unit",
                    one.unit().level().code(),
                    one.unit().region(),
                    one.position(),
                    one.unit().code(),
                    one.drawn());
        return content.digest();
    }

    private static Reason drawn() {
        return Reason.conflict(
                "visit.drawn", "样本已经抽取，每个年度只抽一次", "The sample is drawn already; it is drawn once in a round");
    }

    static Reason notDrawn() {
        return Reason.conflict("visit.not-drawn", "样本还没有抽取", "The sample is not drawn yet");
    }
}
