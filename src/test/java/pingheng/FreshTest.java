package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A verb that is handed what a page has read of a self-evaluation reads it anew inside the lock, before it judges. */
class FreshTest {
    private static final String SEEN = "pingheng.submission.SelfEvaluation";
    private static final String FRESH = "pingheng.submission.Fresh";
    private static final String VERB = "org.springframework.transaction.annotation.Transactional";

    @Test
    void everyVerbReadsAnew() {
        assertThat(verbs(Code.house())).hasSizeGreaterThan(15);
        assertThat(stale(Code.house())).isEmpty();
    }

    @Test
    void theTestSeesOneThatDoesNot() {
        var planted = Code.planted("""
                package planted;

                class Planted {
                    @org.springframework.transaction.annotation.Transactional
                    public int points(pingheng.submission.SelfEvaluation seen) {
                        return seen.points().size();
                    }
                }
                """);
        assertThat(stale(planted)).containsExactly("planted.Planted.points(pingheng.submission.SelfEvaluation)");
    }

    private static List<String> stale(JavaClasses classes) {
        return verbs(classes).stream()
                .filter(verb -> !readsAnew(verb))
                .map(JavaMethod::getFullName)
                .toList();
    }

    /** By itself, or because all it does is to call one that does. */
    private static boolean readsAnew(JavaMethod verb) {
        return verb.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(FRESH)
                        || call.getTargetOwner().equals(verb.getOwner())
                                && call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> type.getName().equals(SEEN))
                                && call.getTarget().getName().equals(verb.getName()));
    }

    private static List<JavaMethod> verbs(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.getPackageName().startsWith("pingheng.rehearsal"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(VERB))
                .filter(method -> method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(SEEN)))
                .toList();
    }
}
