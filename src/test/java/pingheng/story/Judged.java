package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import pingheng.app.App;
import pingheng.naive.NaiveRanking;
import pingheng.pictures.Browsers;
import pingheng.rehearsal.Script;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;
import pingheng.result.RankingFile;

/** What happens to Panyu once it has submitted; the script plays everybody whom nobody plays here. */
final class Judged {
    /** The points that are checked on site in the example. */
    private static final List<String> ON_SITE = List.of("3.2.3", "5.2.1", "5.3.5", "6.1.1", "6.4.1", "6.4.3");

    private final App app;
    private final Browsers browsers;

    Judged(App app, Browsers browsers) {
        this.app = app;
        this.browsers = browsers;
    }

    void carry() throws IOException {
        app.bean(Script.class).by(App.PROVINCE, false);
        until("2020-09-20");
        theCityReviews();
        until("2020-10-20");
        theProvinceReviews();
        until("2020-11-06");
        anInspectorVisits();
        until("2020-11-20");
        theProvinceDecidesOnSite();
        until("2020-12-10");
        theCommitteeDeliberates();
        until("2020-12-15");
        twoRelease();
        until("2020-12-26");
        everybodyReads();
    }

    private void theCityReviews() {
        try (var city = new Desk(browsers, app, "city", "zh", Desk.WIDE)) {
            city.open("review/city").click("a:has-text('5.2.1')").sees("单位的说明");
            city.press("同意自评").open("review/city/5.2.1").sees("历次结论");
        }
    }

    private void theProvinceReviews() {
        try (var province = new Desk(browsers, app, "province", "en", Desk.WIDE)) {
            province.open("review/province/5.1.5").sees("Evidence").press("Agree");
            province.open("review/province/5.1.5").sees("Decisions so far");
        }
    }

    private void anInspectorVisits() {
        try (var province = new Desk(browsers, app, "province", "zh", Desk.WIDE);
                var inspector = new Desk(browsers, app, "inspector", "zh", Desk.PHONE);
                var office = new Desk(browsers, app, "office", "zh", Desk.WIDE)) {
            province.go("/r/GD-2020/visits").click("main a:has-text('番禺区')").press("指派");
            assertThat(office.reload().text()).doesNotContain("会签");
            inspector.reload().click("a:has-text('实地核查番禺区')");
            for (var point : ON_SITE) {
                inspector.choose("#point", point).fill("#text", "查看台账和现场，" + point + " 已核对。");
                inspector.click("form:has(#point) button").sees(point + " 已核对");
            }
            inspector.press("交被查单位会签").sees("待会签");
            office.reload().click("a:has-text('会签实地核查记录')").sees("6.4.3 已核对");
            office.press("情况属实").sees("已会签：属实");
        }
    }

    private void theProvinceDecidesOnSite() {
        try (var province = new Desk(browsers, app, "province", "zh", Desk.WIDE)) {
            province.go("/r/GD-2020/visits/440113").click("a[href$='/review/onsite/5.2.1']");
            province.press("同意自评").open("review/onsite/5.2.1").sees("历次结论");
            province.open("review/onsite/1.1.1").sees("这个观测点没有实地核查记录");
        }
    }

    private void theCommitteeDeliberates() {
        try (var province = new Desk(browsers, app, "province", "zh", Desk.WIDE);
                var member = new Desk(browsers, app, "member1", "zh", Desk.PHONE)) {
            province.go("/r/GD-2020/deliberation").press("开始合议").sees("达到法定人数");
            member.go("/r/GD-2020/deliberation").click("[name=recused_440113]");
            member.fill("[name=reason_440113]", "联系该区域，回避").press("保存全部");
            member.sees("已完成 1 /");
        }
    }

    private void twoRelease() {
        try (var first = new Desk(browsers, app, "province", "zh", Desk.WIDE);
                var second = new Desk(browsers, app, "province-head", "en", Desk.WIDE);
                var office = new Desk(browsers, app, "office", "zh", Desk.WIDE)) {
            first.go("/r/GD-2020/results").sees("没有疑点");
            first.fill("#document", "粤教督〔2020〕演练1号")
                    .fill("#approved", "2020-12-14")
                    .fill("#day", "2020-12-25")
                    .press("提请发布这一结果");
            assertThat(first.canPress("确认发布")).isFalse();
            second.go("/r/GD-2020/results").press("Confirm the release").sees("Released: document");
            office.go("/r/GD-2020/ranking").sees("没有这个页面");
        }
    }

    private void everybodyReads() throws IOException {
        try (var office = new Desk(browsers, app, "office", "zh", Desk.PHONE);
                var province = new Desk(browsers, app, "province", "zh", Desk.WIDE)) {
            office.go("/r/GD-2020/ranking").sees("县级 珠三角");
            var mine = office.text()
                    .lines()
                    .filter(line -> line.contains("440113"))
                    .toList();
            assertThat(mine)
                    .as("its place among 48")
                    .anySatisfy(line -> assertThat(line).contains("35", "番禺区", "100.63"));
            office.open("dossier").sees("第 35 名");
            var ranking = new String(province.fetch("/r/GD-2020/ranking.csv"), StandardCharsets.UTF_8);
            assertThat(ranking).isEqualTo(evaluated()).isEqualTo(NaiveRanking.of(App.PROVINCE));
        }
    }

    private static String evaluated() {
        var evaluation = EvaluationFolder.read(App.PROVINCE);
        return RankingFile.text(RankingFile.lines(evaluation.units(), Evaluator.evaluate(evaluation)));
    }

    private void until(String day) {
        app.bean(Script.class).playTo(Instant.parse(day + "T02:00:00Z"));
    }
}
