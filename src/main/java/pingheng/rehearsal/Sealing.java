package pingheng.rehearsal;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.Visitor;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SignOff.Step;
import pingheng.submission.Standing;

/** Plays the last steps of a unit whose points are all checked: signed, frozen, stamped, submitted. What is done already is left. */
@Service
class Sealing {
    private final Hands hands;
    private final Clock clock;

    Sealing(Hands hands, Clock clock) {
        this.hands = hands;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(Visitor office, Visitor leader, SelfEvaluation own) {
        var now = clock.instant();
        if (own.standing() instanceof Standing.Drafting) {
            var whole = own.whole();
            if (whole.office() == null) hands.signOffs().sign(office, own, Step.OFFICE, own.digest(), now);
            if (whole.office() == null || whole.leader() == null)
                hands.signOffs().sign(leader, own, Step.LEADER, own.digest(), now);
            hands.seals().freeze(office, own, own.digest(), now);
        }
        if (!(hands.selfEvaluations().standing(own.round(), own.unit())
                instanceof Standing.Frozen(var freeze, var last))) throw new IllegalStateException("not frozen");
        for (var kind : Seals.SCANS) {
            if (freeze.scans().stream().anyMatch(scan -> scan.kind().equals(kind))) continue;
            var taken = hands.evidence()
                    .take(kind + ".pdf", Leaflet.of(kind + " of " + own.unit().code()));
            hands.seals().scan(office, own, kind, taken);
        }
        hands.seals().submit(office, own, freeze.digest(), now);
    }
}
