package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No verb is handed who asks and in which round apart from each other: they come as one context, with when the request arrived. A verb is
 * a public method of a service that changes something; a rehearsal plays such verbs and hands them their contexts.
 */
class ContextTest {
    private static final String VERB = "org.springframework.transaction.annotation.Transactional";
    private static final String WHO = "pingheng.people.Visitor";
    private static final String ROUND = "pingheng.round.HeldRound";

    @Test
    void everyVerbOfARoundIsHandedItsContext() {
        assertThat(apart(Code.house())).isEmpty();
    }

    @Test
    void oneThatIsNotIsSeen() {
        assertThat(apart(Code.planted("""
                package planted;

                class Planted {
                    @org.springframework.transaction.annotation.Transactional
                    public void open(pingheng.people.Visitor visitor, pingheng.round.HeldRound round, String text) {}

                    @org.springframework.transaction.annotation.Transactional
                    public void close(pingheng.round.RoundContext context) {}
                }
                """))).containsExactly("planted.Planted.open");
    }

    private static Set<String> apart(JavaClasses code) {
        var apart = new TreeSet<String>();
        for (var type : code)
            for (var method : type.getMethods())
                if (isVerb(method) && takes(method, WHO) && takes(method, ROUND))
                    apart.add(type.getName() + "." + method.getName());
        return apart;
    }

    private static boolean isVerb(JavaMethod method) {
        return method.isAnnotatedWith(VERB)
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getOwner().getPackageName().startsWith("pingheng.rehearsal");
    }

    private static boolean takes(JavaMethod method, String type) {
        return method.getRawParameterTypes().stream()
                .anyMatch(taken -> taken.getName().equals(type));
    }
}
