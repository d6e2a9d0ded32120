package pingheng.submission.pages;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pingheng.ledger.Chain;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.ledger.Sightings;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.submission.SubmissionStatus;
import pingheng.value.Login;

/** What happened in a unit and who did it, as its pages tell it; and that somebody from outside looked. */
@Component
class UnitHistory {
    private static final int ENTRIES = 50;

    private final People people;
    private final Ledger ledger;
    private final Sightings sightings;

    UnitHistory(People people, Ledger ledger, Sightings sightings) {
        this.people = people;
        this.ledger = ledger;
        this.sightings = sightings;
    }

    /** Tells the ledger when somebody from outside the unit looks. */
    void sighted(RequestContext context, String subject, String zh, String en) {
        context.looks(sightings, subject, zh, en);
    }

    /** The last entries of the ledger about something of the unit that the visitor may read, the newest first. */
    List<Entry> about(RequestContext context, String subject) {
        return ledger.about(
                new HashSet<>(List.of(Chain.of(context.unit().code()), context.chain())),
                subject,
                ENTRIES,
                context.user().unit());
    }

    /** The entry that names the digest of a submission: submissions of one number there are in every round. */
    Entry arrival(RequestContext context, SubmissionStatus.Submission submission) {
        return ledger.naming(Chain.of(context.unit().code()), SubmissionStatus.Submission.VERB, submission.digest())
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** The names of those who hold posts of the unit, by sign-in name. */
    Map<Login, String> names(Unit unit) {
        return people.names(unit.code());
    }

    /** The unit's bodies. */
    List<Body> bodies(Unit unit) {
        return people.bodies(unit.code());
    }
}
