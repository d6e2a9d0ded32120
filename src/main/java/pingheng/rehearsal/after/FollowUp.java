package pingheng.rehearsal.after;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.rectification.Item;
import pingheng.rectification.Letters;
import pingheng.rectification.Rectification;
import pingheng.rectification.Rectifications;
import pingheng.rectification.Rectifying;
import pingheng.rectification.State;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.value.number.Version;

/** Plays what follows a release: letters, measures, proofs, re-checks. Some are late, as they are. */
@Service
public class FollowUp {
    private static final String DOCUMENT = "粤教督函〔2020〕演练2号";
    private static final LocalDate EARLY = LocalDate.of(2021, 2, 10);
    private static final LocalDate LATE = LocalDate.of(2021, 3, 10);

    private final Letters letters;
    private final Rectifications rectifications;
    private final Rectifying rectifying;
    private final People people;
    private final Rounds rounds;
    private final Clock clock;

    FollowUp(
            Letters letters,
            Rectifications rectifications,
            Rectifying rectifying,
            People people,
            Rounds rounds,
            Clock clock) {
        this.letters = letters;
        this.rectifications = rectifications;
        this.rectifying = rectifying;
        this.people = people;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Issues the letter to every unit that has none; is refused before the result is in force. */
    @Transactional
    public void issue(HeldRound round, Visitor province) {
        boolean all = letters.issued(round).size() == rounds.units(round).size();
        if (!all) letters.issueAll(new RoundContext(province, round, clock.instant()), DOCUMENT);
    }

    /** The office of a unit plans a measure for each line that has none. */
    @Transactional
    public void plan(HeldRound round, Unit unit) {
        var office = office(unit);
        var of = rectifications.of(round, unit);
        if (office.isEmpty() || of.isEmpty()) return;
        var body = people.bodies(unit.code()).getFirst().id();
        for (var item : of.get().items())
            if (item.measure() == null) {
                var due = item.deficiency().number() % 2 == 1 ? EARLY : LATE;
                rectifying.plan(
                        asked(office.get(), round, unit),
                        item.deficiency().number(),
                        new Rectifying.MeasurePlan(Version.NONE, "对照评分细则逐项落实，补齐短板。", body, due));
            }
    }

    /** It hands in proofs for what is due early, but every fifth unit does not. */
    @Transactional
    public void prove(HeldRound round, Unit unit) {
        var office = office(unit);
        var of = rectifications.of(round, unit);
        if (office.isEmpty() || of.isEmpty() || Integer.parseInt(unit.code().text()) % 5 == 0) return;
        for (var item : of.get().items())
            if (early(office.get(), of.get(), item)) prove(round, unit, office.get(), item);
    }

    private void prove(HeldRound round, Unit unit, Visitor office, Item item) {
        rectifying.prove(asked(office, round, unit), item.deficiency().number(), "已按措施完成，情况属实。", null);
    }

    private static boolean early(Visitor office, Rectification of, Item item) {
        var measure = item.measure();
        return measure != null
                && measure.due().equals(EARLY)
                && item.state() == State.PLANNED
                && Rectifying.whyNotProve(office, of, item).isEmpty();
    }

    /** The province accepts what was handed in. */
    @Transactional
    public void check(HeldRound round, Unit unit, Visitor province) {
        rectifications.of(round, unit).ifPresent(of -> {
            for (var item : of.items())
                if (Rectifying.whyNotCheck(province, item).isEmpty())
                    rectifying.check(
                            asked(province, round, unit),
                            item.deficiency().number(),
                            new Rectifying.ProofReview(item.last().orElseThrow().id(), true, ""));
        });
    }

    private RequestContext asked(Visitor visitor, HeldRound round, Unit unit) {
        return new RequestContext(visitor, round, unit, clock.instant());
    }

    private Optional<Visitor> office(Unit unit) {
        return people.visitors(unit.code(), Role.OFFICE).stream().findFirst();
    }
}
