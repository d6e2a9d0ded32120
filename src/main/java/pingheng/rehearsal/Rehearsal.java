package pingheng.rehearsal;

import java.nio.file.Path;
import org.springframework.stereotype.Service;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;

/** A rehearsal: opened once, with one county under way for its visitors to carry on. */
@Service
public class Rehearsal {
    private final Opening opening;
    private final Play play;
    private final Rounds rounds;
    private final People people;

    Rehearsal(Opening opening, Play play, Rounds rounds, People people) {
        this.opening = opening;
        this.play = play;
        this.rounds = rounds;
        this.people = people;
    }

    /** Opens it on the folder of a province and plays its county half-way; does nothing when it is open. */
    public void begin(Path province) {
        if (!rounds.all().isEmpty()) return;
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

    private HeldRound round() {
        return rounds.all().getFirst();
    }

    private Unit county() {
        return people.unit(Opening.COUNTY).orElseThrow();
    }
}
