package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingheng.duty.DutyTables;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.sheet.BrokenWorkbooks;
import pingheng.sheet.written.NewWorkbook;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.tables.FigureTables;
import pingheng.submission.tables.SchoolTables;
import pingheng.survey.SurveyResults;

/** Every address that takes a table: a broken workbook ends in a sentence of one language, and in nothing else. */
class EntrancesTest {
    private static final String PANYU = "/r/GD-2020/" + App.PANYU;
    private static final Pattern FINDING = Pattern.compile("(?s)<ol class=\"findings[^>]*>(.*?)</ol>");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Two entrances, the login that may use each, and whether it takes several files. */
    private static final Map<String, String> ENTRANCES = Map.of(
            "/people/" + App.PANYU + "/contacts",
            "office",
            PANYU + "/matrix",
            "office",
            PANYU + "/schools",
            "education",
            PANYU + "/figures/table",
            "finance",
            "/r/GD-2020/survey",
            "province",
            "/frameworks",
            "province");

    @Test
    @Timeout(300)
    void aBrokenWorkbookEndsInASentenceOfOneLanguage() {
        try (var app = App.fresh().assigned()) {
            var cut = new BrokenWorkbooks(workbook(), 1).with(Map.of("123456.789</v>", "123456.78"));
            ENTRANCES.forEach((path, login) -> {
                var guest = Guest.as(app, login);
                var chinese = guest.upload(path, Map.of(), "settings.xlsx", cut);
                assertThat(chinese.status()).as(path).isEqualTo(422);
                assertThat(findings(chinese.body())).as(path).contains("工作簿").doesNotContain("save it anew");

                guest.post("/language", "lang", "en", "back", "/");
                var english = guest.upload(path, Map.of(), "settings.xlsx", cut);
                assertThat(findings(english.body()))
                        .as(path)
                        .contains("save it anew")
                        .doesNotContainPattern(HAN);
            });
            twoThousandAtEach(app);
        }
    }

    /** At the verbs behind the addresses, so that it is quick. */
    private static void twoThousandAtEach(App app) {
        var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
        var duties = app.bean(DutyTables.class);
        var figures = app.bean(FigureTables.class);
        var schools = app.bean(SchoolTables.class);
        var survey = app.bean(SurveyResults.class);
        var arrived = app.bean("clock", Clock.class).instant();
        broken(
                duties.workbook(app.round(), app.panyu()),
                bytes -> duties.read(app.round(), app.panyu(), "a.xlsx", new ByteArrayInputStream(bytes)));
        broken(
                figures.workbook(own),
                bytes -> figures.read(app.visitor("finance"), own, "a.xlsx", new ByteArrayInputStream(bytes), arrived));
        broken(
                schools.workbook(own),
                bytes -> schools.read(own, "a.xlsx", new ByteArrayInputStream(bytes), new Findings()));
        broken(
                workbook(),
                bytes -> survey.read(app.round(), "a.xlsx", new ByteArrayInputStream(bytes), new Findings()));
    }

    private static void broken(byte[] whole, Consumer<byte[]> entrance) {
        var workbooks = new BrokenWorkbooks(whole, 20201126);
        for (int i = 0; i < 2_000; i++) {
            try {
                entrance.accept(workbooks.next());
            } catch (Refused told) {
                assertThat(told.reason().sentence().en()).isNotBlank();
            }
        }
    }

    private static byte[] workbook() {
        return new NewWorkbook("settings", List.of(10, 10))
                .of(List.of("key", "value"), List.of(List.of("code", "A"), List.of("total", "123456.789")));
    }

    private static String findings(String page) {
        var found = FINDING.matcher(page);
        return found.find() ? found.group(1) : page;
    }
}
