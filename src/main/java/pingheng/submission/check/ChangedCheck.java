package pingheng.submission.check;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.submission.OwnPoint;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus;
import pingheng.value.PointCode;

/**
 * What figures, schools, texts and evidence are today, against what was sealed of them: whatever is not open for a supplement must be
 * the same. A body may have been renamed since, so its summary is known by what it says.
 */
@Service
class ChangedCheck implements Check {
    private final Rounds rounds;
    private final SelfEvaluations selfEvaluations;
    private final Seals seals;

    ChangedCheck(Rounds rounds, SelfEvaluations selfEvaluations, Seals seals) {
        this.rounds = rounds;
        this.selfEvaluations = selfEvaluations;
        this.seals = seals;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var round : rounds.all()) for (var unit : rounds.units(round)) unit(round, unit, mismatches);
    }

    private void unit(HeldRound round, Unit unit, Mismatches mismatches) {
        switch (selfEvaluations.standing(round, unit)) {
            case SubmissionStatus.Drafting _ -> {}
            case SubmissionStatus.Frozen(var freeze, var _) -> compare(round, unit, freeze, Set.of(), mismatches);
            case SubmissionStatus.Submitted(var submission) ->
                compare(round, unit, seals.frozen(round, unit, submission.number()), Set.of(), mismatches);
            case SubmissionStatus.Supplementing(var submission, var supplement) ->
                compare(
                        round,
                        unit,
                        seals.frozen(round, unit, submission.number()),
                        Set.copyOf(supplement.points()),
                        mismatches);
        }
    }

    private void compare(
            HeldRound round, Unit unit, SubmissionStatus.Freeze freeze, Set<PointCode> open, Mismatches mismatches) {
        var own = selfEvaluations.of(round, unit);
        var sealed = Sealed.of(freeze.content());
        var row = "frozen %d (%s/%d) content".formatted(freeze.id(), round.code(), freeze.number());
        sealed.points().forEach((code, text) -> {
            if (!open.contains(code))
                mismatches.sameText(
                        Kind.CHANGED,
                        unit.code(),
                        code,
                        row,
                        text,
                        own.point(code).map(OwnPoint::content).orElse(Mismatches.NONE));
        });
        var summaries = summaries(own);
        for (var summary : sealed.summaries())
            mismatches.there(
                    Kind.CHANGED, unit.code(), null, "work_summary " + row, summary, summaries.contains(summary));
    }

    /** As they would be sealed now. */
    private static List<String> summaries(SelfEvaluation own) {
        return Sealed.of(own.content()).summaries();
    }
}
