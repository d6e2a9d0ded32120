package pingheng.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.ledger.Ledger;
import pingheng.ledger.NamedDigest;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.value.UnitCode;

/** The sample, drawn anew from its seed; and every hand-over: its digest is that of the findings then, and the ledger names it. */
@Service
class VisitCheck implements Check {
    private final VisitStore visits;
    private final SampleStore samples;
    private final Rounds rounds;
    private final Ledger ledger;

    VisitCheck(VisitStore visits, SampleStore samples, Rounds rounds, Ledger ledger) {
        this.visits = visits;
        this.samples = samples;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var round : rounds.all()) {
            samples.drawn(round.id()).ifPresent(sample -> sample(round, sample, mismatches));
            handedOver(round, mismatches);
        }
    }

    private void handedOver(HeldRound round, Mismatches mismatches) {
        var given = named("visit.handed-over");
        var countersigned = named("visit.countersigned");
        for (var record : visits.handedOver(round.id())) {
            var row = "site_record %d (%s)".formatted(record.id(), round.code());
            mismatches.same(
                    Kind.JUDGED,
                    record.unit(),
                    row + " digest",
                    Visit.digest(round, record.unit(), visits.findings(round.id(), record.unit(), record.at())),
                    record.digest());
            mismatches.there(
                    Kind.JUDGED,
                    record.unit(),
                    null,
                    row + " ledger",
                    record.digest(),
                    given.contains(record.digest()));
            mismatches.same(
                    Kind.JUDGED,
                    record.unit(),
                    "countersignature %d ledger".formatted(record.id()),
                    String.valueOf(countersigned.contains(record.digest())),
                    String.valueOf(record.countersigned()));
        }
    }

    /** Every unit has the place that the seed gives it; how many were drawn, the digest tells. */
    private void sample(HeldRound round, SampleStore.Drawn sample, Mismatches mismatches) {
        var stored = new HashMap<UnitCode, SampleStore.Position>();
        samples.positions(round.id()).forEach(one -> stored.put(one.unit(), one));
        var placed = new ArrayList<Draw.Placed>();
        for (var anew : new Draw(round.code(), sample.seed()).of(Stratum.of(rounds.units(round)), Map.of())) {
            var unit = anew.unit();
            var one = stored.get(unit.code());
            if (one != null) placed.add(new Draw.Placed(unit, one.position(), one.hash(), one.drawn()));
            mismatches.same(
                    Kind.JUDGED,
                    unit.code(),
                    "sample_unit %s position, hash".formatted(round.code()),
                    anew.position() + " " + anew.hash(),
                    one == null ? Mismatches.NONE : one.position() + " " + one.hash());
        }
        var row = "sample %s ".formatted(round.code());
        mismatches.same(
                Kind.JUDGED,
                null,
                row + "digest",
                Sampling.digest(round, sample.source(), sample.seed(), placed),
                sample.digest());
        mismatches.there(
                Kind.JUDGED,
                null,
                null,
                row + "ledger",
                sample.digest(),
                named("visit.drawn").contains(sample.digest()));
    }

    private Set<String> named(String verb) {
        return ledger.named(verb).stream().map(NamedDigest::digest).collect(Collectors.toSet());
    }
}
