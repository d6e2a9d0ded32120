package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No verb is handed the bare number of a row, or of several: each kind of row is named by a type of its own, so that none is taken for
 * another. A verb is a public method of a service that changes something.
 */
class BareIdsTest {
    private static final String VERB = "org.springframework.transaction.annotation.Transactional";

    @Test
    void noVerbIsHandedTheBareNumberOfARow() {
        assertThat(verbs(Code.house())).isGreaterThan(60);
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void oneThatIsIsSeen() {
        assertThat(breaches(Code.planted("""
                package planted;

                class Planted {
                    @org.springframework.transaction.annotation.Transactional
                    public void answer(long urging, String text) {}

                    @org.springframework.transaction.annotation.Transactional
                    public Long first(java.util.List<Long> urgings) {
                        return urgings.getFirst();
                    }
                }
                """))).containsExactly("planted.Planted.answer", "planted.Planted.first");
    }

    private static long verbs(JavaClasses code) {
        return code.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(BareIdsTest::isVerb)
                .count();
    }

    private static boolean isVerb(JavaMethod method) {
        return method.isAnnotatedWith(VERB) && method.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static Set<String> breaches(JavaClasses code) {
        var breaches = new TreeSet<String>();
        for (var type : code)
            for (var method : type.getMethods())
                if (isVerb(method) && bare(method)) breaches.add(type.getName() + "." + method.getName());
        return breaches;
    }

    private static boolean bare(JavaMethod method) {
        return method.getParameters().stream()
                        .flatMap(parameter -> parameter.getType().getAllInvolvedRawTypes().stream())
                        .anyMatch(type -> isNumber(type.getName()))
                || method.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(type -> isNumber(type.getName()));
    }

    private static boolean isNumber(String type) {
        return type.equals("long") || type.equals("java.lang.Long");
    }
}
