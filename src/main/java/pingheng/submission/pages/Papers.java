package pingheng.submission.pages;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pingheng.paper.Paper;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;

/** What a county prints: the form and the pledge to be stamped, and the receipt. They are in Chinese, as the files of the office are. */
final class Papers {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS xxx", Locale.ROOT);

    private Papers() {}

    /** The self-evaluation form and, on a page of its own, the truthfulness pledge; D1 stands at the foot of each page. */
    static Paper form(FormPage page) {
        var own = page.own();
        var freeze = page.freeze();
        var paper = Paper.form("D1 " + freeze.digest());
        head(paper, own, "自评表");
        paper.field("报送", "第 " + freeze.number() + " 次").field("定稿摘要 D1", freeze.digest());
        paper.field(
                "自评合计", own.sum().setScale(2, java.math.RoundingMode.HALF_UP).toPlainString());
        for (var point : own.points()) point(paper, page, point);
        paper.rule().signatures("填表人（办公室）：", "审核人：", "领导小组组长或副组长：");
        paper.stamp("（盖章）").turn();
        head(paper, own, "自评材料真实性承诺书");
        paper.text("　　本单位承诺：第 " + freeze.number() + " 次报送的自评材料（定稿摘要 D1 如页脚所示）与教育事业统计数据和实际情况相符，"
                + "没有编造、虚报；所附佐证材料真实、完整。如有不实，愿承担相应责任。");
        return paper.signatures("领导小组组长：", "日期：").stamp("（政府盖章）");
    }

    /** The receipt: what arrived when, under which digests. */
    static byte[] receipt(ReceiptPage page) {
        var submission = page.submission();
        var zone = page.context().round().settings().zone();
        var paper = Paper.form("D2 " + submission.digest());
        paper.title(page.context().unit().name() + " 报送回执");
        paper.field("评价", page.context().round().settings().title().zh())
                .field(
                        "单位",
                        page.context().unit().name() + " "
                                + page.context().unit().code())
                .field("报送", "第 " + submission.number() + " 次")
                .field("到达时间", submission.arrived().atZone(zone).format(TIME))
                .field("报送人", page.sender())
                .field("定稿摘要 D1", page.freeze().digest())
                .field("报送摘要 D2", submission.digest())
                .field("上一次", submission.number() == 1 ? "—" : submission.previous())
                .field("台账", page.ledger());
        page.sealKey().ifPresent(key -> paper.field("备份封印公钥", key.text()));
        paper.rule()
                .text("D2 是下列清单的 SHA-256，任何人都可以重算：")
                .text(submission.manifest().replace('\t', ' '));
        return paper.pdf();
    }

    private static void head(Paper paper, SelfEvaluation own, String title) {
        var settings = own.round().settings();
        paper.title(own.unit().name() + title);
        if (!settings.official()) paper.text("（复原稿·非官方）");
        paper.field("评价", settings.title().zh())
                .field("单位", own.unit().name() + " " + own.unit().code());
    }

    private static void point(Paper paper, FormPage page, OwnPoint own) {
        var signed = own.signed();
        paper.heading(own.point().code() + "　" + own.point().title().zh());
        paper.text("分值 " + own.point().points() + "　自评分 "
                + own.own()
                        .map(score -> score.stripTrailingZeros().toPlainString())
                        .orElse("—")
                + "　填表人 "
                + (signed.filled() == null ? "" : page.name(signed.filled().person()))
                + "　审核人 "
                + (signed.checked() == null ? "" : page.name(signed.checked().person())));
        paper.text(own.answer().statement());
    }
}
