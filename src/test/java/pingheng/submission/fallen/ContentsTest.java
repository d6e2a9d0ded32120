package pingheng.submission.fallen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pingheng.digest.Canonical;
import pingheng.value.PointCode;

class ContentsTest {
    @Test
    void aFigureThatChangedIsTheOneDifference() {
        var then = point("4.2.2", "说明").line("figure", "a@2019", "235", "").text();
        var now = point("4.2.2", "说明").line("figure", "a@2019", "240", "年鉴").text();

        assertThat(Contents.between(then, now))
                .containsExactly(new Contents.Difference(
                        new PointCode("4.2.2"), "figure", "a@2019", List.of("235", ""), List.of("240", "年鉴")));
        assertThat(Contents.between(then, then)).isEmpty();
    }

    @Test
    void whatCameAndWhatWentAreDifferencesToo() {
        var then = point("1.1", "x").line("figure", "a@2019", "1", "").text();
        var now = point("1.1", "x")
                .line("evidence", "f".repeat(64), "material", "新.pdf")
                .text();

        assertThat(Contents.between(then, now))
                .extracting(
                        Contents.Difference::word,
                        one -> one.signed().size(),
                        one -> one.now().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("figure", 2, 0),
                        org.assertj.core.groups.Tuple.tuple("evidence", 0, 2));
    }

    @Test
    void inTheWholeTheSameFigureIsToldForEachPointThatReadsIt() {
        var then = point("1.1", "x").line("figure", "a", "1", "").text()
                + point("1.2", "y").line("figure", "a", "1", "").text();

        assertThat(Contents.between(then, then.replace("\t1\t", "\t2\t")))
                .extracting(Contents.Difference::point)
                .containsExactly(new PointCode("1.1"), new PointCode("1.2"));
    }

    /** Whatever an office types, tabs, line feeds and backslashes too, comes back as it was typed. */
    @Property(tries = 500)
    void aTextComesBackAsItWasTyped(@ForAll String from, @ForAll String to) {
        var differences =
                Contents.between(point("1.1", from).text(), point("1.1", to).text());

        if (from.equals(to)) assertThat(differences).isEmpty();
        else
            assertThat(differences)
                    .containsExactly(
                            new Contents.Difference(new PointCode("1.1"), "statement", "", List.of(from), List.of(to)));
    }

    private static Canonical point(String code, String statement) {
        return new Canonical().line("point", code).line("statement", statement);
    }
}
