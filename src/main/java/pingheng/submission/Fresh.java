package pingheng.submission;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import pingheng.round.UnitLock;

/** Reads a self-evaluation anew inside the lock: a verb judges what is there then, not what its page had read before. */
@Component
public class Fresh {
    private final UnitLock lock;
    private final SelfEvaluations selfEvaluations;

    Fresh(UnitLock lock, SelfEvaluations selfEvaluations) {
        this.lock = lock;
        this.selfEvaluations = selfEvaluations;
    }

    /** As it is now, side by side with others, while nobody seals it. */
    public SelfEvaluation shared(SelfEvaluation seen) {
        lock.share(seen.round(), seen.unit());
        return selfEvaluations.of(seen.round(), seen.unit());
    }

    /** The same, and nobody else writes, signs or returns one of these points until the transaction ends. */
    public SelfEvaluation points(SelfEvaluation seen, Collection<String> points) {
        lock.share(seen.round(), seen.unit(), points);
        return selfEvaluations.of(seen.round(), seen.unit());
    }

    public SelfEvaluation point(SelfEvaluation seen, String point) {
        return points(seen, List.of(point));
    }

    /** As it is now, while nobody else writes anything. */
    public SelfEvaluation alone(SelfEvaluation seen) {
        lock.alone(seen.round(), seen.unit());
        return selfEvaluations.of(seen.round(), seen.unit());
    }
}
