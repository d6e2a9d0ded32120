package pingheng.submission.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.app.App;
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.sheet.BrokenWorkbooks;
import pingheng.sheet.written.NewWorkbook;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.figures.Reporting;

class FigureTablesTest {
    private static final String HEADING = "代码\t数据项\t分项\t2019\t2018\t2020-09-01\t来源\t底稿\n";

    private final App app = App.shared();
    private final FigureTables tables = app.bean(FigureTables.class);

    @Test
    void whatIsTakenOutComesInAgainAndChangesNothing() {
        assigned(() -> {
            save("finance", "education_spending\t\t\t12,345.60\t１２０００", "level_spending\t\t小学\t500");
            save("market", "canteens\t\t\t\t\t20");

            var read = tables.read(
                    own().askedBy(app.visitor("finance"), now()),
                    own(),
                    "数据.xlsx",
                    new ByteArrayInputStream(tables.workbook(own())));
            assertThat(read.entries()).isEmpty();
            assertThat(read.same()).isEqualTo(4);
        });
    }

    @Test
    void onlyTheCellsThatChangedAreSavedWithTheirSource() {
        assigned(() -> {
            save("finance", "education_spending\t\t\t100\t90");
            var read = save("finance", "education_spending\t\t\t１０１\t90.00\t\t决算表第 3 页");

            assertThat(read.entries()).hasSize(1);
            assertThat(read.same()).isEqualTo(1);
            assertThat(reported())
                    .extracting(
                            Reported::key,
                            Reported::written,
                            Reported::source,
                            reported -> reported.version().number())
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("education_spending@2019", "101", "决算表第 3 页", 2),
                            org.assertj.core.groups.Tuple.tuple("education_spending@2018", "90", "", 1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-09-01", "2020/9/1", "2020/09/01", "2020.9.1", "2020年9月1日", "２０２０／９／１"})
    void aTableInGb18030WithRareCharactersAndADayThatASpreadsheetRewroteIsTaken(String day) {
        assigned(() -> {
            // 㑇 and 𠮷 take four bytes
            var table = "某区㑇𠮷单位,,,,\n代码,数据项,分项," + day + ",来源\ncanteens,,,20,㑇𠮷街市场监管所台账\n";
            var read = tables.read(
                    own().askedBy(app.visitor("market"), now()),
                    own(),
                    "数据.csv",
                    new ByteArrayInputStream(table.getBytes(Charset.forName("GB18030"))));

            assertThat(read.entries()).singleElement().isInstanceOfSatisfying(Entry.Value.class, entry -> {
                assertThat(entry.cell().key()).isEqualTo("canteens@2020-09-01");
                assertThat(entry.typed()).isEqualTo("20");
                assertThat(entry.source()).isEqualTo("㑇𠮷街市场监管所台账");
            });
        });
    }

    @Test
    void aHeadingThatIsADateCellIsThatDay() {
        assigned(() -> {
            var sheet = new NewWorkbook("数据", List.of(9, 9, 9, 9))
                    .of(List.of("代码", "数据项", "分项", "44075"), List.of(List.of("canteens", "", "", "21")));
            // a number as a day: what a spreadsheet makes of 2020/9/1 where it is typed
            var dated = new BrokenWorkbooks(sheet, 1)
                    .with(Map.of(
                            "<c r=\"D1\" s=\"1\" t=\"s\"><v>3</v></c>",
                            "<c r=\"D1\" s=\"2\"><v>44075</v></c>",
                            "</cellXfs>",
                            "<xf numFmtId=\"14\" xfId=\"0\"/></cellXfs>"));
            var read = tables.read(
                    own().askedBy(app.visitor("market"), now()), own(), "数据.xlsx", new ByteArrayInputStream(dated));

            assertThat(read.entries()).singleElement().isInstanceOfSatisfying(Entry.Value.class, entry -> {
                assertThat(entry.cell().key()).isEqualTo("canteens@2020-09-01");
                assertThat(entry.typed()).isEqualTo("21");
            });
        });
    }

    @Test
    void aFigureIsFoundByItsTitleWhereTheCodeIsLeftOut() {
        assigned(() -> {
            save("finance", "\t一般公共预算教育经费\t\t100", "\t分学段一般公共预算教育经费\t初中\t50");

            assertThat(reported())
                    .extracting(Reported::key)
                    .containsExactlyInAnyOrder("education_spending@2019", "level_spending.junior@2019");
        });
    }

    @Test
    void whatSomebodyChangedMeanwhileIsRefusedByNameAndNothingIsSaved() {
        assigned(() -> {
            save("finance", "education_spending\t\t\t100\t90");
            save("finance", "education_spending\t\t\t150");

            var seen = "2019#1=100 2018#1=90";
            var refused = refused(() -> save("finance", "education_spending\t\t\t101\t91\t\t\t" + seen));
            assertThat(told(refused)).containsExactly("2 2019 figure.changed-meanwhile");
            assertThat(refused.reason().sentence().zh())
                    .contains(app.visitor("finance").name(), "150", "101");
            assertThat(reported()).extracting(Reported::written).containsExactlyInAnyOrder("150", "90");

            save("finance", "education_spending\t\t\t100\t91\t\t\t" + seen);
            assertThat(reported())
                    .as("a cell that was not touched is left to whoever changed it")
                    .extracting(Reported::written)
                    .containsExactlyInAnyOrder("150", "91");
        });
    }

    @Test
    void cellsOfOthersAreRefusedAtTheirPlaceAndNothingIsSaved() {
        assigned(() -> {
            var refused = refused(() -> save("finance", "education_spending\t\t\t100", "canteens\t\t\t\t\t20"));

            assertThat(told(refused)).containsExactly("3 2020-09-01 figure.not-owner");
            assertThat(reported()).isEmpty();
        });
    }

    @Test
    void whatTheGridHasNotIsRefusedAllAtOnce() {
        assigned(() -> {
            var refused = refused(() -> save(
                    "office",
                    "no_such\t\t\t1",
                    "level_spending\t\t大学\t1",
                    "education_spending\t\t\t一百\t-1\t5",
                    "\t\t\t7",
                    "canteens\t\t\t\t\t2.5"));

            assertThat(told(refused))
                    .containsExactly(
                            "2 代码 figures.unknown-row",
                            "3 代码 figures.unknown-row",
                            "4 2020-09-01 figures.other-period-cell",
                            "4 2019 sheet.number",
                            "4 2018 figures.sign",
                            "5 数据项 figures.unknown-row",
                            "6 2020-09-01 figures.whole");
        });
    }

    @Test
    void aColumnThatIsNoPeriodOfTheGridIsRefused() {
        assigned(() -> {
            var refused = refused(() -> read("office", "代码\t数据项\t2031\neducation_spending\t\t5"));

            assertThat(told(refused)).containsExactly("2 2031 figures.other-column");
        });
    }

    @Test
    void yuanWhereTenThousandYuanAreAskedIsWarnedOfAndSaved() {
        assigned(() -> {
            var read = save("finance", "education_spending\t\t\t1,000,000,000\t95,000");

            assertThat(read.warnings())
                    .extracting(Sentence::zh)
                    .singleElement()
                    .satisfies(warning -> assertThat(warning).contains("一般公共预算教育经费", "万元", "一万倍"));
            assertThat(reported()).hasSize(2);
            assertThat(save("finance", "education_spending\t\t\t100,000").warnings())
                    .isEmpty();
        });
    }

    @Test
    void whoHasNoPartIsRefusedBeforeAnythingIsRead() {
        assigned(() -> {
            for (var login : List.of("finance-check", "deputy", "city", "province"))
                assertThat(refused(() -> read(login, "no table at all"))
                                .reason()
                                .code())
                        .as(login)
                        .isEqualTo("figure.owns-none");
        });
    }

    @Test
    void aHostileTableIsRefusedInWords() {
        assigned(() -> {
            assertThat(told(refused(() -> read("office", HEADING + "canteens\n".repeat(200_000)))))
                    .containsExactly("10001 null sheet.rows");
            assertThat(told(refused(() -> read("office", "学校代码\t学校名称\n1\t甲"))))
                    .containsExactly("0 null sheet.no-heading");
            var wide = IntStream.range(0, 600).mapToObj(i -> "2019").collect(Collectors.joining("\t"));
            assertThat(told(refused(() -> read("office", "数据项\t" + wide + "\nx"))))
                    .containsExactly("1 null sheet.columns");
        });
    }

    @Test
    void aDraftOfVersionsThatMakesNoSenseCountsAsNone() {
        assigned(() -> {
            save("finance", "education_spending\t\t\t100");
            save("finance", "education_spending\t\t\t101\t\t\t\t2019#99999999999=1 ##= 2019=100");

            assertThat(reported()).extracting(Reported::written).containsExactly("101");
        });
    }

    private void assigned(Runnable test) {
        app.rolledBack(() -> {
            app.assigned();
            test.run();
        });
    }

    private FigureChanges save(String login, String... rows) {
        var read = read(login, HEADING + String.join("\n", rows));
        app.bean(Reporting.class).report(own().askedBy(app.visitor(login), now()), read.entries());
        return read;
    }

    private FigureChanges read(String login, String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return tables.read(own().askedBy(app.visitor(login), now()), own(), "数据.tsv", bytes);
    }

    private SelfEvaluation own() {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }

    private List<Reported> reported() {
        return app.bean(ReportedFigures.class).of(app.round(), app.panyu());
    }

    private Instant now() {
        return app.bean("clock", Clock.class).instant();
    }

    private static Refused refused(ThrowingCallable call) {
        return (Refused) catchThrowable(call);
    }

    private static List<String> told(Refused refused) {
        return refused.findings().stream()
                .map(one -> one.place().row() + " " + one.place().column() + " " + one.code())
                .toList();
    }
}
