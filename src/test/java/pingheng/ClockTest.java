package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Time and chance come from outside: a clock and a seed are handed in, so that a result can be had again. */
class ClockTest {
    /** Whatever they are given: there is no good way to call them. */
    private static final Set<String> NEVER = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.Calendar.getInstance",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault");

    /** Only the call without arguments is bare: with a date or a seed it is fine. */
    private static final Set<String> NEVER_BARE = Set.of(
            "java.util.Date.<init>",
            "java.util.GregorianCalendar.<init>",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.util.random.RandomGeneratorFactory.create");

    private static final String ENTRANCE = "pingheng.commands";

    @Test
    void timeAndChanceAreHandedIn() {
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void aBareNowIsSeen() {
        assertThat(breaches(body("java.time.Instant.now();"))).containsExactly("Planted calls Instant.now");
        assertThat(breaches(body("java.time.LocalDate.now();"))).hasSize(1);
        assertThat(breaches(body("java.time.ZonedDateTime.now(java.time.ZoneId.of(\"Z\"));")))
                .hasSize(1);
    }

    @Test
    void aNowHandedOverUncalledIsSeen() {
        assertThat(breaches(body("java.util.function.Supplier<Object> later = java.time.Instant::now;")))
                .hasSize(1);
        assertThat(breaches(body("Runnable later = () -> java.time.Instant.now();")))
                .hasSize(1);
    }

    @Test
    void aNowOfAClockIsFine() {
        assertThat(breaches(body("java.time.Instant.now(java.time.Clock.fixed(null, null));")))
                .isEmpty();
    }

    @Test
    void theClockOfTheMachineIsStartedAtTheEntranceOnly() {
        var started = "class Planted { Object clock = java.time.Clock.systemUTC(); }";

        assertThat(breaches(Code.planted("package pingheng.round; " + started))).hasSize(1);
        assertThat(breaches(Code.planted("package pingheng.commands; " + started)))
                .isEmpty();
    }

    @Test
    void theOldWaysToAskTheTimeAreSeen() {
        assertThat(breaches(body("System.currentTimeMillis();"))).hasSize(1);
        assertThat(breaches(body("new java.util.Date();"))).hasSize(1);
        assertThat(breaches(body("new java.util.Date(0);"))).isEmpty();
        assertThat(breaches(body("java.util.Calendar.getInstance();"))).hasSize(1);
    }

    @Test
    void chanceWithoutASeedIsSeen() {
        assertThat(breaches(body("new java.util.Random();"))).hasSize(1);
        assertThat(breaches(body("new java.util.Random(7);"))).isEmpty();
        assertThat(breaches(body("Math.random();"))).hasSize(1);
        assertThat(breaches(body("java.util.UUID.randomUUID();"))).hasSize(1);
        assertThat(breaches(body("java.util.Collections.shuffle(new java.util.ArrayList<>());")))
                .hasSize(1);
    }

    private static JavaClasses body(String statement) {
        return Code.planted("package pingheng.round; class Planted { void asks() { " + statement + " } }");
    }

    private static List<String> breaches(JavaClasses code) {
        return code.stream().flatMap(ClockTest::breaches).distinct().sorted().toList();
    }

    private static Stream<String> breaches(JavaClass type) {
        return Stream.concat(type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .map(access -> access.getTarget())
                .filter(target -> bare(target, type.getPackageName().startsWith(ENTRANCE)))
                .map(target ->
                        type.getSimpleName() + " calls " + target.getOwner().getSimpleName() + "." + target.getName());
    }

    private static boolean bare(CodeUnitAccessTarget target, boolean entrance) {
        var owner = target.getOwner().getName();
        var call = owner + "." + target.getName();
        var given = target.getRawParameterTypes();
        if (NEVER.contains(call)) return true;
        if (NEVER_BARE.contains(call)) return given.isEmpty();
        if (call.equals("java.util.Collections.shuffle")) return given.size() == 1;
        if (call.startsWith("java.time.Clock.system") || call.startsWith("java.time.Clock.tick")) return !entrance;
        return owner.startsWith("java.time.")
                && target.getName().equals("now")
                && given.stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
    }
}
