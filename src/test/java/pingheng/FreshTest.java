package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A verb on a self-evaluation is handed who asks, in which round and of which unit, and reads it itself inside the lock, before it judges:
 * what a page has read is never what a verb judges by, and nothing is read twice.
 */
class FreshTest {
    private static final String READ = "pingheng.submission.SelfEvaluation";
    private static final String CONTEXT = "pingheng.round.RequestContext";
    private static final String FRESH = "pingheng.submission.Fresh";
    private static final String VERB = "org.springframework.transaction.annotation.Transactional";

    @Test
    void everyVerbReadsInsideTheLock() {
        assertThat(verbs(Code.house())).hasSizeGreaterThan(15);
        assertThat(stale(Code.house())).isEmpty();
    }

    @Test
    void oneThatIsHandedWhatWasReadIsSeen() {
        var planted = Code.planted("""
                package pingheng.submission;

                class Planted {
                    @org.springframework.transaction.annotation.Transactional
                    public int points(pingheng.submission.SelfEvaluation seen) {
                        return seen.points().size();
                    }
                }
                """);
        assertThat(stale(planted))
                .containsExactly("pingheng.submission.Planted.points(pingheng.submission.SelfEvaluation)");
    }

    @Test
    void oneThatDoesNotReadInsideTheLockIsSeen() {
        var planted = Code.planted("""
                package pingheng.submission;

                class Planted {
                    @org.springframework.transaction.annotation.Transactional
                    public String save(pingheng.round.RequestContext context) {
                        return context.unit().name();
                    }
                }
                """);
        assertThat(stale(planted)).containsExactly("pingheng.submission.Planted.save(pingheng.round.RequestContext)");
    }

    private static List<String> stale(JavaClasses classes) {
        return verbs(classes).stream()
                .filter(verb -> takes(verb, READ) || !readsInside(verb))
                .map(JavaMethod::getFullName)
                .toList();
    }

    /** By itself, or because all it does is to call one that does. */
    private static boolean readsInside(JavaMethod verb) {
        return verb.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(FRESH)
                        || call.getTargetOwner().equals(verb.getOwner())
                                && call.getTarget().getName().equals(verb.getName()));
    }

    private static boolean takes(JavaMethod verb, String type) {
        return verb.getRawParameterTypes().stream()
                .anyMatch(taken -> taken.getName().equals(type));
    }

    private static List<JavaMethod> verbs(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getPackageName().startsWith("pingheng.submission"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(VERB))
                .filter(method -> takes(method, READ) || takes(method, CONTEXT))
                .toList();
    }
}
