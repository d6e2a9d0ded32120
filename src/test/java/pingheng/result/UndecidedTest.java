package pingheng.result;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.framework.rule.Rule;
import pingheng.people.Level;

/**
 * Whatever keeps a point undecided, people read which figure it is, of which school, who reports it, and what is known already; and no
 * code. Every figure is left out once, under every kind of rule that is held against a value.
 */
class UndecidedTest {
    private static final Path SMALL = Path.of("src/test/resources/pingheng/small");
    private static final String UNIT = "440113";
    private static final String FIRST = "threshold\t\tspend - previous(spend)\t>= 0\t\t\t\tshare >= 0%";

    private static final String ITEM = "2.3\t\t1\t1\t>= -5[万元]\t\t略降\tslight fall";

    /** A rule that reads spending of this year and the year before, and its item where it has one, by the class of the kind. */
    private static final Map<Class<?>, List<String>> KINDS = Map.of(
            Rule.Counted.class, List.of(row("deductions", "if(spend > previous(spend), 1, 0)", "", "", "1"), ""),
            Rule.Threshold.class, List.of(FIRST, ITEM),
            Rule.Linear.class, List.of(row("linear", "spend - previous(spend)", ">= 0", "<= -10[万元]", ""), ""),
            Rule.PerPoint.class, List.of(row("per_point", "spend - previous(spend)", ">= 0", "", "1"), ""),
            Rule.Proportional.class, List.of(row("proportional", "spend - previous(spend)", ">= 1[万元]", "", ""), ""),
            Rule.Rank.class,
                    List.of(
                            row("rank", "spend - previous(spend)", "high", "", ""),
                            "2.3\t\t1\t3\t\t50\t前半\tthe first half"));

    @TempDir
    private Path folder;

    @BeforeEach
    void aSmallEvaluation() throws IOException {
        copy();
    }

