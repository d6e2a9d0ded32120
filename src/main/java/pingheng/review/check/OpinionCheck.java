package pingheng.review.check;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.duty.Duties;
import pingheng.ledger.Ledger;
import pingheng.ledger.NamedDigest;
import pingheng.people.People;
import pingheng.review.Confirmed;
import pingheng.review.Decided;
import pingheng.review.Review;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;

/**
 * Every opinion that was signed, also one that is void by now: its digest is that of what was decided then, and the ledger names it. Every
 * decision names a point as it was submitted.
 */
@Service
class OpinionCheck implements Check {
    private static final String NOTHING = "0".repeat(64);

    private final OpinionStore store;
    private final Rounds rounds;
    private final People people;
    private final Ledger ledger;

    OpinionCheck(OpinionStore store, Rounds rounds, People people, Ledger ledger) {
        this.store = store;
        this.rounds = rounds;
        this.people = people;
        this.ledger = ledger;
    }

    @Override
    public void run(Mismatches mismatches) {
        var named =
                ledger.named("review.signed").stream().map(NamedDigest::digest).collect(Collectors.toSet());
        for (var one : store.astray())
            mismatches.same(Kind.JUDGED, one.unit(), one.point(), one.row(), one.submitted(), one.named());
        for (var round : rounds.all())
            for (var opinion : store.opinions(round.id())) {
                var row = "opinion %d (%s %s)"
                        .formatted(opinion.id(), round.code(), opinion.layer().code());
                mismatches.same(Kind.JUDGED, opinion.unit(), row + " digest", digest(round, opinion), opinion.digest());
                mismatches.there(
                        Kind.JUDGED,
                        opinion.unit(),
                        null,
                        row + " ledger",
                        opinion.digest(),
                        named.contains(opinion.digest()));
            }
    }

    /**
     * Of the decisions in the order of the framework, and the figures in that of their keys. In the first format a decision counted that
     * was taken on an earlier text of its point, too.
     */
    private String digest(HeldRound round, OpinionStore.Signed opinion) {
        var unit = people.unit(opinion.unit()).orElseThrow();
        var decided = store.decisions(opinion).stream()
                .filter(then -> then.held() || opinion.format() == 1)
                .map(OpinionStore.Then::decided)
                .collect(Collectors.toMap(Decided::point, Function.identity()));
        return Review.digest(
                opinion.format(),
                round.code(),
                opinion.unit(),
                opinion.layer(),
                store.submission(opinion).orElse(NOTHING),
                Duties.owed(rounds.framework(round, unit)).stream()
                        .flatMap(point -> Stream.ofNullable(decided.get(point.code())))
                        .toList(),
                store.confirmed(opinion).stream()
                        .sorted(Comparator.comparing(Confirmed::key))
                        .toList());
    }
}
