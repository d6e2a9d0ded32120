package pingheng.commands.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.check.Mismatch;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.database.Sql;
import pingheng.figure.School;
import pingheng.figure.Schools;
import pingheng.files.Vault;
import pingheng.problem.Findings;
import pingheng.round.RequestContext;
import pingheng.survey.SurveyCount;
import pingheng.survey.SurveyResults;
import pingheng.value.FigureCode;

/** Tables that were handed in whole: of schools, and of the survey. What was changed in them since is named. */
class HandedInTest {
    private final App app = App.shared();

    @Test
    void aSurveyCountThatWasAddedIsNamedByTheDigestOfItsImport() {
        app.rolledBack(() -> {
            app.bean(SurveyResults.class).take(app.asking(app.visitor("province")), survey(), 0);
            assertThat(named()).isEmpty();

            write("""
                    insert into survey_result
                    select import, unit, 'ghost', issued, valid, satisfied, mostly, basically, dissatisfied, unknown
                      from survey_result
                     where unit = '440113'
                     limit 1
                    """);
            assertThat(named()).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.JUDGED);
                assertThat(one.row()).isEqualTo("survey_import GD-2020/1 digest");
            });
        });
    }

    @Test
    void aSchoolValueThatWasAddedIsNamedWithItsLine() {
        app.rolledBack(() -> {
            var context = new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now());
            var school = new School("001", "实验小学", "primary", Map.of(new FigureCode("area"), new BigDecimal("1200.5")));
            app.bean(Schools.class).replace(context, List.of(school));
            assertThat(named()).isEmpty();

            write("""
                    insert into school_value_version (round, unit, school, level, figure, version, value)
                    select round, unit, school, level, 'books', version, 1300
                      from school_value_version
                     where unit = '440113'
                    """);
            assertThat(named()).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.CHANGED);
                assertThat(one.unit()).isEqualTo(App.PANYU);
                assertThat(one.row()).endsWith("line 3");
                assertThat(one.expected()).isEqualTo(Mismatches.NONE);
                assertThat(one.found()).contains("1300");
            });
        });
    }

    @Test
    void aBatchIsHeldAgainstItsCellsAlsoWhenAnotherFollowed() {
        app.rolledBack(() -> {
            var context = new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now());
            var values = Map.of(new FigureCode("area"), new BigDecimal("1200.5"));
            var school = new School("001", "实验小学", "primary", values);
            var schools = app.bean(Schools.class);
            schools.replace(context, List.of(school));
            schools.replace(context, List.of());
            assertThat(named()).isEmpty();

            write("""
                    insert into school_version (round, unit, school, level, version, name, withdrawn)
                    select round, unit, '002', level, version, name, withdrawn
                      from school_version
                     where unit = '440113' and (not withdrawn)
                    """);
            assertThat(named()).extracting(Mismatch::row).allMatch(row -> row.contains("school_version"));
            assertThat(named()).hasSize(2);
        });
    }

    private List<SurveyCount> survey() {
        try (var bytes = Files.newInputStream(App.PROVINCE.resolve("survey.tsv"))) {
            return app.bean(SurveyResults.class).read(app.round(), "survey.tsv", bytes, new Findings());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(String sql) {
        assertThat(app.db().sql(sql).update()).isEqualTo(1);
    }

    private List<Mismatch> named() {
        return Checks.run(app.bean(Sql.class), app.bean(Vault.class), new Checks.Held(null, null))
                .found();
    }
}
