package pingheng.submission.check;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.ledger.Chain;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.round.Rounds;
import pingheng.value.RoundCode;

/**
 * Holds a receipt against what is stored. Its digests cover what was submitted, its entry the whole chain of the unit up to there, also
 * where somebody has made all of that anew.
 */
@Service
public class ReceiptCheck {
    private final SealedStore store;
    private final Rounds rounds;
    private final Ledger ledger;

    ReceiptCheck(SealedStore store, Rounds rounds, Ledger ledger) {
        this.store = store;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    /** Names what differs; the key by which the data is sealed is null where none is known. */
    public void compare(Receipt receipt, @Nullable String sealKey, Mismatches mismatches) {
        var round = rounds.all().stream()
                .filter(one -> receipt.isOf(one.code().text(), one.settings().title()))
                .map(one -> one.code())
                .findFirst()
                .orElse(null);
        submission(receipt, round, mismatches);
        var entry = receipt.entry();
        if (entry != null) entry(receipt, entry, mismatches);
        if (receipt.sealKey() != null && sealKey != null)
            mismatches.same(Kind.RECEIPT, receipt.unit(), "seal_key", receipt.sealKey(), sealKey);
    }

    private void submission(Receipt receipt, @Nullable RoundCode round, Mismatches mismatches) {
        var there = round == null ? null : store.submission(round, receipt.unit(), receipt.number());
        var row = "submission %s/%d ".formatted(round == null ? "" : round, receipt.number());
        mismatches.same(
                Kind.RECEIPT,
                receipt.unit(),
                row + "D1",
                receipt.d1(),
                there == null ? Mismatches.NONE : there.freeze().digest());
        mismatches.same(
                Kind.RECEIPT,
                receipt.unit(),
                row + "D2",
                receipt.d2(),
                there == null ? Mismatches.NONE : there.digest());
    }

    private void entry(Receipt receipt, Receipt.Entry entry, Mismatches mismatches) {
        var row = "ledger_entry %s#%d ".formatted(receipt.unit(), entry.number());
        var there = ledger.entry(Chain.of(receipt.unit()), entry.number());
        mismatches.same(
                Kind.RECEIPT,
                receipt.unit(),
                row + "hash",
                entry.hash(),
                there.map(Entry::hash).orElse(Mismatches.NONE));
        mismatches.there(
                Kind.RECEIPT,
                receipt.unit(),
                null,
                row + "D2",
                receipt.d2(),
                there.map(one -> one.told().zh().contains(receipt.d2())).orElse(false));
    }
}
