package pingheng.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void lettersThatAreChangedAddedOrDroppedCountOneEach() {
        assertThat(Nearest.of("pupils", List.of("people", "pupil", "pulse"))).contains("pupil");
        assertThat(Nearest.of("pupil", List.of("pupae", "pupils"))).contains("pupils");
        assertThat(Nearest.of("kitten", List.of("sitting", "mittens")))
                .as("3 letters and 2")
                .contains("mittens");
    }

    @Test
    void halfOfTheLettersMayBeWrongAndNotOneMore() {
        assertThat(Nearest.to("abcd", List.of("abxy"))).contains("abxy");
        assertThat(Nearest.to("abcd", List.of("axyz"))).isEmpty();
        assertThat(Nearest.of("abcd", List.of("axyz"))).as("however far").contains("axyz");
    }

    @Test
    void ofSeveralAsNearItIsTheFirst() {
        assertThat(Nearest.of("b", List.of("c", "a"))).contains("c");
        assertThat(Nearest.to("xb", List.of("xc", "xa"))).as("of the alphabet").contains("xa");
    }

    @Test
    void whereNothingIsKnownNothingIsNear() {
        assertThat(Nearest.of("a", List.of())).isEmpty();
        assertThat(Nearest.to("a", List.of())).isEmpty();
    }
}
