package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.ledger.Ledger;
import pingheng.pictures.Browsers;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluations;

/**
 * Contact, checker, office and deputy head carry Panyu from the import of the table to the receipt, and once more after a return;
 * reviewers, an inspector, a committee member and two who release carry it on to its place among 48.
 */
class PanyuStory {
    private static final byte[] PDF = Carried.pdf("form");

    /** Another paper than the form: the same bytes are not taken as both. */
    private static final byte[] PLEDGE = Carried.pdf("pledge");

    @Test
    void aCountyIsCarriedFromTheTableToItsPlace() throws IOException {
        try (var app = App.fresh();
                var browsers = new Browsers()) {
            theOfficeImportsTheTable(app, browsers);
            aContactFillsAPointOnAPhone(app, browsers);
            theCheckerSendsItBackAndChecksIt(app, browsers);
            app.checked();
            var first = theWholeIsSignedFrozenStampedAndSubmitted(app, browsers, 1);
            theCityReturnsAPoint(app, browsers);
            aSupplementIsWritten(app, browsers);
            var second = theWholeIsSignedFrozenStampedAndSubmitted(app, browsers, 2);

            assertThat(second).contains(first);
            new Judged(app, browsers).carry();
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    private static void theOfficeImportsTheTable(App app, Browsers browsers) throws IOException {
        try (var office = new Desk(browsers, app, "office", "zh", Desk.WIDE)) {
            office.open("matrix").sees("54 个观测点没有牵头单位");
            office.upload("input[type=file][name=file]", "分工表.tsv", table());
            office.press("预览").sees("将改变 54 个观测点");
            office.press("确认导入").open("matrix");
            assertThat(office.text()).doesNotContain("没有牵头单位");
        }
    }

    /** The table of the framework, as an office would write it. */
    private static byte[] table() throws IOException {
        var rows = new StringBuilder("观测点\t牵头单位\t配合单位\n");
        for (var line : Files.readAllLines(Path.of("examples/guangdong-2020/county/points.tsv"))) {
            var cells = line.split("\t", -1);
            if (!cells[6].equals("county")) continue;
            rows.append(cells[0])
                    .append('\t')
                    .append(cells[7])
                    .append('\t')
                    .append(cells[8])
                    .append('\n');
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void aContactFillsAPointOnAPhone(App app, Browsers browsers) {
        try (var contact = new Desk(browsers, app, "finance", "zh", Desk.PHONE)) {
            contact.click("a:has-text('5.1.5')").sees("还没有自评打分");
            contact.fill("#mark-0", "1").fill("#mark-1", "１");
            contact.fill("#statement", "专户管理，按月核算。").sees("已保存");
            contact.upload("#file", "专户凭证.pdf", PDF).press("上传").sees("专户凭证.pdf");
            contact.sees("内容齐全").press("填报签名").sees("待审核");
        }
    }

    private static void theCheckerSendsItBackAndChecksIt(App app, Browsers browsers) {
        try (var checker = new Desk(browsers, app, "finance-check", "en", Desk.WIDE);
                var contact = new Desk(browsers, app, "finance", "zh", Desk.WIDE)) {
            checker.click("a:has-text('5.1.5')")
                    .fill("#return-reason", "请写明核算依据")
                    .press("Send back");
            checker.sees("sent back");

            contact.open("points/5.1.5").sees("请写明核算依据");
            contact.fill("#statement", "专户管理，按月核算，依据见附件。").sees("已保存");
            contact.open("points/5.1.5").press("填报签名").sees("待审核");

            checker.open("points/5.1.5").press("Sign as checker").sees("checked");
        }
    }

    private static String theWholeIsSignedFrozenStampedAndSubmitted(App app, Browsers browsers, int number) {
        try (var office = new Desk(browsers, app, "office", "zh", Desk.WIDE);
                var deputy = new Desk(browsers, app, "deputy", "en", Desk.PHONE)) {
            office.open("submission");
            assertThat(office.canPress("定稿")).isFalse();
            office.press("办公室审定");
            deputy.open("submission").press("Sign for the leading group");
            office.open("submission").press("定稿").sees("撤销定稿");
            assertThat(new String(office.download("a[href$='form.pdf']"), StandardCharsets.US_ASCII))
                    .startsWith("%PDF-1.5");
            office.upload("#scan-form", "盖章自评表.pdf", PDF)
                    .click("form:has(#scan-form) button")
                    .sees("盖章自评表.pdf");
            office.upload("#scan-pledge", "承诺书.pdf", PLEDGE)
                    .click("form:has(#scan-pledge) button")
                    .sees("承诺书.pdf");
            office.press("报送").sees("报送回执");

            assertThat(office.path()).endsWith("/submissions/" + number);
            var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
            var submission =
                    app.bean(Seals.class).submissions(own.round(), own.unit()).getFirst();
            assertThat(office.text()).contains(submission.digest()).contains(App.SEAL_KEY.text());
            return number == 1 ? submission.digest() : submission.manifest();
        }
    }

    private static void theCityReturnsAPoint(App app, Browsers browsers) {
        try (var city = new Desk(browsers, app, "city", "en", Desk.WIDE)) {
            city.click("a:has-text('番禺区')").open("submissions/1");
            city.fill("#points", "5.1.5")
                    .fill("#reason", "专户凭证不清晰")
                    .fill("#due", "2020-08-25")
                    .press("Return");
            city.sees("Returned for a supplement");
        }
    }

    private static void aSupplementIsWritten(App app, Browsers browsers) {
        try (var contact = new Desk(browsers, app, "finance", "en", Desk.PHONE);
                var checker = new Desk(browsers, app, "finance-check", "zh", Desk.PHONE)) {
            contact.sees("5.1.5").open("points/5.1.2");
            assertThat(contact.canPress("Save")).isFalse();
            contact.open("points/5.1.5").fill("#statement", "专户凭证已重新扫描。").sees("Saved (version");
            contact.open("points/5.1.5").press("Sign as filler").sees("to be checked");
            checker.open("points/5.1.5").press("审核签名").sees("已审核");
        }
    }
}
