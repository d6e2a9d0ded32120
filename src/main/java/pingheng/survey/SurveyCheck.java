package pingheng.survey;

import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.ledger.Ledger;
import pingheng.ledger.NamedDigest;
import pingheng.round.Rounds;

/** Every import of survey results: its digest is that of its rows, and the ledger names it. */
@Service
class SurveyCheck implements Check {
    private final SurveyStore store;
    private final Rounds rounds;
    private final Ledger ledger;

    SurveyCheck(SurveyStore store, Rounds rounds, Ledger ledger) {
        this.store = store;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    @Override
    public void run(Mismatches mismatches) {
        var named = ledger.named("survey.imported").stream()
                .map(NamedDigest::digest)
                .collect(Collectors.toSet());
        for (var round : rounds.all())
            for (var taken : store.imports(round.id())) {
                var row = "survey_import %s/%d ".formatted(round.code(), taken.number());
                mismatches.same(
                        Kind.JUDGED,
                        null,
                        row + "digest",
                        SurveyResults.digest(round, store.counts(round.id(), taken.number())),
                        taken.digest());
                mismatches.there(
                        Kind.JUDGED, null, null, row + "ledger", taken.digest(), named.contains(taken.digest()));
            }
    }
}
