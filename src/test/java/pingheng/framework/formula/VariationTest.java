package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariationTest {
    private static final List<Exact> PUPILS = numbers("45", "37", "89", "76", "55");
    private static final List<Exact> BOOKS = numbers("279", "137", "935", "160", "402");

    @Test
    void thePublishedExampleComesOut() {
        // X = 1913 books / 302 pupils = 6.334; x = 6.2, 3.703, 10.506, 2.105, 7.309
        // sum n/N (x - X)^2 = (45*0.018 + 37*6.925 + 89*17.401 + 76*17.884 + 55*0.950) / 302 = 10.653; root 3.264; /
        // 6.334 = 0.5153
        var books = BOOKS.stream().reduce(Exact.ZERO, Exact::plus);
        var pupils = PUPILS.stream().reduce(Exact.ZERO, Exact::plus);
        assertThat(books.dividedBy(pupils).rounded(3)).isEqualTo(new BigDecimal("6.334"));

        assertThat(Variation.between(BOOKS, PUPILS).rounded(4)).isEqualTo(new BigDecimal("0.5153"));
    }

    @Test
    void theOrderOfSchoolsDoesNotMatter() {
        assertThat(Variation.between(BOOKS.reversed(), PUPILS.reversed())).isEqualTo(Variation.between(BOOKS, PUPILS));
    }

    @Test
    void schoolsThatAreEqualDoNotDiffer() {
        assertThat(Variation.between(numbers("3", "30", "0.3"), numbers("1", "10", "0.1")))
                .isEqualTo(Exact.ZERO);
    }

    @Test
    void halfWithAndHalfWithoutDifferByOne() {
        // x = 2 and 0, X = 1: sqrt(1/2 + 1/2) / 1
        assertThat(Variation.between(numbers("200", "0"), numbers("100", "100")))
                .isEqualTo(Exact.ONE);
    }

    @Test
    void aCoefficientExactlyAtTheLimitIsExactlyThat() {
        // x = 1.5 and 0.5, X = 1: sqrt(0.25) = 0.5
        assertThat(Variation.between(numbers("150", "50"), numbers("100", "100")))
                .isEqualTo(Exact.of("0.5"));
    }

    @Test
    void nothingAnywhereIsNoDifference() {
        assertThat(Variation.between(numbers("0", "0"), numbers("10", "20"))).isEqualTo(Exact.ZERO);
    }

    @Test
    void withoutSchoolsOrPupilsThereIsNoCoefficient() {
        assertThatThrownBy(() -> Variation.between(List.of(), List.of())).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> Variation.between(numbers("1", "2"), numbers("10", "0")))
                .isInstanceOf(Missing.class);
    }

    @Test
    void oneSchoolAloneDoesNotDiffer() {
        assertThat(Variation.between(Collections.nCopies(1, Exact.of(7)), numbers("3")))
                .isEqualTo(Exact.ZERO);
    }

    private static List<Exact> numbers(String... numbers) {
        return Stream.of(numbers).map(Exact::of).toList();
    }
}
