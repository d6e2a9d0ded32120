package pingheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModulesTest {
    private static final Drawing SMALL = Drawing.of("""

            ```floors
             2  framework -> round · round     what is measured · when
             0  problem · sheet
            ```
            """);

    @Test
    void importsOnlyPointDownOrAlongADrawnArrow() throws IOException {
        assertThat(breaches(Code.house(), Drawing.ofTheHouse())).isEmpty();
    }

    @Test
    void everyModuleOfTheCodeIsDrawn() throws IOException {
        assertThat(Drawing.ofTheHouse().modules().keySet()).containsAll(modules(Code.house()));
    }

    @Test
    void everyModuleDrawnIsInTheCode() throws IOException {
        assertThat(modules(Code.house()))
                .containsAll(Drawing.ofTheHouse().modules().keySet());
    }

    @Test
    void anImportOfAHigherFloorIsSeen() {
        var planted = Code.planted(
                "package pingheng.problem; class Low { pingheng.framework.High high; }",
                "package pingheng.framework; public class High {}");

        assertThat(breaches(planted, SMALL))
                .containsExactly("pingheng.problem.Low imports pingheng.framework.High:"
                        + " framework stands on floor 2, above problem on floor 0");
    }

    @Test
    void aCallAloneIsAnImportToo() {
        var planted = Code.planted(
                "package pingheng.problem; class Low { int asked() { return pingheng.framework.inner.High.height(); } }",
                "package pingheng.framework.inner; public class High { public static int height() { return 2; } }");

        assertThat(breaches(planted, SMALL)).hasSize(1);
    }

    @Test
    void anImportOfASiblingNeedsAnArrow() {
        var planted = Code.planted(
                "package pingheng.problem; class Left { pingheng.sheet.Right right; }",
                "package pingheng.sheet; public class Right {}");

        assertThat(breaches(planted, SMALL))
                .containsExactly("pingheng.problem.Left imports pingheng.sheet.Right:"
                        + " sheet is a sibling of problem and no arrow is drawn");
    }

    @Test
    void anImportAlongAnArrowOrDownIsFine() {
        var planted = Code.planted(
                "package pingheng.framework; class Left { pingheng.round.Right right; pingheng.sheet.Low low; }",
                "package pingheng.round; public class Right {}",
                "package pingheng.sheet; public class Low {}");

        assertThat(breaches(planted, SMALL)).isEmpty();
    }

    @Test
    void anImportAgainstAnArrowIsSeen() {
        var planted = Code.planted(
                "package pingheng.round; class Right { pingheng.framework.Left left; }",
                "package pingheng.framework; public class Left {}");

        assertThat(breaches(planted, SMALL)).hasSize(1);
    }

    @Test
    void aModuleThatIsNotDrawnIsSeen() {
        var planted = Code.planted("package pingheng.attic; class Forgotten {}");

        assertThat(SMALL.modules().keySet()).doesNotContainAnyElementsOf(modules(planted));
    }

    @Test
    void aModuleDrawnButNotBuiltIsSeen() {
        var planted = Code.planted("package pingheng.problem.inner; class Low {}");

        assertThat(SMALL.modules().keySet()).contains("sheet");
        assertThat(modules(planted)).containsExactly("problem");
    }

    @Test
    void aClassOutsideEveryModuleIsSeen() {
        var planted = Code.planted("package pingheng; class Homeless {}");

        assertThat(SMALL.modules().keySet()).doesNotContainAnyElementsOf(modules(planted));
    }

    @Test
    void aDrawingThatCannotBeReadIsRefused() {
        for (var floors : List.of(
                "framework", " 2  a -> c · b", " 2  b · a -> b", " 2  a · a", " 2  a b", " 2  a -> b -> c · b · c"))
            assertThatThrownBy(() -> Drawing.of("\n```floors\n" + floors + "\n```\n"))
                    .as(floors)
                    .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> modules(JavaClasses code) {
        return code.stream().map(ModulesTest::module).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> breaches(JavaClasses code, Drawing drawing) {
        return code.stream()
                .flatMap(type -> breaches(type, drawing))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> breaches(JavaClass type, Drawing drawing) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith("pingheng"))
                .flatMap(target -> drawing.whyNot(module(type), module(target)).stream()
                        .map(why -> Code.file(type) + " imports " + Code.file(target) + ": " + why));
    }

    /** The first package below the root; the class itself when it stands in the root. */
    private static String module(JavaClass type) {
        return Code.file(type).split("\\.")[1];
    }
}
