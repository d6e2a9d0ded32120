package pingheng.result.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.result.RankingFile;
import pingheng.result.UnitResult;
import pingheng.result.arithmetic.TotalResult;
import pingheng.value.ProposalId;
import pingheng.value.UnitCode;

/** A result as it was released: under which document, approved when, in force from when, by which two persons. */
public record Release(Proposal proposal, String digest, String person, String post, Instant at) {
    /** The verb of its entry: the end of the round's chain with it covers all that came before, in every chain. */
    public static final String VERB = "result.released";

    /** A release that one person proposes: over the digest of the result they saw. */
    public record Proposal(
            ProposalId id,
            String document,
            LocalDate approved,
            Instant effective,
            String digest,
            String person,
            String name,
            String post,
            Instant at) {}

    /** The result of one unit; without a total it has no place. */
    public record OfUnit(
            UnitCode unit,
            String name,
            Level level,
            String region,
            @Nullable BigDecimal total,
            @Nullable Integer place) {
        static OfUnit of(RankingFile.Line line) {
            var unit = line.unit();
            return new OfUnit(
                    unit.code(),
                    line.name(),
                    unit.level(),
                    unit.region(),
                    line.exact().isEmpty() ? null : new BigDecimal(line.exact()),
                    line.place().isEmpty() ? null : Integer.valueOf(line.place()));
        }
    }

    /** What a unit with a total has in one aspect, by the number of the aspect in its framework. */
    public record OfAspect(UnitCode unit, int number, Sentence title, BigDecimal score, BigDecimal maximum) {
        /** All aspects of a unit in order; none when it has no total. */
        static List<OfAspect> of(UnitResult unit) {
            if (!(unit.standing() instanceof TotalResult.Total total)) return List.of();
            var titles = unit.points().stream()
                    .map(point -> point.point().aspect())
                    .distinct()
                    .collect(Collectors.toMap(Sentence::zh, title -> title, (first, other) -> first));
            var aspects = new ArrayList<OfAspect>();
            for (var aspect : total.aspects())
                aspects.add(new OfAspect(
                        unit.unit().code(),
                        aspects.size() + 1,
                        titles.getOrDefault(aspect.code(), new Sentence(aspect.code(), aspect.code())),
                        aspect.score(),
                        aspect.maximum()));
            return aspects;
        }
    }

    public boolean inForce(Instant now) {
        return !now.isBefore(proposal.effective());
    }
}
