package pingheng.submission.pages;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pingheng.ledger.Ledger;
import pingheng.ledger.Sightings;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.round.pages.Where;
import pingheng.submission.fallen.FallenSignatures;
import pingheng.submission.figures.Reporting;

/** What a page of the self-evaluation shows beside it: who reports figures, which signatures fell, names of bodies and persons, what happened. */
@Component
record Beside(Reporting reporting, FallenSignatures fallen, People people, Ledger ledger, Sightings sightings) {
    /** Tells the ledger when somebody from outside the unit looks. */
    void sighted(Where where, String subject, String zh, String en) {
        sightings.sighted(where.visitor().actor(), where.unit().code(), subject, new Sentence(zh, en));
    }

    /** The names of those who hold posts of the unit, by sign-in name. */
    Map<String, String> names(Unit unit) {
        return people.names(unit.code());
    }

    /** The names of the unit's bodies, by number. */
    Map<Long, String> bodies(Unit unit) {
        return people.bodies(unit.code()).stream().collect(Collectors.toMap(Body::id, Body::name));
    }
}
