package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The coefficient of variation between schools 差异系数: sqrt( sum (n_i/N)(x_i - X)^2 ) / X. */
class VariationTest {
    private static final List<Exact> BOOKS = of("279", "137", "935", "160", "402");
    private static final List<Exact> PUPILS = of("45", "37", "89", "76", "55");

    /**
     * Books 279 137 935 160 402 of 45 37 89 76 55 pupils: A = 1913, N = 302, X = 1913/302 = 6.334437….
     * <pre>
     *   x_i = a_i/n_i    6.200000   3.702703  10.505618   2.105263   7.309091
     *   x_i - X         -0.134437  -2.631734   4.171181  -4.229174   0.974653
     *   (x_i - X)^2      0.018073   6.926026  17.398750  17.885912   0.949950
     *   times n_i        0.8133   256.2630  1548.4888  1359.3293    52.2473     sum 3217.1416
     * </pre>
     * 3217.1416 / 302 = 10.652786; its root 3.263861; over 6.334437: 0.515257.
     */
    @Test
    void theExampleOfTheDomainComesOut() {
        var coefficient = Variation.between(BOOKS, PUPILS);

        assertThat(Exact.of(1913).dividedBy(Exact.of(302)).rounded(3)).isEqualTo("6.334");
        assertThat(coefficient.rounded(4)).isEqualTo("0.5153");
        assertThat(coefficient).isEqualTo(Exact.of(naive(BOOKS, PUPILS).rounded(20)));
    }

    @Test
    void schoolsThatAreEqualDoNotDiffer() {
        // a sixth each: no decimal says it, and the root of a tiny error would be a million times larger
        assertThat(Variation.between(of("1", "1", "1", "1", "1"), of("6", "6", "6", "6", "6")))
                .isEqualTo(Exact.ZERO);
        assertThat(Variation.between(of("2", "4", "14"), of("3", "6", "21"))).isEqualTo(Exact.ZERO);
        assertThat(Variation.between(of("1/3", "2/3"), of("7", "14"))).isEqualTo(Exact.ZERO);
        assertThat(Variation.between(of("0.000000000001"), of("3000"))).isEqualTo(Exact.ZERO);
    }

    @Test
    void aTinyDifferenceIsStillOne() {
        // x = 1 and 1.000000000002 in equal halves: X = 1.000000000001, deviation 1e-12, coefficient 1e-12 / X
        var coefficient = Variation.between(of("1", "1.000000000002"), of("1", "1"));
        assertThat(coefficient.rounded(20)).isEqualTo("0.00000000000100000000");
    }

    @Test
    void halfWithAndHalfWithoutIsOne() {
        // x = 2 and 0, X = 1: sqrt(1/2 x 1 + 1/2 x 1) / 1 = 1
        assertThat(Variation.between(of("2", "0"), of("1", "1"))).isEqualTo(Exact.ONE);
    }

    @Test
    void noAmountAtAllIsNoDifference() {
        assertThat(Variation.between(of("0", "0"), of("5", "7"))).isEqualTo(Exact.ZERO);
    }

    @Test
    void theOrderOfSchoolsIsIrrelevant() {
        var order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        for (int turn = 0; turn < 5; turn++) {
            Collections.rotate(order, 1);
            Collections.swap(order, 0, 3);
            var books = order.stream().map(BOOKS::get).toList();
            var pupils = order.stream().map(PUPILS::get).toList();
            assertThat(Variation.between(books, pupils)).isEqualTo(Variation.between(BOOKS, PUPILS));
        }
    }

    @Test
    void aSchoolWithoutPupilsLeavesNoResult() {
        assertThatThrownBy(() -> Variation.between(of("1", "1"), of("5", "0"))).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> Variation.between(of("1", "1"), of("5", "-1"))).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> Variation.between(List.of(), List.of())).isInstanceOf(Missing.class);
    }

    @Test
    void formulasAskForItByLevel() {
        var unit = new Sample().figure("books", "册", "school").figure("pupils", "人", "school", "positive");
        for (int i = 0; i < 5; i++)
            unit.school("primary")
                    .with("books", BOOKS.get(i).literal())
                    .with("pupils", PUPILS.get(i).literal());
        unit.school("junior").with("books", "1").with("pupils", "1");

        assertThat(unit.checked("cv(books, pupils, primary)").number(unit).rounded(4))
                .isEqualTo("0.5153");
        assertThat(unit.checked("cv(books, pupils, junior)").number(unit)).isEqualTo(Exact.ZERO);
        assertThat(unit.checked("sum(books)").number(unit)).isEqualTo(Exact.of(1914));
        assertThat(unit.checked("sum(books / pupils, junior)").number(unit)).isEqualTo(Exact.ONE);
        assertThat(unit.checked("count(books >= 279[册], primary)").number(unit)).isEqualTo(Exact.of(3));
        assertThat(unit.checked("sum(books, senior)").number(unit)).isEqualTo(Exact.ZERO);
    }

    /** As the definition is written, in fractions. */
    private static Fraction naive(List<Exact> amounts, List<Exact> pupils) {
        var a = amounts.stream().map(Exact::literal).map(Fraction::of).toList();
        var n = pupils.stream().map(Exact::literal).map(Fraction::of).toList();
        var heads = n.stream().reduce(Fraction.ZERO, Fraction::plus);
        var mean = a.stream().reduce(Fraction.ZERO, Fraction::plus).per(heads);
        var sum = Fraction.ZERO;
        for (int i = 0; i < a.size(); i++) {
            var away = a.get(i).per(n.get(i)).minus(mean);
            sum = sum.plus(n.get(i).per(heads).times(away).times(away));
        }
        return sum.per(mean.times(mean)).root(20);
    }

    private static List<Exact> of(String... numbers) {
        return Stream.of(numbers).map(Exact::of).toList();
    }
}
