package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.framework.rule.Outcome;
import pingheng.people.Level;
import pingheng.problem.Refused;
import pingheng.result.release.Discrepancy;

/**
 * With {@code figures = carried} a figure has one value in a result. Points 2.1 and 2.3 both read the children: 8,500 as reported, which
 * is full marks on both, 7,000 as the city confirmed, which is 1.2 and nothing.
 */
class CarriedFiguresTest {
    private static final Path SMALL = Path.of("src/test/resources/pingheng/small");
    private static final String UNIT = "440113";
    private static final String CITY_FIGURE = "440113\tcity\tkids\t\t2019/20\t7000\t\t公安人口数据";

    @TempDir
    private Path folder;

    @BeforeEach
    void aSmallEvaluation() throws IOException {
        SmallFolder.copy(folder);
        replace(
                "county/rules.tsv",
                "spend - previous(spend)\t>= 0",
                "if(spend > previous(spend), kids, kids)\t>= 8000[人]");
        replace("county/items.tsv", ">= -5[万元]", ">= 7900[人]");
        append("figures.tsv", CITY_FIGURE);
        for (var point : List.of("2.1", "2.3")) append("judgements.tsv", "440113\tcity\t" + point + "\tagree");
    }

    @Test
    void withoutTheSettingEachLayerReadsItsOwn() throws IOException {
        adopt("2.1");
        assertThat(score("2.1")).isEqualTo("1.2");
        assertThat(score("2.3")).isEqualTo("3");
        assertThat(discrepancies()).isEqualTo(1);
    }

    @Test
    void whatTheCityConfirmedCountsOnEveryPoint() throws IOException {
        carried();
        assertThat(score("2.1")).isEqualTo("1.2");
        assertThat(score("2.3")).isEqualTo("0");
        adopt("2.1");
        assertThat(score("2.1")).as("adopted: the city's marks, the one value").isEqualTo("1.2");
        assertThat(discrepancies()).isZero();
    }

    @Test
    void theProvinceReturnsToTheNumberOfTheUnitByConfirmingIt() throws IOException {
        carried();
        adopt("2.1");
        append("figures.tsv", "440113\tprovince\tkids\t\t2019/20\t8500\t\t学籍核对无误");
        assertThat(score("2.1")).as("adopted").isEqualTo("3");
        assertThat(score("2.3")).isEqualTo("3");
        assertThat(discrepancies()).isZero();
    }

    @Test
    void aFigureConfirmedOnSiteMovesEachPointThatReadsIt() throws IOException {
        carried();
        append("figures.tsv", "440113\tonsite\tkids\t\t2019/20\t8250\t\t现场清点");
        append("judgements.tsv", "440113\tonsite\t2.1\tagree");
        assertThat(score("2.1")).as("checked on site").isEqualTo("2.7");
        assertThat(score("2.3")).as("not checked").isEqualTo("3");
        assertThat(discrepancies()).isZero();
    }

    @Test
    void whatTheCitySettledWithoutTheRuleIsAdoptedAsItIs() throws IOException {
        carried();
        replace("judgements.tsv", "440113\tcity\t2.1\tagree", "440113\tcity\t2.1\tscore\t\t0.5\t\t抽查不实");
        adopt("2.1");
        assertThat(score("2.1")).isEqualTo("0.5");
        replace("judgements.tsv", "440113\tcity\t2.1\tscore\t\t0.5\t\t抽查不实\n", "");
        assertThat(outcome("2.1")).as("nothing to adopt").isInstanceOf(Outcome.Undecided.class);
    }

    @Test
    void anotherWordIsRefused() throws IOException {
        append("round.tsv", "figures\tboth");
        assertThatThrownBy(() -> EvaluationFolder.read(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("own carried");
    }

    /** Whoever confirms what and decides how: there is no figure with two values, where without the setting there are many. */
    @Test
    void thereAreNeverTwoValues() throws IOException {
        int before = 0;
        for (int seed = 0; seed < 150; seed++) {
            aSmallEvaluationOf(new Random(seed));
            before += discrepancies();
            carried();
            assertThat(discrepancies()).as("seed %d", seed).isZero();
        }
        assertThat(before).as("without the setting").isGreaterThan(15);
    }

    private void aSmallEvaluationOf(Random random) throws IOException {
        aFolderAnew();
        var figures = new StringBuilder();
        for (var layer : List.of("city", "province", "onsite"))
            if (random.nextBoolean())
                figures.append("440113\t%s\tkids\t\t2019/20\t%d\t\t核对\n".formatted(layer, 6000 + random.nextInt(3000)));
        Files.writeString(folder.resolve("figures.tsv"), text("figures.tsv").replace(CITY_FIGURE + "\n", "") + figures);
        var judgements = new StringBuilder();
        for (var line : text("judgements.tsv").lines().toList())
            if (!line.contains("2.1") && !line.contains("2.3"))
                judgements.append(line).append('\n');
        for (var point : List.of("2.1", "2.3"))
            for (var layer : List.of("city", "province", "onsite"))
                if (layer.equals("province") || random.nextInt(4) > 0)
                    judgements.append("440113\t%s\t%s\t%s\n".formatted(layer, point, decision(layer, random)));
        Files.writeString(folder.resolve("judgements.tsv"), judgements);
    }

    private static String decision(String layer, Random random) {
        return switch (random.nextInt(layer.equals("province") ? 5 : 3)) {
            case 0 -> "score\t\t0.5\t\t材料不足";
            case 1 -> "agree";
            case 2 -> layer.equals("onsite") ? "agree" : "marks";
            default -> "adopt_city";
        };
    }

    private void aFolderAnew() throws IOException {
        for (var file : List.of("round.tsv", "figures.tsv", "judgements.tsv"))
            Files.writeString(folder.resolve(file), Files.readString(SMALL.resolve(file)));
    }

    private void carried() throws IOException {
        append("round.tsv", "figures\tcarried");
    }

    private void adopt(String point) throws IOException {
        replace(
                "judgements.tsv",
                "440113\tprovince\t" + point + "\tagree",
                "440113\tprovince\t" + point + "\tadopt_city");
    }

    private int discrepancies() {
        var evaluation = EvaluationFolder.read(folder);
        return Discrepancy.of(evaluation, Evaluator.evaluate(evaluation)).size();
    }

    private @Nullable String score(String point) {
        return outcome(point) instanceof Outcome.Scored(var score)
                ? score.stripTrailingZeros().toPlainString()
                : null;
    }

    private Outcome outcome(String point) {
        var level = Evaluator.evaluate(EvaluationFolder.read(folder)).get(Level.COUNTY);
        return Objects.requireNonNull(level).units().stream()
                .filter(one -> one.unit().code().text().equals(UNIT))
                .flatMap(one -> one.points().stream())
                .filter(one -> one.point().code().text().equals(point))
                .findFirst()
                .orElseThrow()
                .counted()
                .outcome();
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private void append(String file, String row) throws IOException {
        Files.writeString(folder.resolve(file), text(file) + row + "\n");
    }

    private void replace(String file, String old, String with) throws IOException {
        assertThat(text(file)).contains(old);
        Files.writeString(folder.resolve(file), text(file).replace(old, with));
    }
}
