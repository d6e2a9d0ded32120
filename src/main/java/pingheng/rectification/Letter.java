package pingheng.rectification;

import java.time.Instant;
import java.util.List;
import pingheng.digest.Canonical;
import pingheng.people.Unit;
import pingheng.round.HeldRound;

/** An opinion letter 意见书: the document, what it says, its problem list, and the digest of all that. */
public record Letter(
        String document, String text, String digest, String name, Instant at, List<Deficiency> deficiencies) {
    /** What a letter will say when it is issued. */
    public record Draft(String text, List<Deficiency> deficiencies) {
        String digest(HeldRound round, Unit unit, String document) {
            var content = new Canonical()
                    .line("pingheng-letter", 1)
                    .line("round", round.code())
                    .line("unit", unit.code())
                    .line("document", document)
                    .line("text", text);
            for (var one : deficiencies) content.line("deficiency", one.number(), one.point(), one.text());
            return content.digest();
        }
    }
}
