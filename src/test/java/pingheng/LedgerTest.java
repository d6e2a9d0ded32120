package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every verb leaves an entry in the ledger, in its transaction. A verb is a public method of a service that opens a transaction in which
 * something changes; what runs in the transaction of another (mandatory) is a part of that one's verb. It leaves an entry when it comes
 * to {@code Ledger.record} by calls within its module, or by the verb of another module that does.
 */
class LedgerTest {
    private static final String RECORD = "pingheng.ledger.Ledger.record";

    /** The verbs that leave none, each with its reason. */
    private static final Map<String, String> WITHOUT = Map.of(
            "submission.Answers.save",
            "a draft saved while it is typed: each is a version, and the sign-off names the digest of the one that is signed",
            "people.setup.Setup.link",
            "while there is no account there is no unit in whose chain it could stand; the one who opens by it is recorded",
            "people.account.Accounts.cast",
            "lists a person of the rehearsal on its page of sign-in; in earnest nobody is listed",
            "rehearsal.Opening.people",
            "makes the synthetic province before anybody acts in it",
            "rehearsal.Reviewers.staff",
            "makes the synthetic reviewers before they act",
            "round.RehearsalClock.start",
            "sets the clock of a new rehearsal, before there is a unit",
            "round.RehearsalClock.advance",
            "the clock of a rehearsal goes on to an act that is played; who moves it by hand is recorded");

    @Test
    void everyVerbLeavesAnEntry() {
        assertThat(verbs(Code.house())).hasSizeGreaterThan(60);
        assertThat(silent(Code.house()))
                .as("verbs without an entry; one that has its entry is not excused")
                .isEqualTo(WITHOUT.keySet().stream().map("pingheng."::concat).collect(Collectors.toSet()));
    }

    @Test
    void oneThatLeavesNoneIsSeen() {
        assertThat(silent(Code.planted("""
                package pingheng.planted;

                import java.util.List;
                import org.springframework.transaction.annotation.Propagation;
                import org.springframework.transaction.annotation.Transactional;
                import pingheng.ledger.Actor;
                import pingheng.ledger.Ledger;
                import pingheng.other.Also;
                import pingheng.problem.Sentence;
                import pingheng.value.UnitCode;

                class Planted {
                    private final Ledger ledger;
                    private final Also also;

                    Planted(Ledger ledger, Also also) {
                        this.ledger = ledger;
                        this.also = also;
                    }

                    @Transactional
                    public void told(List<UnitCode> units) {
                        units.forEach(this::tell);
                    }

                    @Transactional
                    public void toldByAnother(UnitCode unit) {
                        also.told(unit);
                    }

                    @Transactional
                    public void silent(UnitCode unit) {
                        also.part(unit);
                        ledger.newest();
                    }

                    @Transactional(readOnly = true)
                    public void reads() {}

                    private void tell(UnitCode unit) {
                        ledger.record(Actor.SYSTEM, unit, "", "", new Sentence("", ""));
                    }
                }
                """, """
                package pingheng.other;

                import org.springframework.transaction.annotation.Propagation;
                import org.springframework.transaction.annotation.Transactional;
                import pingheng.ledger.Actor;
                import pingheng.ledger.Ledger;
                import pingheng.problem.Sentence;
                import pingheng.value.UnitCode;

                public class Also {
                    private final Ledger ledger;

                    Also(Ledger ledger) {
                        this.ledger = ledger;
                    }

                    @Transactional
                    public void told(UnitCode unit) {
                        ledger.record(Actor.SYSTEM, unit, "", "", new Sentence("", ""));
                    }

                    @Transactional(propagation = Propagation.MANDATORY)
                    public void part(UnitCode unit) {}

                    @Transactional
                    public void looksAlone(UnitCode unit) {}
                }
                """)))
                .containsExactly("pingheng.other.Also.looksAlone", "pingheng.planted.Planted.silent");
    }

    private static Set<String> silent(JavaClasses code) {
        return verbs(code).stream()
                .filter(verb -> !records(verb))
                .map(LedgerTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<JavaMethod> verbs(JavaClasses code) {
        return code.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(LedgerTest::isVerb)
                .collect(Collectors.toSet());
    }

    private static boolean isVerb(JavaMethod method) {
        if (!method.isAnnotatedWith(Transactional.class)
                || !method.getModifiers().contains(JavaModifier.PUBLIC)) return false;
        var how = method.getAnnotationOfType(Transactional.class);
        return !how.readOnly() && how.propagation() != Propagation.MANDATORY;
    }

    private static boolean records(JavaMethod verb) {
        var seen = new HashSet<JavaCodeUnit>();
        var open = new ArrayDeque<JavaCodeUnit>(Set.of(verb));
        while (!open.isEmpty()) {
            var at = open.remove();
            if (!seen.add(at)) continue;
            if (called(at).anyMatch(name -> name.equals(RECORD))) return true;
            at.getAccessesFromSelf().stream()
                    .flatMap(access -> access.getTarget().resolveMember().stream())
                    .filter(next -> next instanceof JavaCodeUnit)
                    .map(JavaCodeUnit.class::cast)
                    .filter(next -> module(next).equals(module(at)) || next instanceof JavaMethod m && isVerb(m))
                    .forEach(open::add);
        }
        return false;
    }

    private static Stream<String> called(JavaCodeUnit from) {
        return from.getAccessesFromSelf().stream()
                .map(call ->
                        call.getTargetOwner().getName() + "." + call.getTarget().getName());
    }

    private static String module(JavaCodeUnit unit) {
        return unit.getOwner().getPackageName().replaceAll("^(pingheng\\.[^.]+).*", "$1");
    }

    private static String name(JavaMethod verb) {
        return verb.getOwner().getName() + "." + verb.getName();
    }
}
