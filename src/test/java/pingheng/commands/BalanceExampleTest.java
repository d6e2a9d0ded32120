package pingheng.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.framework.rule.Outcome;
import pingheng.people.Level;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.UnitResult;
import pingheng.result.arithmetic.Adjustment;
import pingheng.result.arithmetic.TotalResult;

/** The second framework, held to scores worked by hand: nothing of the first one is built into the program. */
class BalanceExampleTest {
    private static final Path EXAMPLE = Path.of("examples/balance");

    private static final LevelResult COUNTIES = counties(EXAMPLE);

    /** Every school but one primary school has all it needs. */
    private static final String WITHOUT_FAULT = "441602";

    private static final String WITH_A_SCHOOL_THAT_FAILS = "441624";
    private static final String WITH_AN_UNEVEN_SPREAD = "440281";
    private static final String VETOED = "440224";

    @TempDir
    private Path folder = Path.of(".");

    /** 84.997 shows as 85.00 and does not pass: the line is held against the unrounded total. */
    @Test
    void aCountyPassesFromEightyFivePointsUnrounded() {
        assertThat(told(WITHOUT_FAULT)).isEqualTo("1 99.4500000000 通过");
        assertThat(told(WITH_A_SCHOOL_THAT_FAILS)).isEqualTo("2 93.8500000000 通过");
        assertThat(told(WITH_AN_UNEVEN_SPREAD)).isEqualTo("3 84.9974325156 未通过");
        assertThat(told(VETOED)).isEqualTo("4 0.0000000000 未通过");
    }

