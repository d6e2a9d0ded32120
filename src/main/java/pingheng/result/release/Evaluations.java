package pingheng.result.release;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.deliberation.Deliberations;
import pingheng.figure.Figures;
import pingheng.figure.ReportedFigures;
import pingheng.framework.Framework;
import pingheng.people.Division;
import pingheng.people.Divisions;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.result.Evaluation;
import pingheng.review.Judgement;
import pingheng.review.Judgements;
import pingheng.review.Reviews;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.submission.Answer;
import pingheng.submission.Marks;
import pingheng.submission.SelfEvaluations;
import pingheng.survey.SurveyResults;

/** Gathers from the database what a folder holds for {@code evaluate}: the same evaluation, the same result. */
@Service
public class Evaluations {
    private final Rounds rounds;
    private final ReportedFigures figures;
    private final SelfEvaluations selfEvaluations;
    private final Reviews reviews;
    private final Judged judged;

    Evaluations(
            Rounds rounds, ReportedFigures figures, SelfEvaluations selfEvaluations, Reviews reviews, Judged judged) {
        this.rounds = rounds;
        this.figures = figures;
        this.selfEvaluations = selfEvaluations;
        this.reviews = reviews;
        this.judged = judged;
    }

    /** What is judged beside the layers. */
    @Service
    record Judged(SurveyResults survey, Deliberations deliberations) {}

    /** The evaluation of the round as it is now. What a unit has not submitted is not in it. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Evaluation of(HeldRound round) {
        var units = rounds.units(round);
        var submitted = selfEvaluations.submitted(round).keySet();
        var answers = selfEvaluations.answers(round);
        answers.keySet().retainAll(submitted);
        var levels = new EnumMap<Level, Evaluation.OfLevel>(Level.class);
        for (var level : Level.values()) {
            var framework = rounds.framework(round, level);
            boolean any = units.stream().anyMatch(unit -> unit.level().equals(level.code()));
            if (framework.isPresent() && any) levels.put(level, ofLevel(round, level, framework.get(), units, answers));
        }
        return new Evaluation(round.settings(), divisions(units), levels);
    }

    private Evaluation.OfLevel ofLevel(
            HeldRound round, Level level, Framework framework, List<Unit> units, Map<String, List<Answer>> answers) {
        var of = new HashSet<String>();
        for (var unit : units)
            if (unit.level().equals(level.code()) && answers.containsKey(unit.code())) of.add(unit.code());
        var all = new Figures(framework);
        figures.put(round, of::contains, all);
        reviews.put(round, of::contains, all);
        judged.survey.into(round, all);
        var judgements = new Judgements();
        for (var unit : of)
            for (var answer : answers.getOrDefault(unit, List.of()))
                Marks.read(answer.marks())
                        .filter(marks -> !marks.isEmpty())
                        .ifPresent(marks -> judgements.put(unit, answer.point(), Judgement.own(marks, answer)));
        reviews.put(round, of::contains, judgements);
        return new Evaluation.OfLevel(framework, all, judgements, judged.deliberations.committee(round), Map.of());
    }

    private static Divisions divisions(List<Unit> units) {
        var divisions = new ArrayList<Division>();
        for (var unit : units)
            divisions.add(new Division(
                    unit.code(),
                    unit.name(),
                    Level.of(unit.level()).orElseThrow(),
                    unit.level().equals(Level.CITY.code()) ? null : unit.parent(),
                    unit.region()));
        return new Divisions(divisions);
    }
}
