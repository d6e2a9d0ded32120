package pingheng.submission.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.framework.rule.Marks;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.account.Accounts;
import pingheng.people.staff.Staff;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.rehearsal.Opening;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SignOffs;
import pingheng.submission.tables.FigureTables;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** Bodies of one county over the same figures: the supervision office signs a point, the education bureau owns a figure of it. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class OwnedFiguresStory {
    private static final App APP = App.fresh().assigned();
    private static final String PANYU = "/r/GD-2020/440113";

    /** Led by the supervision office; reads schools_all, which the education bureau owns, and schools_inspected, its own. */
    private static final String POINT = "4.2.2";

    private static final String ALL = "schools_all@2020-12-31";
    private static final String INSPECTED = "schools_inspected@2020-12-31";
    private static final String SAFE = "schools_safe@2020-12-31";
    private static final String CANTEENS = "canteens@2020-09-01";
    private static final String DISABLED = "disabled_registered@2019/20";
    private static final Instant NOW = Opening.BEGINS;

    @AfterAll
    static void close() {
        APP.close();
    }

    @Test
    void aSignatureThatFallsSaysOnPageAndDeskWhoChangedWhatFromWhatToWhat() {
        report("education", value(ALL, "235", Version.NONE));
        report("supervision", value(INSPECTED, "230", Version.NONE));
        signed();

        report("education", value(ALL, "240", new Version(1)));

        assertThat(point().state()).isEqualTo(OwnPoint.State.DRAFT);
        var supervision = letIn("supervision");
        var told = List.of("签名已失效", name("education"), "学校和幼儿园总数", "235", "240");
        assertThat(supervision.get(PANYU + "/points/" + POINT).body()).contains(told);
        assertThat(supervision.get("/").body()).contains(told);
        assertThat(letIn("supervision-check").get("/").body()).contains(told);
    }

    @Test
    void aaTheDeskOfAnOwnerSaysWhichFiguresAreMissing() {
        assertThat(letIn("market").get("/").body()).contains("报送数据：还缺 3 个数", "学校食堂总数 2020-09-01");
        assertThat(letIn("market-check").get("/").body()).doesNotContain("报送数据");
    }

    @Test
    void bWithdrawnIsAVersionAndTheHistorySaysSo() {
        report("police", value(SAFE, "234", Version.NONE));
        var police = letIn("police");

        var emptied = police.post(PANYU + "/figures", "cell", SAFE, "value", "", "seen", "1");
        assertThat(emptied.status()).isEqualTo(409);
        assertThat(emptied.body()).contains("此格原为 234", "没有保存", "撤回这个数", "figures/withdrawals\"");
        assertThat(police.post(PANYU + "/figures/withdrawals", "cell", SAFE, "seen", "1", "reason", "口径有误")
                        .status())
                .isEqualTo(302);

        assertThat(own().figuresReported()).doesNotContainKey(SAFE);
        assertThat(own().point(new PointCode("1.4.2")).orElseThrow().missing())
                .extracting(Cell::key)
                .contains(SAFE);
        assertThat(police.get(PANYU + "/figures/schools_safe").body()).contains("（撤回）", "234", "口径有误", name("police"));
        assertThat(report("police", value(SAFE, "233", new Version(2)))
                        .getFirst()
                        .version()
                        .number())
                .isEqualTo(3);
    }

    @Test
    void cASourceAloneIsSavedShownExportedAndKept() {
        report("market", value(CANTEENS, "153", Version.NONE));
        var market = letIn("market");

        var told =
                pasted(market, "代码\t数据项\t2020-09-01\t来源\t底稿\ncanteens\t\t153\t市场监管局 2020 年台账第 3 页\t2020-09-01#1=153");
        assertThat(told).contains("保存了 1 个数");
        assertThat(now(CANTEENS).source()).isEqualTo("市场监管局 2020 年台账第 3 页");
        assertThat(market.get(PANYU + "/figures").body()).contains("市场监管局 2020 年台账第 3 页");
        assertThat(market.get(PANYU + "/points/1.4.3").body()).contains("市场监管局 2020 年台账第 3 页");

        market.post(PANYU + "/figures", "cell", CANTEENS, "value", "154", "seen", "2");
        assertThat(now(CANTEENS).written()).isEqualTo("154");
        assertThat(now(CANTEENS).source()).as("the next value keeps it").isEqualTo("市场监管局 2020 年台账第 3 页");

        var taken = APP.bean(FigureTables.class).workbook(own());
        var again = market.upload(PANYU + "/figures/table", Map.of(), "数据.xlsx", taken);
        assertThat(again.status()).as(again.body()).isEqualTo(302);
        assertThat(now(CANTEENS).version().number())
                .as("what is taken out changes nothing")
                .isEqualTo(3);
    }

    @Test
    void dAnEmptiedCellIsToldAndStaysUntilItIsWithdrawn() {
        Version version = now(CANTEENS).version();
        var market = letIn("market");
        var table = "代码\t数据项\t2020-09-01\t来源\t底稿\ncanteens\t学校食堂总数\t\t\t2020-09-01#" + version + "=154";

        var told = pasted(market, table);

        assertThat(told).contains("有 1 格清空了", "学校食堂总数 2020-09-01", "撤回，还是保留", "figures/withdrawals", "154");
        assertThat(own().figuresReported()).containsKey(CANTEENS);
        assertThat(pasted(letIn("finance"), table)).contains("区市场监督管理局", "您不能改");
    }

    @Test
    void eATableOfAnotherIsRefusedCellByCellAndNothingOfItIsSaved() {
        var table = "代码\t数据项\t2020-12-31\t2020-09-01\t2019\n"
                + "schools_safe\t\t200\t\t\ncanteens\t\t\t1\t\neducation_spending\t\t\t\t100";
        var before = own().reported();

        var refused = letIn("finance").post(PANYU + "/figures/table", "text", table);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("第 2 行「2020-12-31」列", "由市公安局番禺区分局报送", "第 3 行「2020-09-01」列", "由区市场监督管理局报送");
        assertThat(own().reported()).isEqualTo(before);
    }

    @Test
    void fTheOfficeMovesAFigureWithAReasonAndThenItIsTheOthers() {
        var office = letIn("office");
        var health = String.valueOf(APP.visitor("health").post().body().id());
        var path = PANYU + "/figures/canteens/owner";

        assertThat(office.post(path, "body", health, "reason", " ").status()).isEqualTo(422);
        assertThat(letIn("market").post(path, "body", health, "reason", "不归我们管").status())
                .isEqualTo(403);
        assertThat(office.post(path, "body", health, "reason", "机构改革").status()).isEqualTo(302);
        assertThat(office.post(path, "body", health, "reason", "再来一次").status()).isEqualTo(409);

        var refused = (Refused) catchThrowable(
                () -> report("market", value(CANTEENS, "1", now(CANTEENS).version())));
        assertThat(refused.reason().sentence().zh()).contains("区卫生健康局", "改派");
        report("health", value(CANTEENS, "160", now(CANTEENS).version()));
        assertThat(office.get(PANYU + "/figures/canteens").body())
                .contains("机构改革", "160", name("health"), name("market"));
        assertThat(APP.bean(Ledger.class).about(Chain.of(App.PANYU), "figure/canteens", 50))
                .filteredOn(entry -> entry.verb().equals("figure.owner"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.told().zh()).contains("区卫生健康局", "区市场监督管理局", "机构改革"));
    }

    @Test
    void gForABodyThatNobodySignsInForTheOfficeEntersWithAReason() {
        var office = APP.visitor("office");
        var people = APP.bean(People.class);
        var post = people.posts(App.PANYU).stream()
                .filter(one -> one.id().equals(APP.visitor("disabled").post().id()))
                .findFirst()
                .orElseThrow();
        var entry = value(DISABLED, "1054", Version.NONE);
        assertThat(((Refused) catchThrowable(() -> report("office", entry)))
                        .reason()
                        .code())
                .isEqualTo("figure.not-owner");

        APP.at(NOW.plus(Duration.ofDays(1)));
        APP.bean(Staff.class).dismiss(office, APP.panyu(), post.id(), new Login("disabled"));
        APP.at(NOW.plus(Duration.ofDays(2)));

        assertThat(((Refused) catchThrowable(() -> report("office", entry)))
                        .reason()
                        .code())
                .isEqualTo("figure.for-another");
        var saved = report("office", new Entry.Value(entry.cell(), "1054", null, "残联尚未配备联系人，按来函代填", Version.NONE));
        assertThat(saved.getFirst().reason()).contains("按来函代填");
        assertThat(saved.getFirst().person().text()).isEqualTo("office");
    }

    private static String pasted(Guest guest, String table) {
        var answer = guest.post(PANYU + "/figures/table", "text", table);
        if (answer.status() != 302) return answer.body();
        return guest.get(answer.location().replaceFirst("^https?://[^/]+", "")).body();
    }

    private static FigureVersion now(String cell) {
        return Objects.requireNonNull(own().reported().get(cell), cell);
    }

    private static void signed() {
        var answers = APP.bean(Answers.class);
        var supervision = APP.visitor("supervision");
        var draft = new Answers.Draft(point().answer().version(), Marks.NONE, null, "", "责任督学全部挂牌。");
        answers.save(own().askedBy(supervision, NOW), new PointCode(POINT), draft);
        var signOffs = APP.bean(SignOffs.class);
        signOffs.sign(own().askedBy(supervision, NOW), new PointCode(POINT), Step.FILLED, point().digest());
        signOffs.sign(
                own().askedBy(APP.visitor("supervision-check"), NOW),
                new PointCode(POINT),
                Step.CHECKED,
                point().digest());
        assertThat(point().state()).isEqualTo(OwnPoint.State.CHECKED);
    }

    private static List<FigureVersion> report(String login, Entry... entries) {
        return APP.bean(Reporting.class).report(own().askedBy(APP.visitor(login), NOW), List.of(entries));
    }

    private static Entry value(String cell, String typed, Version seen) {
        return new Entry.Value(Cells.of(APP, own(), cell), typed, null, "", seen);
    }

    private static SelfEvaluation own() {
        return APP.bean(SelfEvaluations.class).of(APP.round(), APP.panyu());
    }

    private static OwnPoint point() {
        return own().point(new PointCode(POINT)).orElseThrow();
    }

    private static String name(String login) {
        return APP.visitor(login).name();
    }

    private static Guest letIn(String login) {
        var accounts = APP.bean(Accounts.class);
        if (accounts.cast().stream().noneMatch(cast -> cast.login().text().equals(login)))
            accounts.cast(new Login(login), new Sentence("报送", "reports"));
        return Guest.as(APP, login);
    }
}
