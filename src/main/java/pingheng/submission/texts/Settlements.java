package pingheng.submission.texts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.Answer;
import pingheng.submission.Answers;
import pingheng.submission.Answers.Draft;
import pingheng.submission.Answers.Kept;
import pingheng.submission.Fresh;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** Ends that two texts lie side by side: one of them is to stand, or a third that was made of both. */
@Service
public class Settlements {
    private final Fresh fresh;
    private final Answers answers;
    private final TextStore store;
    private final Ledger ledger;
    private final Clock clock;

    Settlements(Fresh fresh, Answers answers, TextStore store, Ledger ledger, Clock clock) {
        this.fresh = fresh;
        this.answers = answers;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The text that is to stand. */
    public sealed interface Choice {
        /** One that the settler wrote. */
        record Written(Draft draft) implements Choice {}

        /** One of those that are there, by its number; 0 is the one that stands already. */
        record Taken(long beside) implements Choice {}
    }

    /** A choice by somebody who has seen the version that stands and, by their numbers, the texts beside it. */
    public record Settlement(Version over, List<Long> aside, Choice choice) {}

    /** What became of it. */
    public sealed interface Settled {
        record Stands(Answer answer) implements Settled {}

        /** Another wrote since: it is for the settler to look again. What they wrote is kept like any draft. */
        record Unseen(Answer standing) implements Settled {}
    }

    /** Makes one text stand and sets the others aside, among the versions; only what the settler has seen is set aside. */
    @Transactional
    public Settled settle(RequestContext context, PointCode point, Settlement settlement) {
        var own = fresh.point(context, point);
        var standing = own.point(point)
                .orElseThrow(() -> new Refused(Reason.unknown()))
                .answer();
        Refused.on(answers.whyNotEdit(context, own, point));
        var beside = answers.beside(own, point);
        var draft = draft(standing, beside, settlement);
        if (draft.isEmpty() || unseen(context.user(), standing, beside, settlement)) {
            if (settlement.choice() instanceof Choice.Written(var written))
                answers.save(context, point, on(settlement.over(), written));
            return new Settled.Unseen(standing);
        }
        for (var text : beside)
            store.settle(
                    own.round().id(), own.unit().code(), text, context.user().login(), clock.instant());
        return switch (answers.save(context, point, draft.get())) {
            case Kept.Saved(var answer) -> stands(context, answer);
            case Kept.Beside(var newest) -> new Settled.Unseen(newest);
        };
    }

    private Settled stands(RequestContext context, Answer answer) {
        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "submission.settled",
                "point/" + answer.point(),
                Sentence.of(
                        "观测点 %1$s 并列的文字已取舍，以第 %2$s 版为准",
                        "Of texts side by side one stands for point %1$s: version %2$s",
                        answer.point(),
                        answer.version()));
        return new Settled.Stands(answer);
    }

    /** Whether there is a text of another that the settler has not seen. */
    private static boolean unseen(Visitor visitor, Answer standing, List<Answer.Beside> beside, Settlement settlement) {
        return !settlement.over().equals(standing.version())
                || beside.stream()
                        .filter(text -> !text.answer().isBy(visitor.login()))
                        .anyMatch(text -> !settlement.aside().contains(text.id()));
    }

    /** What was chosen, on top of what stands; empty when it waits no longer. */
    private static Optional<Draft> draft(Answer standing, List<Answer.Beside> beside, Settlement settlement) {
        return switch (settlement.choice()) {
            case Choice.Written(var written) -> Optional.of(on(standing.version(), written));
            case Choice.Taken(var id) when id == 0 -> Optional.of(draft(standing, standing));
            case Choice.Taken(var id) ->
                beside.stream().filter(text -> text.id() == id).findFirst().map(text -> draft(standing, text.answer()));
        };
    }

    private static Draft draft(Answer standing, Answer text) {
        return new Draft(standing.version(), text.marks(), text.claim(), text.reason(), text.statement());
    }

    private static Draft on(Version version, Draft draft) {
        return new Draft(version, draft.marks(), draft.claim(), draft.reason(), draft.statement());
    }
}
