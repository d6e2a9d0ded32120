package pingheng.rectification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.ledger.ChainHead;
import pingheng.people.Unit;
import pingheng.round.HeldRound;

/**
 * An opinion letter 意见书: the document, what it says, its problem list, the end of the round's chain at the release, and the digest of all
 * that. Letters of releases from before rounds had chains name no end.
 */
public record Letter(
        String document,
        String text,
        String digest,
        String name,
        Instant at,
        List<Deficiency> deficiencies,
        @Nullable ChainHead head) {
    /** What a letter will say when it is issued. */
    public record Draft(String text, List<Deficiency> deficiencies) {
        String digest(HeldRound round, Unit unit, String document, @Nullable ChainHead head) {
            var content = new Canonical()
                    .line("pingheng-letter", head == null ? 1 : 2)
                    .line("round", round.code())
                    .line("unit", unit.code())
                    .line("document", document)
                    .line("text", text);
            for (var one : deficiencies) content.line("deficiency", one.number(), one.point(), one.text());
            if (head != null) content.line("head", head.text());
            return content.digest();
        }
    }
}
