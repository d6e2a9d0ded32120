package pingheng.submission.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.figure.School;
import pingheng.figure.Schools;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.value.FigureCode;
import pingheng.value.Login;

class SchoolTablesTest {
    private static final String HEADING = "学校代码\t学校名称\t学段\t在校学生数（人）\t教学仪器设备值\n";
    private static final String TWO = HEADING + "1\t一小\t小学\t１，１３４\t2981115.88\n2\t二中\t初中\t804\t\n";

    private final App app = App.shared();
    private final SchoolTables tables = app.bean(SchoolTables.class);

    @Test
    void aTableReplacesTheOneBeforeAndTheLedgerCounts() {
        assigned(() -> {
            replace("education", TWO);
            replace("office", HEADING + "3\t三小\t小学\t300\t1\n");

            assertThat(app.bean(Schools.class).of(app.round(), app.panyu()))
                    .extracting(School::code, School::level)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("3", "primary"));
            assertThat(app.bean(Ledger.class)
                            .about(Chain.of(App.PANYU), "schools", 1)
                            .getFirst()
                            .told()
                            .zh())
                    .isEqualTo("学校数据表：1 行，原有 2 行");
            assertThat(app.bean(Schools.class).batches(app.round(), app.panyu()))
                    .as("the table before stays, row by row")
                    .extracting(School.Batch::number, School.Batch::rows, School.Batch::person)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(2, 1, new Login("office")),
                            org.assertj.core.groups.Tuple.tuple(1, 2, new Login("education")));
            assertThat(app.bean(Schools.class)
                            .batches(app.round(), app.panyu())
                            .getLast()
                            .content())
                    .contains("school\t1\tprimary\t", "figure\tpupils\t1134");
        });
    }

    @Test
    void whatIsTakenOutComesInAgainTheSame() {
        assigned(() -> {
            replace("education", TWO);
            var before = app.bean(Schools.class).of(app.round(), app.panyu());
            var again = tables.read(own(), "学校.xlsx", new ByteArrayInputStream(tables.workbook(own())), new Findings());

            assertThat(again)
                    .usingRecursiveComparison()
                    .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                    .isEqualTo(before);
            assertThat(again.getFirst().values().get(new FigureCode("pupils"))).isEqualByComparingTo("1134");
        });
    }

    @Test
    void theEmptyTableThatIsTakenOutHasTheHeadingThatIsReadAgain() {
        assigned(() -> assertThat(
                        tables.read(own(), "a.xlsx", new ByteArrayInputStream(tables.workbook(own())), new Findings()))
                .isEmpty());
    }

    @Test
    void onlyTheOfficeAndWhoLeadsWhatIsComputedFromSchoolsHandThemIn() {
        assigned(() -> {
            for (var login : List.of("education", "office"))
                assertThat(tables.whyNotReplace(own().askedBy(app.visitor(login), now()), own()))
                        .as(login)
                        .isEmpty();
            for (var login : List.of("education-check", "planning", "deputy", "city", "province", "office-440114"))
                assertThat(tables.whyNotReplace(own().askedBy(app.visitor(login), now()), own()))
                        .as(login)
                        .isPresent();
            assertThat(refused(() -> tables.replace(own().askedBy(app.visitor("planning"), now()), List.of()))
                            .reason()
                            .code())
                    .isEqualTo("submission.not-your-schools");
        });
    }

    @Test
    void afterTheLockNobodyHandsThemIn() {
        assigned(() -> {
            var late = Instant.parse("2020-09-10T16:00:00Z");

            assertThat(tables.whyNotReplace(own().askedBy(app.visitor("education"), late), own()))
                    .isPresent();
            assertThat(tables.whyNotReplace(own().askedBy(app.visitor("education"), late.minusNanos(1000)), own()))
                    .isEmpty();
        });
    }

    @Test
    void aSignatureOnWhatIsComputedFromSchoolsEndsWhenTheyChange() {
        assigned(() -> {
            replace("education", TWO);
            var before = tables.points(own()).getFirst().digest();
            replace("education", TWO);
            assertThat(tables.points(own()).getFirst().digest())
                    .as("the same table")
                    .isEqualTo(before);
            replace("education", TWO.replace("804", "805"));
            assertThat(tables.points(own()).getFirst().digest()).isNotEqualTo(before);
        });
    }

    @Test
    void whatIsWrongIsToldAtItsCellAllAtOnceAndNothingIsKept() {
        assigned(() -> {
            replace("education", TWO);
            var refused = refused(() -> replace(
                    "education",
                    lines(
                            "学校代码|学校名称|学段|单位代码|pupils|校长",
                            "1|一小|小学||-5|甲",
                            "1|一小|小学||5.5|",
                            "2|二中|大学||804|",
                            "|三中|初中|440114|一百|",
                            "4||初中||=1+1|",
                            "5|五小||||")));

            assertThat(refused.findings())
                    .extracting(one -> one.place().row() + " " + one.place().column() + " " + one.code())
                    .containsExactly(
                            "2 校长 schools.unknown",
                            "2 pupils figures.sign",
                            "3 school schools.twice",
                            "3 pupils figures.whole",
                            "4 level schools.level",
                            "5 unit schools.other-unit",
                            "5 school sheet.empty",
                            "5 pupils sheet.number",
                            "6 name sheet.empty",
                            "6 pupils sheet.number",
                            "7 level schools.level");
            assertThat(app.bean(Schools.class).of(app.round(), app.panyu())).hasSize(2);
        });
    }

    @Test
    void twoHundredThousandSchoolsAreRefused() {
        assigned(() -> assertThat(refused(() -> replace("education", HEADING + "1\t一小\t小学\n".repeat(200_000)))
                        .reason()
                        .code())
                .isEqualTo("sheet.rows"));
    }

    private void assigned(Runnable test) {
        app.rolledBack(() -> {
            app.assigned();
            test.run();
        });
    }

    private void replace(String login, String text) {
        var read = tables.read(
                own(), "学校.tsv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new Findings());
        tables.replace(own().askedBy(app.visitor(login), now()), read);
    }

    private SelfEvaluation own() {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }

    private Instant now() {
        return app.bean("clock", Clock.class).instant();
    }

    private static Refused refused(ThrowingCallable call) {
        return (Refused) catchThrowable(call);
    }

    /** Rows as a spreadsheet copies them; a bar stands for the tab between cells. */
    private static String lines(String... rows) {
        return String.join("\n", rows).replace('|', '\t');
    }
}
