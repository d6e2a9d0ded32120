package pingheng.rehearsal;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.evidence.Evidence;
import pingheng.people.Visitor;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SignOffs;
import pingheng.submission.SubmissionStatus;

/** Plays the last steps of a unit whose points are all checked: signed, frozen, stamped, submitted. What is done already is left. */
@Service
class Sealing {
    private final SelfEvaluations selfEvaluations;
    private final SignOffs signOffs;
    private final Evidence evidence;
    private final Seals seals;
    private final Clock clock;

    Sealing(SelfEvaluations selfEvaluations, SignOffs signOffs, Evidence evidence, Seals seals, Clock clock) {
        this.selfEvaluations = selfEvaluations;
        this.signOffs = signOffs;
        this.evidence = evidence;
        this.seals = seals;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(Visitor office, Visitor leader, SelfEvaluation own) {
        var asOffice = own.askedBy(office, clock.instant());
        if (own.standing() instanceof SubmissionStatus.Drafting) {
            var whole = own.whole();
            if (whole.office() == null) signOffs.sign(asOffice, Step.OFFICE, own.digest());
            if (whole.office() == null || whole.leader() == null)
                signOffs.sign(own.askedBy(leader, asOffice.arrived()), Step.LEADER, own.digest());
            seals.freeze(asOffice, own.digest());
        }
        if (!(selfEvaluations.standing(own.round(), own.unit())
                instanceof SubmissionStatus.Frozen(var freeze, var last)))
            throw new IllegalStateException("not frozen");
        for (var kind : Seals.SCANS) {
            if (freeze.scans().stream().anyMatch(scan -> scan.kind().equals(kind))) continue;
            var taken = evidence.take(
                    kind + ".pdf", Leaflet.of(kind + " of " + own.unit().code()));
            seals.scan(asOffice, kind, taken);
        }
        seals.submit(asOffice, freeze.digest());
    }
}
