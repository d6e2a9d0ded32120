package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;
import pingheng.duty.DutyTables;
import pingheng.framework.pages.UploadedTables;
import pingheng.framework.published.Frameworks;
import pingheng.framework.published.HandedInFramework;
import pingheng.people.pages.Uploaded;
import pingheng.people.staff.Contacts;
import pingheng.people.staff.ContactsSheet;
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
    private static final Path SMALL = Path.of("src/test/resources/pingheng/small/county");
    private static final Pattern FINDING =
            Pattern.compile("(?s)(?:<p class=\"lead\" role=\"alert\">.*?</p>\\s*)?<ol class=\"findings.*?</ol>"
                    + "|<p class=\"lead\" role=\"alert\">.*?</p>");
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

    private static App app = App.shared();

    @BeforeAll
    static void aRoundWithItsDuties() {
        app = App.fresh().assigned();
    }

    @AfterAll
    static void theEnd() {
        app.close();
    }

    @Test
    @Timeout(300)
    void aBrokenWorkbookEndsInASentenceOfOneLanguage() {
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

    /** A row, a column and the whole sheet: what of a table does not show is said, in one language, to people and to programs. */
    @Test
    @Timeout(120)
    void whatIsHiddenIsSaidAtEveryEntrance() {
        var tables = tables(app);
        assertThat(tables.keySet()).containsAll(ENTRANCES.keySet());
        tables.forEach((path, files) -> {
            var guest = Guest.as(app, ENTRANCES.getOrDefault(path, "province"));
            for (var language : List.of("zh", "en")) {
                guest.post("/language", "lang", language, "back", "/");
                var answer = guest.upload(path, Map.of("seen", seen(app)), files);
                var told = answer.status() == 302
                        ? guest.get(answer.location().replaceFirst("^https?://[^/]+", ""))
                                .body()
                        : answer.body();
                assertThat(answer.status()).as(told).isIn(200, 201, 302);
                boolean api = path.startsWith("/api");
                if (api || language.equals("zh"))
                    assertThat(told).as(path).contains("是隐藏的工作表", "其中有 1 个隐藏的行", "第 2 行", "其中有隐藏的列");
                if (api || language.equals("en"))
                    assertThat(told)
                            .as(path)
                            .contains("the sheet is hidden", "1 hidden rows are among them", "hidden columns are");
            }
        });
    }

    private static String seen(App app) {
        return String.valueOf(app.bean(SurveyResults.class).imports(app.round()).size());
    }

    /** What is taken at each entrance, by its address and the names of the files. */
    private static Map<String, Map<String, byte[]>> tables(App app) {
        var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
        var schools = new NewWorkbook("学校", List.of(9, 9, 9))
                .of(List.of("学校代码", "学校名称", "学段"), List.of(List.of("3144011301", "样一小学", "小学")));
        var survey = hidden(workbook("survey", rows(App.PROVINCE.resolve("survey.tsv"))));
        var framework = new HashMap<String, byte[]>();
        for (var name : List.of("departments", "figures", "items", "points", "rules"))
            framework.put(name + ".tsv", bytes(App.PROVINCE.resolve("county/" + name + ".tsv")));
        framework.put("settings.xlsx", hidden(workbook("a", rows(App.PROVINCE.resolve("county/settings.tsv")))));
        return Map.of(
                "/people/" + App.PANYU + "/contacts",
                Map.of("a.xlsx", hidden(contacts())),
                PANYU + "/matrix",
                Map.of("a.xlsx", hidden(app.bean(DutyTables.class).workbook(app.round(), app.panyu()))),
                PANYU + "/schools",
                Map.of("a.xlsx", hidden(schools)),
                PANYU + "/figures/table",
                Map.of("a.xlsx", hidden(app.bean(FigureTables.class).workbook(own))),
                "/r/GD-2020/survey",
                Map.of("a.xlsx", survey),
                "/api/v1/rounds/GD-2020/survey",
                Map.of("a.xlsx", survey),
                "/frameworks",
                framework,
                "/api/v1/frameworks",
                framework);
    }

    private static byte[] contacts() {
        return new NewWorkbook("contacts", List.of(9, 9, 9, 9, 9))
                .of(List.of("单位", "岗位", "角色", "姓名", "登录名"), List.of(List.of("财政局", "样岗", "联系人", "样一", "yang-yi")));
    }

    private static byte[] hidden(byte[] workbook) {
        return new BrokenWorkbooks(workbook, 1)
                .with(Map.of(
                        "<row r=\"2\"",
                        "<row r=\"2\" hidden=\"1\"",
                        "min=\"1\" max=\"1\"",
                        "min=\"1\" max=\"1\" hidden=\"1\"",
                        "sheetId=\"1\"",
                        "sheetId=\"1\" state=\"hidden\""));
    }

    private static List<List<String>> rows(Path table) {
        return new String(bytes(table), StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static byte[] workbook(String sheet, List<List<String>> rows) {
        return new NewWorkbook(sheet, rows.getFirst().stream().map(one -> 9).toList())
                .of(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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
                bytes -> figures.read(
                        own.askedBy(app.visitor("finance"), arrived), own, "a.xlsx", new ByteArrayInputStream(bytes)));
        broken(
                schools.workbook(own),
                bytes -> schools.read(own, "a.xlsx", new ByteArrayInputStream(bytes), new Findings()));
        broken(
                workbook(),
                bytes -> survey.read(app.round(), "a.xlsx", new ByteArrayInputStream(bytes), new Findings()));
        var known = app.bean(Contacts.class).known(app.panyu());
        broken(
                contacts(),
                bytes -> new Uploaded(file("联系人.xlsx", bytes))
                        .read(ContactsSheet.TABLE, new Findings(), folder -> ContactsSheet.read(folder, known)));
        frameworks(app);
    }

    /** Each table of a framework in its turn. */
    private static void frameworks(App app) {
        var frameworks = app.bean(Frameworks.class);
        var whole = new TreeMap<String, List<List<String>>>();
        for (var table : List.of("departments", "figures", "items", "points", "rules", "settings"))
            whole.put(table, rows(SMALL.resolve(table + ".tsv")));
        whole.forEach((table, rows) -> {
            var others = whole.keySet().stream()
                    .filter(one -> !one.equals(table))
                    .map(one -> file(one + ".tsv", bytes(SMALL.resolve(one + ".tsv"))))
                    .toList();
            broken(workbook(table, rows), 2_000 / whole.size() + 1, bytes -> {
                var files = new ArrayList<MultipartFile>(others);
                files.add(file(table + ".xlsx", bytes));
                new UploadedTables(files)
                        .in(folder -> frameworks.publish(
                                app.visitor("province"), HandedInFramework.in(folder, new Findings())));
            });
        });
    }

    private static MultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static void broken(byte[] whole, Consumer<byte[]> entrance) {
        broken(whole, 2_000, entrance);
    }

    private static void broken(byte[] whole, int count, Consumer<byte[]> entrance) {
        var workbooks = new BrokenWorkbooks(whole, 20201126);
        for (int i = 0; i < count; i++) {
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
        return found.find() ? found.group() : page;
    }
}
