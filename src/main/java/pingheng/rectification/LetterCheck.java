package pingheng.rectification;

import java.util.Set;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.files.Vault;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.ledger.NamedDigest;
import pingheng.people.People;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.value.UnitCode;

/** Every opinion letter: its digest is that of what it says, and the ledger names it; every proof has its bytes. */
@Service
class LetterCheck implements Check {
    private final LetterStore letters;
    private final RectificationStore lines;
    private final Rounds rounds;
    private final People people;
    private final Ledger ledger;
    private final Vault vault;

    LetterCheck(
            LetterStore letters, RectificationStore lines, Rounds rounds, People people, Ledger ledger, Vault vault) {
        this.letters = letters;
        this.lines = lines;
        this.rounds = rounds;
        this.people = people;
        this.ledger = ledger;
        this.vault = vault;
    }

    @Override
    public void run(Mismatches mismatches) {
        var named = ledger.named("rectification.issued");
        for (var round : rounds.all())
            for (var unit : letters.issued(round.id())) letter(round, unit, named, mismatches);
        for (var file : lines.proofFiles())
            mismatches.same(
                    Kind.FILE,
                    file.unit(),
                    "proof %d sha256".formatted(file.proof()),
                    file.sha256(),
                    vault.digest(file.sha256()).orElse(Mismatches.NONE));
    }

    private void letter(HeldRound round, UnitCode code, Set<NamedDigest> named, Mismatches mismatches) {
        var unit = people.unit(code).orElseThrow();
        var letter = letters.letter(round.id(), code).orElseThrow();
        var row = "opinion_letter %s ".formatted(round.code());
        var draft = new Letter.Draft(letter.text(), letter.deficiencies());
        mismatches.same(
                Kind.RELEASED,
                code,
                row + "digest",
                draft.digest(round, unit, letter.document(), letter.head()),
                letter.digest());
        mismatches.there(
                Kind.RELEASED,
                code,
                null,
                row + "ledger",
                letter.digest(),
                named.contains(new NamedDigest(Chain.of(code), letter.digest())));
    }
}
