package pingheng.deliberation.check;

import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Minutes;
import pingheng.digest.Sha256;
import pingheng.ledger.Ledger;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;

/** The minutes of every closed session: their digest, that the ledger names it, and that they say what the marks and members say. */
@Service
class MinutesCheck implements Check {
    private final Deliberations deliberations;
    private final Rounds rounds;
    private final Ledger ledger;

    MinutesCheck(Deliberations deliberations, Rounds rounds, Ledger ledger) {
        this.deliberations = deliberations;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var round : rounds.all())
            deliberations.session(round).ifPresent(session -> {
                var minutes = session.minutes();
                if (minutes != null) minutes(round, minutes, mismatches);
            });
    }

    private void minutes(HeldRound round, Minutes minutes, Mismatches mismatches) {
        var row = "deliberation_minutes %s ".formatted(round.code());
        mismatches.same(Kind.JUDGED, null, row + "digest", Sha256.of(minutes.text()), minutes.digest());
        mismatches.there(
                Kind.JUDGED,
                null,
                null,
                row + "ledger",
                minutes.digest(),
                ledger.named("deliberation.closed").stream()
                        .anyMatch(named -> named.digest().equals(minutes.digest())));
        deliberations
                .writtenAnew(round)
                .ifPresent(anew -> mismatches.sameText(
                        Kind.JUDGED, null, null, row + "text", said(anew.text()), said(minutes.text())));
    }

    /** Without the lines that name who opened and closed the session: a person may be called otherwise since. */
    private static String said(String text) {
        return text.lines()
                .map(line -> line.startsWith("开始\t") || line.startsWith("结束\t") ? "" : line)
                .collect(Collectors.joining("\n"));
    }
}
