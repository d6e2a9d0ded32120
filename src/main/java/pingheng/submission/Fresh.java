package pingheng.submission;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import pingheng.round.RequestContext;
import pingheng.round.lock.UnitLock;
import pingheng.value.PointCode;

/** Reads a self-evaluation inside the lock: a verb judges what is there then, not what its page had read before. */
@Component
public class Fresh {
    private final UnitLock lock;
    private final SelfEvaluations selfEvaluations;

    Fresh(UnitLock lock, SelfEvaluations selfEvaluations) {
        this.lock = lock;
        this.selfEvaluations = selfEvaluations;
    }

    /** As it is now, side by side with others, while nobody seals it. */
    public SelfEvaluation shared(RequestContext context) {
        lock.share(context.round(), context.unit());
        return selfEvaluations.of(context);
    }

    /** The same, and nobody else writes, signs or returns one of these points until the transaction ends. */
    public SelfEvaluation points(RequestContext context, Collection<PointCode> points) {
        lock.share(context.round(), context.unit(), points);
        return selfEvaluations.of(context);
    }

    public SelfEvaluation point(RequestContext context, PointCode point) {
        return points(context, List.of(point));
    }

    /** As it is now, while nobody else writes anything. */
    public SelfEvaluation alone(RequestContext context) {
        lock.alone(context.round(), context.unit());
        return selfEvaluations.of(context);
    }
}
