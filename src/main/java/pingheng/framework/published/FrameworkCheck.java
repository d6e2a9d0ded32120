package pingheng.framework.published;

import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.problem.Refused;
import pingheng.value.FrameworkId;

/** Every published framework: what its tables say has the digest under which it was published. */
@Service
class FrameworkCheck implements Check {
    private final FrameworkStore store;
    private final Frameworks frameworks;

    FrameworkCheck(FrameworkStore store, Frameworks frameworks) {
        this.store = store;
        this.frameworks = frameworks;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var id : store.all())
            mismatches.same(
                    Kind.SEALED, null, "framework %d digest".formatted(id.number()), digest(id), store.digest(id));
    }

    /** What cannot be read any more has none. */
    private String digest(FrameworkId id) {
        try {
            return frameworks.get(id).digest();
        } catch (Refused _) {
            return Mismatches.NONE;
        }
    }
}
