package pingheng.result.release;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.deliberation.Deliberations;
import pingheng.figure.Figures;
import pingheng.figure.ReportedFigures;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.people.Units;
import pingheng.result.Evaluation;
import pingheng.review.Judgement;
import pingheng.review.Judgements;
import pingheng.review.Reviews;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.submission.Answer;
import pingheng.submission.SelfEvaluations;
import pingheng.survey.SurveyResults;
import pingheng.value.UnitCode;

/** Gathers from the database what a folder holds for {@code evaluate}: the same evaluation, the same result. */
@Service
public class Evaluations {
    private final Rounds rounds;
    private final ReportedFigures figures;
    private final SelfEvaluations selfEvaluations;
    private final Reviews reviews;
    private final SurveyResults survey;
    private final Deliberations deliberations;

    Evaluations(
            Rounds rounds,
            ReportedFigures figures,
            SelfEvaluations selfEvaluations,
            Reviews reviews,
            SurveyResults survey,
            Deliberations deliberations) {
        this.rounds = rounds;
        this.figures = figures;
        this.selfEvaluations = selfEvaluations;
        this.reviews = reviews;
        this.survey = survey;
        this.deliberations = deliberations;
    }

    /** The evaluation of the round as it is now. What a unit has not submitted is not in it. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Evaluation of(HeldRound round) {
        var units = rounds.units(round);
        var answers = selfEvaluations.answers(round);
        answers.keySet().retainAll(selfEvaluations.submitted(round).keySet());
        var levels = levels(round, units);
        var ofUnits = new HashMap<UnitCode, Evaluation.OfLevel>();
        for (var unit : units) {
            var of = levels.get(unit.level());
            if (of != null && answers.containsKey(unit.code())) ofUnits.put(unit.code(), of);
        }
        fill(round, ofUnits, answers);
        for (var of : levels.values()) survey.into(round, of.figures());
        return new Evaluation(round.settings(), new Units(units), levels);
    }

    /** The levels that the round evaluates, with nothing in them yet. */
    private Map<Level, Evaluation.OfLevel> levels(HeldRound round, List<Unit> units) {
        var committee = deliberations.committee(round);
        var levels = new EnumMap<Level, Evaluation.OfLevel>(Level.class);
        for (var level : Level.EVALUATED) {
            var framework = rounds.framework(round, level);
            boolean any = units.stream().anyMatch(unit -> unit.level() == level);
            if (framework.isPresent() && any)
                levels.put(
                        level,
                        new Evaluation.OfLevel(
                                framework.get(),
                                new Figures(framework.get(), round.settings()),
                                new Judgements(),
                                committee,
                                Map.of()));
        }
        return levels;
    }

    /** Puts what units and layers said where the level of the unit finds it; each table is read once for all levels. */
    private void fill(HeldRound round, Map<UnitCode, Evaluation.OfLevel> units, Map<UnitCode, List<Answer>> answers) {
        var into = new HashMap<UnitCode, Figures>();
        var said = new HashMap<UnitCode, Judgements>();
        units.forEach((unit, of) -> {
            into.put(unit, of.figures());
            said.put(unit, of.judgements());
            for (var answer : answers.getOrDefault(unit, List.of()))
                Judgement.own(answer).ifPresent(own -> of.judgements().put(unit, answer.point(), own));
        });
        figures.put(round, into);
        reviews.put(round, into, said);
    }
}
