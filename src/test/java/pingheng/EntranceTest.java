package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is typed into a form comes in through one entrance, which folds it and refuses what nothing can keep: no page reads a field of a
 * form out of the request itself, past that. What stands between (who sent it, what comes back to its writer) reads it as it was sent.
 */
class EntranceTest {
    private static final List<String> BETWEEN = List.of("pingheng.page", "pingheng.people.acts");

    @Test
    void noPageReadsAFieldPastTheEntrance() {
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void aFieldThatIsReadPastTheEntranceIsSeen() {
        for (var way : List.of("getParameter(\"text\")", "getParameterValues(\"text\")", "getParameterMap()")) {
            var planted = Code.planted("""
                    package pingheng.duty.pages;
                    class Planted {
                        Object read(jakarta.servlet.http.HttpServletRequest form) { return form.%s; }
                    }
                    """.formatted(way));
            assertThat(breaches(planted)).containsExactly("pingheng.duty.pages.Planted");
        }
    }

    private static List<String> breaches(JavaClasses code) {
        return code.stream()
                .filter(type -> type.getPackageName().startsWith("pingheng"))
                .filter(type -> BETWEEN.stream().noneMatch(type.getPackageName()::startsWith))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTarget().getName().startsWith("getParameter")
                                && call.getTargetOwner().getName().startsWith("jakarta.servlet.")))
                .map(type -> Code.file(type))
                .distinct()
                .sorted()
                .toList();
    }
}
