package pingheng.submission.merged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pingheng.people.staff.Mergers;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.Rounds;
import pingheng.submission.SelfEvaluations;

/** A unit that is merged leaves the rounds it has no part in yet; one it has submitted in keeps it. */
@Component
class Leaving {
    private final Rounds rounds;
    private final SelfEvaluations selfEvaluations;

    Leaving(Rounds rounds, SelfEvaluations selfEvaluations) {
        this.rounds = rounds;
        this.selfEvaluations = selfEvaluations;
    }

    @EventListener
    void ending(Mergers.Ending ending) {
        var unit = ending.unit().code();
        for (var round : rounds.all()) {
            boolean leaves = !rounds.day(round).isBefore(ending.day());
            if (leaves && selfEvaluations.submitted(round).containsKey(unit))
                throw new Refused(Reason.conflict(
                        "submission.merged-after",
                        "该单位已在年度 %1$s 报送，撤并日期须晚于该年度的报送日 %2$s",
                        "The unit has submitted in round %1$s: it cannot end before or on the day for submitting, %2$s",
                        round.code(),
                        rounds.day(round)));
        }
    }
}
