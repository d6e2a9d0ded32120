package pingheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class FilesTest {
    @Test
    void noFilesNameEachOtherInACircle() {
        check(Code.house());
    }

    @Test
    void aCircleOfThreeFilesIsSeen() {
        var planted = Code.planted(
                "package pingheng.problem; class One { Two next; }",
                "package pingheng.problem; class Two { Three next; }",
                "package pingheng.problem; class Three { Object next() { return new One(); } }");

        assertThatThrownBy(() -> check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void aCircleThroughANestedClassIsSeen() {
        var planted = Code.planted(
                "package pingheng.problem; class One { static class Inner { Two next; } }",
                "package pingheng.problem; class Two { One.Inner next; }");

        assertThatThrownBy(() -> check(planted)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aCircleInsideOneFileIsNone() {
        var planted =
                Code.planted("package pingheng.problem; class One { Inner inner; static class Inner { One outer; } }");

        check(planted);
        assertThat(planted).hasSize(2);
    }

    private static void check(JavaClasses code) {
        SlicesRuleDefinition.slices()
                .assignedFrom(new ByFile())
                .should()
                .beFreeOfCycles()
                .check(code);
    }

    private static class ByFile implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(Code.file(type));
        }

        @Override
        public String getDescription() {
            return "one slice per file";
        }
    }
}
