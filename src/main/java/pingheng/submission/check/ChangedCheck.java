package pingheng.submission.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import pingheng.submission.sealed.SealedContent;
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
            case SubmissionStatus.Frozen(var freeze, var _) -> compare(round, unit, freeze, List.of(), mismatches);
            case SubmissionStatus.Submitted(var submission) ->
                compare(round, unit, seals.frozen(round, unit, submission.number()), List.of(), mismatches);
            case SubmissionStatus.Supplementing(var submission, var supplement, var _) ->
                compare(round, unit, seals.frozen(round, unit, submission.number()), supplement.points(), mismatches);
        }
    }

    private void compare(
            HeldRound round,
            Unit unit,
            SubmissionStatus.Freeze freeze,
            List<PointCode> returned,
            Mismatches mismatches) {
        var own = selfEvaluations.of(round, unit);
        var open = open(own, returned);
        var sealed = SealedContent.of(freeze.content());
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

    /** Those that were returned, and whatever reads a figure or the table of schools that one of them reads: it may be moved along. */
    private static Set<PointCode> open(SelfEvaluation own, List<PointCode> returned) {
        var asked = own.points().stream()
                .filter(one -> returned.contains(one.point().code()))
                .toList();
        var cells = asked.stream().flatMap(one -> one.reads().stream()).collect(Collectors.toSet());
        boolean schools = asked.stream().anyMatch(ChangedCheck::readsSchools);
        return own.points().stream()
                .filter(one -> asked.contains(one)
                        || schools && readsSchools(one)
                        || one.reads().stream().anyMatch(cells::contains))
                .map(one -> one.point().code())
                .collect(Collectors.toSet());
    }

    private static boolean readsSchools(OwnPoint point) {
        return point.content().contains("\nschools\t");
    }

    /** As they would be sealed now. */
    private static List<String> summaries(SelfEvaluation own) {
        return SealedContent.of(own.content()).summaries();
    }
}
