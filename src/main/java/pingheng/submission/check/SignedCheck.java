package pingheng.submission.check;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.files.Vault;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.ledger.NamedDigest;
import pingheng.submission.SignOff.Step;

/** Every signature names a digest that its ledger entry names too, over the text that was kept for it; every scan has its bytes. */
@Service
class SignedCheck implements Check {
    private final SealedStore store;
    private final Ledger ledger;
    private final Vault vault;

    SignedCheck(SealedStore store, Ledger ledger, Vault vault) {
        this.store = store;
        this.ledger = ledger;
        this.vault = vault;
    }

    @Override
    public void run(Mismatches mismatches) {
        var named = new EnumMap<Step, Set<NamedDigest>>(Step.class);
        for (var step : Step.values()) named.put(step, ledger.named("submission." + step.code()));
        for (var signed : store.signed()) signature(signed, named, mismatches);
        for (var scan : store.scans())
            mismatches.same(
                    Kind.FILE,
                    scan.unit(),
                    scan.row(),
                    scan.sha256(),
                    vault.digest(scan.sha256()).orElse(Mismatches.NONE));
    }

    /** Before texts were kept there is none; a text that is there must be the one that was signed. */
    private static void signature(SealedStore.Signed signed, Map<Step, Set<NamedDigest>> named, Mismatches mismatches) {
        var signature = signed.signature();
        var point = signature.point();
        var row = "sign_off " + signed.id();
        mismatches.there(
                Kind.SEALED,
                signature.unit(),
                point,
                row + " ledger",
                signature.digest(),
                named.getOrDefault(signature.step(), Set.of())
                        .contains(new NamedDigest(Chain.of(signature.unit()), signature.digest())));
        if (signed.content() != null)
            mismatches.same(
                    Kind.SEALED,
                    signature.unit(),
                    point,
                    row + " signed_content",
                    signature.digest(),
                    signed.content());
    }
}
