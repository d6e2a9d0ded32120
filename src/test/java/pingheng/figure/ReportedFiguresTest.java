package pingheng.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.app.App;
import pingheng.framework.Framework;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

class ReportedFiguresTest {
    private final App app = App.shared();
    private final ReportedFigures figures = app.bean(ReportedFigures.class);
    private final Framework framework = app.bean(Rounds.class).framework(app.round(), app.panyu());

    @Test
    void eachSaveIsAVersionAndTheNewestCounts() {
        app.rolledBack(() -> {
            assertThat(save("finance", "100", 0).version().number()).isEqualTo(1);
            assertThat(save("education", "101", 1).version().number()).isEqualTo(2);

            assertThat(figures.of(app.round(), app.panyu())).singleElement().satisfies(one -> {
                assertThat(one.written()).isEqualTo("101");
                assertThat(one.person().text()).isEqualTo("education");
            });
        });
    }

    @Test
    void ofTwoWhoWriteAtOnceTheSecondIsToldBothValues() {
        app.rolledBack(() -> {
            save("finance", "100", 0);
            var refused = (Refused) catchThrowable(() -> save("education", "200", 0));

            assertThat(refused.reason().code()).isEqualTo("figure.changed-meanwhile");
            assertThat(refused.reason().sentence().zh())
                    .contains(app.visitor("finance").name(), "100", "200");
            assertThat(figures.of(app.round(), app.panyu()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.written()).isEqualTo("100"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"１２３４|1234", "12,345.60|12345.6", " 7 |7", "０．５|0.5"})
    void numbersAreReadAsOfficesTypeThem(String typed, String meant) {
        app.rolledBack(() -> assertThat(save("finance", typed, 0).value()).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "一百|sheet.number",
                "-1|figures.sign",
                "0|figures.sign",
                "5%|figures.percent",
                "1e9|sheet.exponent",
                "—|sheet.no-figure",
                "=1+1|sheet.number",
                "1234567890123456789|sheet.digits"
            })
    void whatIsNoSuchValueIsRefusedAndNotKept(String typed, String code) {
        app.rolledBack(() -> {
            var refused = (Refused) catchThrowable(() -> save("finance", typed, 0));

            assertThat(refused.reason().code()).isEqualTo(code);
            assertThat(figures.of(app.round(), app.panyu())).isEmpty();
        });
    }

    @Test
    void aPointReadsItsFiguresAlsoThroughDerivedOnes() {
        var readings = figures.readings(framework);

        assertThat(readings.all()).extracting(Cell::key).doesNotHaveDuplicates();
        assertThat(framework.points())
                .filteredOn(point -> readings.schools(point.code()))
                .as("the balance between schools")
                .isNotEmpty();
        assertThat(readings.by(new PointCode("9.9.9"))).isEmpty();
        assertThat(figures.readings(framework)).isSameAs(readings);
    }

    private FigureVersion save(String login, String typed, int seen) {
        var cell = figures.readings(framework).cell("education_spending@2019").orElseThrow();
        var now = figures.current(app.round(), app.panyu()).stream()
                .filter(version -> version.key().equals(cell.key()))
                .findFirst()
                .orElse(null);
        var entry = new ReportedFigures.Entry.Value(cell, typed, "", "", new Version(seen));
        return figures.save(
                new RequestContext(app.visitor(login), app.round(), app.panyu(), app.now()), framework, entry, now);
    }
}