    /** All kinds of rule but those that a judge alone marks. */
    static Stream<String> kinds() {
        var judged = Set.of(Rule.Elements.class, Rule.Deductions.class, Rule.Bands.class);
        var valued = Stream.of(Rule.class.getPermittedSubclasses())
                .filter(kind -> !judged.contains(kind))
                .collect(toSet());
        assertThat(KINDS.keySet()).containsExactlyInAnyOrderElementsOf(valued);
        return KINDS.keySet().stream().map(Class::getSimpleName).sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFigureThatIsLeftOutIsNamedWithItsOwnerAndWhatIsKnown(String kind) throws IOException {
        ruled(kind);
        assertThat(told("zh")).as("nothing is missing").isEmpty();

        for (var line : reported()) {
            copy();
            ruled(kind);
            without("figures.tsv", line);
            var figure = defined(line.split("\t")[2]);
            var period = line.split("\t")[4];
            assertThat(told("zh"))
                    .as(line)
                    .isNotEmpty()
                    .allSatisfy(why -> assertThat(why)
                            .contains("缺「" + figure[1] + " " + period + "」（报送部门：" + figure[12] + "）", "已知：「")
                            .doesNotContainPattern("[a-z_]{2}"));
            assertThat(told("en"))
                    .as(line)
                    .isNotEmpty()
                    .allSatisfy(why -> assertThat(why)
                            .contains("“" + figure[2] + " " + period + "” is missing (reported by: ", "Known: “")
                            .doesNotContain("previous(", "_", "教育", "财政"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"books", "pupils"})
    void aFigureThatASchoolLeavesOutIsNamedWithTheSchool(String figure) throws IOException {
        var left = figure.equals("books") ? "primary\t\t37" : "primary\t137\t";
        replace("schools.tsv", "primary\t137\t37", left);
        var title = defined(figure)[1];

        assertThat(told("zh"))
                .hasSize(1)
                .allSatisfy(why -> assertThat(why)
                        .contains("第二小学缺「" + title + " 2019/20」（报送部门：教育）", "「" + title + " 2019/20」1 所学校")
                        .doesNotContainPattern("[a-z_]{2}"));
        assertThat(told("en")).singleElement().asString().contains("is missing for 第二小学 (reported by: education)");
    }

    @Test
    void aSampleTooSmallIsToldByWhatItIsAndHowLargeItIs() throws IOException {
        replace("survey.tsv", "440113\tsociety\t200\t160\t150", "440113\tsociety\t200\t60\t50");

        assertThat(told("zh"))
                .hasSize(1)
                .allSatisfy(why -> assertThat(why)
                        .contains("样本量不足", "要求「有效（社会公众） 2020-09-01」 >= 100[份]", "已知：「有效（社会公众） 2020-09-01」60 份")
                        .doesNotContainPattern("[a-z_]{2}"));
        assertThat(told("en")).singleElement().asString().contains("“valid (society) 2020-09-01” >= 100");
    }

    @Test
    void aUnitWithoutAnySchoolOfTheLevelIsToldSo() throws IOException {
        for (var line : Files.readAllLines(folder.resolve("schools.tsv")))
            if (line.startsWith(UNIT)) without("schools.tsv", line);

        assertThat(told("zh"))
                .hasSize(1)
                .allSatisfy(why -> assertThat(why)
                        .contains("没有任何小学学校的数据：「图书数 2019/20」、「学生数 2019/20」（报送部门：教育）")
                        .doesNotContainPattern("[a-z_]{2}"));
    }

    @Test
    void aMeanOfNothingIsToldWithTheFiguresThatThereAre() throws IOException {
        append("county/settings.tsv", "rules\t2");
        var schools = Files.readString(folder.resolve("schools.tsv"));
        Files.writeString(folder.resolve("schools.tsv"), schools.replaceAll("primary\t[0-9]+", "primary\t0"));

        assertThat(told("zh"))
                .hasSize(1)
                .allSatisfy(why -> assertThat(why)
                        .contains("差异系数无法计算", "已知：「图书数 2019/20」2 所学校、「学生数 2019/20」2 所学校")
                        .doesNotContainPattern("[a-z_]{2}"));
    }

    @Test
    void aDerivedFigureThatCannotBeComputedIsNamedInWords() throws IOException {
        append("county/settings.tsv", "rules\t2");
        append(
                "county/figures.tsv",
                "uneven\t图书差异\tunevenness\tunit\t\tnumber\t\t\t\t\t\t\t教育\tcv(books, pupils, primary)");
        replace("county/rules.tsv", "cv(books, pupils, primary)", "uneven");
        var schools = Files.readString(folder.resolve("schools.tsv"));
        Files.writeString(folder.resolve("schools.tsv"), schools.replaceAll("primary\t[0-9]+", "primary\t0"));

        assertThat(told("zh"))
                .hasSize(1)
                .allSatisfy(why -> assertThat(why)
                        .contains("「图书差异」算不出：各校合计为 0", "「图书数 2019/20」2 所学校")
                        .doesNotContainPattern("[a-z_]{2}"));
    }

    @Test
    void anAdjustmentThatCannotBeAnsweredNamesTheFigureToo() throws IOException {
        append("county/adjustments.tsv", "low\tveto\tshare < 1% or cases > 3[起]\t\t事故过多\ttoo many");
        append("county/figures.tsv", "cases\t责任事故数\taccidents\tunit\t\tcount\t起\t2019\t\t\t\t\t教育\t");

        assertThat(told("zh"))
                .hasSize(1)
                .allSatisfy(why -> assertThat(why)
                        .contains("缺「责任事故数 2019」（报送部门：教育）", "已知：「占比 2019」85%")
                        .doesNotContainPattern("[a-z_]{2}"));
    }

    @Test
    void thePartsOfAPointThatHaveTheirPointsAreToldWithThem() throws IOException {
        replace(
                "county/rules.tsv",
                "2.1\t\t3\tlinear\t\trate\t>= 85%\t<= 60%\t\t\t\tincident",
                "2.1\ta\t1\tthreshold\t\tshare\t>= 0%\t\t\t\t\t\n2.1\tb\t2\tlinear\t\trate\t>= 85%\t<= 60%\t\t\t\tincident");
        for (var line : reported()) if (line.contains("\tkids\t")) without("figures.tsv", line);

        assertThat(told("zh"))
                .hasSize(1)
                .allSatisfy(why -> assertThat(why)
                        .contains("缺「在园幼儿数 2019/20」（报送部门：教育）", "第 1 分项 1 分", "「人口数 2019/20」10000 人")
                        .doesNotContainPattern("[a-z_]{2}"));
    }

    private static String row(String rule, String value, String full, String zero, String step) {
        return String.join("\t", rule, "", value, full, zero, step, "", "share >= 0%");
    }

    private void ruled(String kind) throws IOException {
        var rows = KINDS.entrySet().stream()
                .filter(one -> one.getKey().getSimpleName().equals(kind))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        replace("county/rules.tsv", FIRST, rows.getFirst());
        replace("county/items.tsv", ITEM, rows.getLast());
    }

    /** The rows that the unit reported itself, of the figures that some rule reads. */
    private static List<String> reported() throws IOException {
        return Files.readAllLines(SMALL.resolve("figures.tsv")).stream()
                .filter(line -> line.startsWith(UNIT))
                .toList();
    }

    private static String[] defined(String figure) throws IOException {
        return Files.readAllLines(SMALL.resolve("county/figures.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(figure))
                .findFirst()
                .orElseThrow();
    }

    /** What people read about each point that is undecided: below the heading of the dossier. */
    private List<String> told(String language) {
        var evaluation = EvaluationFolder.read(folder);
        var of = Objects.requireNonNull(evaluation.levels().get(Level.COUNTY));
        var results = Evaluator.evaluate(evaluation, Level.COUNTY);
        var unit = results.units().stream()
                .filter(one -> one.unit().code().text().equals(UNIT))
                .findFirst()
                .orElseThrow();
        var text = DossierText.of(
                evaluation.round(), evaluation.units(), Dossier.of(of, results, unit), Locale.of(language));
        var told = new ArrayList<String>();
        boolean open = false;
        for (var line : text.lines().toList()) {
            if (open && !line.startsWith("  ")) break;
            if (open) told.add(line.strip().replaceFirst("^[0-9a-z.]+  ", ""));
            open |= line.startsWith("尚无总分") || line.startsWith("no total yet");
        }
        return told;
    }

    private void copy() throws IOException {
        SmallFolder.copy(folder);
    }

    private void append(String table, String line) throws IOException {
        var file = folder.resolve(table);
        Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + line + "\n");
    }

    private void without(String table, String line) throws IOException {
        replace(table, line + "\n", "");
    }

    private void replace(String table, String from, String to) throws IOException {
        var file = folder.resolve(table);
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