    /** The judges found classes by marks; the points stay what they are, one line takes them all: 32 + 29.4 + 26.05 + 11. */
    @Test
    void aVetoedCountyHasNothingLeft() {
        var total = total(COUNTIES, VETOED);

        assertThat(total.value()).isEqualByComparingTo("0");
        assertThat(total.aspects().stream().map(TotalResult.Aspect::score))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("32"), new BigDecimal("29.4"), new BigDecimal("26.05"), new BigDecimal("11"));
        assertThat(total.adjustments())
                .extracting(Adjustment::code, veto -> veto.amount().toPlainString())
                .containsExactly(tuple("key_schools", "-98.4500000000"));
    }

    /**
     * Ten primary schools count. 示例第5小学 has 500 pupils: 31 teachers above the degree, 6.2 per 100 (4.2); 4 key teachers, 0.8
     * (1) too few; 6 arts and PE teachers, 1.2 (0.9); 3364 m² of rooms, 6.728 (4.5); 3450 m² of sports area, 6.9 (7.5) too
     * little; 1501600 yuan, 3003.2 (2000); 18 rooms, 3.6 (2.3). Five of seven: the school fails. The other nine do not:
     * 9/10 x 6 = 5.4. Of what it lacks, 6.9/7.5 = 92 % is enough and 0.8/1 = 80 % is below 85 %: 9/10 x 3 = 2.7.
     */
    @Test
    void aPrimarySchoolWithFiveOfSevenStandardsFails() {
        assertScore(WITH_A_SCHOOL_THAT_FAILS, "1.1.1", "5.4");
        assertScore(WITH_A_SCHOOL_THAT_FAILS, "1.1.3", "2.7");
    }

    /**
     * 示例九年制学校 has 600 primary and 400 junior pupils on one site: 600 x 1 + 400 x 1.1 = 1040. Of the sports area of 9776 m² the
     * junior part is 9776 x 440/1040 = 4136 m², 10.34 per pupil (10.2), of the rooms 5720 x 440/1040 = 2420 m², 6.05 (5.8).
     * Split by heads they would be 9.776 and 5.72, both too little. As it is only 20 teachers above the degree, 5 per 100
     * (5.3), are too few: six of seven, as in the other four schools: 6. Of the rest, 示例第3初级中学 has 1724000 yuan for 862
     * pupils, 2000 each, 80 % of 2500: 4/5 x 3 = 2.4.
     */
    @Test
    void aSharedSiteIsSplitByWeightedPupils() {
        assertScore(WITH_A_SCHOOL_THAT_FAILS, "1.1.2", "6");
        assertScore(WITH_A_SCHOOL_THAT_FAILS, "1.1.4", "2.4");
    }

    /**
     * Five junior schools of 600 pupils with 12, 6, 19, 6, 17 key teachers: 60 in all, squares 144 + 36 + 361 + 36 + 289 = 866. The
     * coefficient is the root of 5 x 866 / 60² - 1 = 73/360 = 0.20277…, that is 0.4503: above 0.45 = the root of 0.2025,
     * though two decimals would not show it. The point for junior schools is lost, that for primary schools is not.
     */
    @Test
    void aCoefficientJustAboveTheLineEarnsNothing() {
        assertScore(WITH_AN_UNEVEN_SPREAD, "1.2.2", "1");
        assertScore(WITH_AN_UNEVEN_SPREAD, "1.2.1", "2");
    }

    /** The province confirmed 2350 of 2500 pupils instead of 2440: 94 %, four fifths of the way from 90 % to 95 %. */
    @Test
    void aConfirmedFigureCounts() {
        assertScore(WITH_A_SCHOOL_THAT_FAILS, "3.1.1", "2.4");
    }

    @Test
    void unfilledPostsVetoACountyByItsFigureAlone() throws IOException {
        var changed = withOneChange(
                "figures.tsv",
                WITHOUT_FAULT + "\t\tposts_unfilled\t\t2023-09-01\tno",
                WITHOUT_FAULT + "\t\tposts_unfilled\t\t2023-09-01\tyes");

        var total = total(changed, WITHOUT_FAULT);
        assertThat(total.value()).isEqualByComparingTo("0");
        assertThat(total.adjustments()).extracting(Adjustment::code).containsExactly("posts_unfilled");
    }

    /** A teaching point among the primary schools would take part in the coefficients: no score until its level is put right. */
    @Test
    void aSchoolThatDoesNotCountMayNotStandAmongThoseThatDo() throws IOException {
        var changed = withOneChange("schools.tsv", "示例第1教学点\tpoint", "示例第1教学点\tprimary");

        assertThat(unit(changed, VETOED).standing())
                .isInstanceOfSatisfying(
                        TotalResult.Undecided.class,
                        undecided -> assertThat(undecided.missing())
                                .extracting(TotalResult.Missing::code)
                                .contains("1.1.1", "1.2.1")
                                .doesNotContain("1.1.2"));
    }

    private LevelResult withOneChange(String table, String from, String to) throws IOException {
        try (var files = Files.walk(EXAMPLE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(EXAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var file = folder.resolve(table);
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(from, to));
        return counties(folder);
    }

    private static LevelResult counties(Path folder) {
        return Objects.requireNonNull(
                Evaluator.evaluate(EvaluationFolder.read(folder)).get(Level.COUNTY));
    }

    private static UnitResult unit(LevelResult counties, String code) {
        return counties.units().stream()
                .filter(unit -> unit.unit().code().text().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static TotalResult.Total total(LevelResult counties, String code) {
        return (TotalResult.Total) unit(counties, code).standing();
    }

    private static String told(String code) {
        var total = total(COUNTIES, code);
        return COUNTIES.place(unit(COUNTIES, code).unit()) + " "
                + total.value().toPlainString() + " "
                + Objects.requireNonNull(total.grade()).title().zh();
    }

    private static void assertScore(String code, String point, String score) {
        assertThat(unit(COUNTIES, code).points())
                .filteredOn(of -> of.point().code().text().equals(point))
                .singleElement()
                .extracting(of -> of.counted().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Scored.class,
                        scored -> assertThat(scored.score()).isEqualByComparingTo(score));
    }
}
