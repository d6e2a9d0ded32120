package pingheng.evidence;

import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch;
import pingheng.check.Mismatches;
import pingheng.files.Vault;

/** The bytes of every document are those that its row names. */
@Service
class EvidenceCheck implements Check {
    private final EvidenceStore store;
    private final Vault vault;

    EvidenceCheck(EvidenceStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var document : store.all())
            mismatches.same(
                    Mismatch.Kind.FILE,
                    document.unit(),
                    "evidence " + document.id().number() + " sha256",
                    document.sha256(),
                    vault.digest(document.sha256()).orElse(Mismatches.NONE));
    }
}
