package pingheng.rehearsal;

import java.nio.file.Path;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus;
import pingheng.value.Login;

/** A rehearsal: opened once, with one county under way for its visitors to carry on. */
@Service
public class Rehearsal {
    private final Opening opening;
    private final Play play;
    private final Rounds rounds;
    private final People people;
    private final SelfEvaluations selfEvaluations;
    private final Sealing sealing;

    Rehearsal(
            Opening opening,
            Play play,
            Rounds rounds,
            People people,
            SelfEvaluations selfEvaluations,
            Sealing sealing) {
        this.opening = opening;
        this.play = play;
        this.rounds = rounds;
        this.people = people;
        this.selfEvaluations = selfEvaluations;
        this.sealing = sealing;
    }

    /** Opens it on the folder of a province and plays its county half-way; does nothing when it is open. */
    public void begin(Path province) {
        if (rounds.all().stream().anyMatch(round -> round.code().equals(Opening.ROUND))) return;
        opening.open(province);
        playHalf(province);
    }

    /** From posts and dates alone to half-way. */
    public void playHalf(Path province) {
        opening.assign(round());
        play.begin(province, round(), county());
    }

    /** Opens it with posts and dates alone: no table, no draft. */
    public void open(Path province) {
        opening.open(province);
    }

    /** Plays whatever the departments of the county still owe. */
    public void finish(Path province) {
        play.finish(province, round(), county());
    }

    /** As below, in the round that is rehearsed. */
    @Transactional
    public void carry(Path province) {
        carry(round(), province);
    }

    /** Carries the county of the visitors to its submission, from wherever it is; does nothing when it has submitted. */
    @Transactional
    public void carry(HeldRound round, Path province) {
        if (selfEvaluations.standing(round, county()).next() > 1) return;
        if (selfEvaluations.standing(round, county()) instanceof SubmissionStatus.Drafting)
            play.finish(province, round, county());
        sealing.seal(
                opening.visitor(new Login("office")),
                opening.visitor(new Login("deputy")),
                selfEvaluations.of(round, county()));
    }

    private HeldRound round() {
        return rounds.get(Opening.ROUND);
    }

    private Unit county() {
        return people.unit(Opening.COUNTY).orElseThrow();
    }
}
