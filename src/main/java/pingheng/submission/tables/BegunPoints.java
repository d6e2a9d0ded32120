package pingheng.submission.tables;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pingheng.duty.Drafts;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;

/** Tells whoever reassigns points which of them are begun. */
@Component
class BegunPoints implements Drafts {
    private final SelfEvaluations selfEvaluations;

    BegunPoints(SelfEvaluations selfEvaluations) {
        this.selfEvaluations = selfEvaluations;
    }

    @Override
    public Set<PointCode> points(HeldRound round, Unit unit) {
        return selfEvaluations.of(round, unit).points().stream()
                .filter(own -> own.state() != OwnPoint.State.MISSING)
                .map(own -> own.point().code())
                .collect(Collectors.toSet());
    }
}
