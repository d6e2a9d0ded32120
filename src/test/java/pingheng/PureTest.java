package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arithmetic knows neither a framework nor the world outside, nor does anything of ours that it knows. */
class PureTest {
    private static final List<String> PURE =
            List.of("pingheng.framework.rule", "pingheng.framework.formula", "pingheng.result.arithmetic");

    private static final List<String> OUTSIDE =
            List.of("org.springframework.", "java.sql.", "javax.sql.", "java.io.", "java.nio.file.", "java.net.");

    @Test
    void theArithmeticKnowsNoWorldOutside() {
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void aFileReadInAFormulaIsSeen() {
        var planted = Code.planted("""
                package pingheng.framework.formula;
                class Planted { Object read() throws Exception { return java.nio.file.Files.readString(null); } }
                """);

        assertThat(breaches(planted)).contains("pingheng.framework.formula.Planted knows java.nio.file.Files");
    }

    @Test
    void eachPurePackageIsLookedAtAndEachOutsideSeen() {
        for (var pure : PURE)
            for (var outside : List.of("java.sql.Connection", "javax.sql.DataSource", "java.io.File", "java.net.URI"))
                assertThat(breaches(Code.planted("package " + pure + "; class Planted { " + outside + " it; }")))
                        .containsExactly(pure + ".Planted knows " + outside);
    }

    @Test
    void springIsSeenEvenWhereItIsNotOnTheClassPath() {
        var planted = Code.planted(
                "package org.springframework.stereotype; public class Service {}",
                "package pingheng.result.arithmetic.inner; class Planted extends org.springframework.stereotype.Service {}");

        assertThat(breaches(planted))
                .containsExactly(
                        "pingheng.result.arithmetic.inner.Planted knows org.springframework.stereotype.Service");
    }

    @Test
    void theWorldBehindAFileOfOursIsSeen() {
        var planted = Code.planted(
                "package pingheng.framework.rule; class Planted { pingheng.people.Door door; }",
                "package pingheng.people; public class Door { java.net.Socket out; }");

        assertThat(breaches(planted)).containsExactly("pingheng.people.Door knows java.net.Socket");
    }

    @Test
    void otherPackagesMayKnowTheWorld() {
        assertThat(breaches(Code.planted("package pingheng.sheet; class Planted { java.io.File file; }")))
                .isEmpty();
    }

    private static Set<String> breaches(JavaClasses code) {
        var next = new ArrayDeque<JavaClass>();
        code.stream().filter(type -> pure(type.getPackageName())).forEach(next::add);

        var seen = new HashSet<>(next);
        var breaches = new TreeSet<String>();
        while (!next.isEmpty()) {
            var type = next.remove();
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType();
                if (OUTSIDE.stream().anyMatch(target.getName()::startsWith))
                    breaches.add(Code.file(type) + " knows " + target.getName());
                if (target.getPackageName().startsWith("pingheng") && seen.add(target)) next.add(target);
            }
        }
        return breaches;
    }

    private static boolean pure(String name) {
        return PURE.stream().anyMatch(pure -> name.equals(pure) || name.startsWith(pure + "."));
    }
}
