package pingheng.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.ledger.Ledger;
import pingheng.result.release.OneReleased;

/** A letter follows a released result, and what it asks to be put right is planned, proved, re-checked and closed. */
class RectificationStory {
    private static final String UNIT = "/r/GD-2020/440113";
    private static final String LIST = UNIT + "/rectification";
    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([0-9]+)\"");

    @Test
    void whatALetterAsksForIsFollowedUntilItIsClosed() throws IOException {
        try (var app = App.fresh().assigned()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            nothingBeforeTheRelease(app);
            OneReleased.alone(app);
            app.at(Instant.parse("2020-12-26T02:00:00Z"));

            issues(app);
            isRead(app);
            plans(app);
            proves(app);
            isChecked(app);
            everyOther(app);
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    private static void nothingBeforeTheRelease(App app) {
        for (var login : List.of("office", "city", "deputy"))
            for (var path : List.of(LIST, UNIT + "/letter", UNIT + "/letter.pdf", UNIT + "/letter.docx"))
                assertThat(Guest.as(app, login).get(path).status())
                        .as(login + path)
                        .isEqualTo(404);
        assertThat(Guest.as(app, "province")
                        .post(UNIT + "/letter", "document", "1", "text", "x")
                        .status())
                .isEqualTo(409);
        assertThat(Guest.as(app, "office").get("/r/GD-2020/rectification").status())
                .isEqualTo(404);
    }

    private static void issues(App app) {
        var province = Guest.as(app, "province");
        var drafted = province.get(UNIT + "/letter").body();
        assertThat(drafted).contains("还没有印发", "番禺区", "满分");
        var points = Pattern.compile("name=\"text_([0-9.]+)\"")
                .matcher(drafted)
                .results()
                .map(one -> one.group(1))
                .toList();
        assertThat(points).hasSizeBetween(3, 8);
        assertThat(province.post(UNIT + "/letter", "document", " ", "text", "意见")
                        .body())
                .contains("请写明意见书文号", "意见");
        assertThat(province.post(UNIT + "/letter", "document", "1", "text", "").status())
                .isEqualTo(422);
        assertThat(province.post(UNIT + "/letter", "document", "1", "text", "x", "text_9.9.9", "没有这个点")
                        .status())
                .isEqualTo(422);
        assertThat(Guest.as(app, "office")
                        .post(UNIT + "/letter", "document", "1", "text", "x")
                        .status())
                .isEqualTo(403);

        assertThat(province.post(
                                UNIT + "/letter",
                                "document",
                                "粤教督函〔2020〕演练2号",
                                "text",
                                "请<b>整改</b>。",
                                "text_" + points.getFirst(),
                                "生师比偏高",
                                "text_" + points.getLast(),
                                "  ",
                                "text_" + points.get(1),
                                "校舍面积不足")
                        .status())
                .isEqualTo(302);
        assertThat(province.post(UNIT + "/letter", "document", "2", "text", "再发一次")
                        .status())
                .isEqualTo(409);
    }

    private static void isRead(App app) throws IOException {
        var office = Guest.as(app, "office");
        assertThat(office.get(UNIT + "/letter").body())
                .contains("请&lt;b&gt;整改", "校舍面积不足")
                .doesNotContain("<b>整改");
        var letter = app.bean(Letters.class).letter(app.round(), app.panyu()).orElseThrow();
        assertThat(letter.deficiencies()).as("what was emptied is left out").hasSize(2);
        assertThat(letter.digest())
                .isEqualTo(new Letter.Draft(letter.text(), letter.deficiencies())
                        .digest(app.round(), app.panyu(), letter.document(), letter.head()));
        assertThat(office.get(UNIT + "/letter.pdf").whole().body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        try (var word = new XWPFDocument(new ByteArrayInputStream(
                office.get(UNIT + "/letter.docx").whole().body()))) {
            assertThat(word.getParagraphs())
                    .extracting(paragraph -> paragraph.getText())
                    .anySatisfy(text -> assertThat(text).contains("校舍面积不足"));
        }
        for (var login : List.of("member1", "inspector"))
            assertThat(Guest.as(app, login).get(LIST).status()).as(login).isEqualTo(404);
        assertThat(Guest.as(app, "city").get(LIST).status()).isEqualTo(200);
    }

    private static void plans(App app) {
        var office = Guest.as(app, "office");
        var finance = body(app);
        assertThat(office.get("/").body()).contains("整改：2 个问题", "待制定措施");
        assertThat(plan(Guest.as(app, "finance"), finance, "加强", "2021-03-01", 0))
                .isEqualTo(403);
        assertThat(plan(Guest.as(app, "province"), finance, "加强", "2021-03-01", 0))
                .isEqualTo(403);
        assertThat(plan(office, finance, " ", "2021-03-01", 0)).isEqualTo(422);
        assertThat(plan(office, "0", "加强", "2021-03-01", 0)).isEqualTo(422);
        assertThat(plan(office, finance, "加强", "2020-12-26", 0)).as("today").isEqualTo(422);
        assertThat(plan(office, finance, "补充编制 20 名", "2021-03-01", 0)).isEqualTo(302);
        assertThat(plan(office, finance, "两人同时", "2021-03-01", 0)).isEqualTo(409);
        assertThat(plan(office, finance, "补充编制 30 名", "2021-02-01", 1)).isEqualTo(302);
        assertThat(office.get(LIST).body()).contains("补充编制 30 名", "整改中").doesNotContain("逾期");
    }

    private static void proves(App app) {
        var finance = Guest.as(app, "finance");
        assertThat(prove(Guest.as(app, "education"), "1", "不是责任单位")).isEqualTo(403);
        assertThat(prove(Guest.as(app, "office"), "2", "没有措施")).isEqualTo(409);
        assertThat(prove(Guest.as(app, "office"), "9", "没有这条")).isEqualTo(404);
        assertThat(prove(finance, "1", " ")).isEqualTo(422);
        assertThat(finance.upload(
                                LIST + "/1/proof",
                                Map.of("text", "程序"),
                                "a.pdf",
                                "MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1))
                        .status())
                .as("what a file is, is told by its content")
                .isEqualTo(422);
        assertThat(prove(finance, "1", "已补充 30 名")).isEqualTo(302);
        assertThat(prove(finance, "1", "再来一份")).as("waits for the re-check").isEqualTo(409);
        assertThat(Guest.as(app, "province").get("/").body()).contains("复查整改证明");
        app.at(Instant.parse("2021-02-02T02:00:00Z"));
        assertThat(finance.get(LIST).body()).contains("逾期", "待复查");
    }

    private static void isChecked(App app) {
        var province = Guest.as(app, "province");
        assertThat(check(Guest.as(app, "office"), "1", proof(province), true, ""))
                .isEqualTo(403);
        assertThat(check(province, "1", "999999", true, ""))
                .as("not the one that was seen")
                .isEqualTo(409);
        assertThat(check(province, "1", proof(province), false, " ")).isEqualTo(422);
        assertThat(check(province, "1", proof(province), false, "只到岗 20 名")).isEqualTo(302);
        assertThat(prove(Guest.as(app, "office"), "1", "现已全部到岗")).isEqualTo(302);
        assertThat(check(province, "1", proof(province), true, "")).isEqualTo(302);
        assertThat(prove(Guest.as(app, "office"), "1", "还要报")).isEqualTo(409);
        assertThat(plan(Guest.as(app, "office"), body(app), "还要改", "2021-12-01", 2))
                .isEqualTo(409);
        assertThat(province.get("/r/GD-2020/rectification").body()).contains("已销号");
        var list = app.bean(Rectifications.class).of(app.round(), app.panyu()).orElseThrow();
        assertThat(list.items()).extracting(Item::state).containsExactly(State.CLOSED, State.OPEN);
        assertThat(list.items().getFirst().proofs()).hasSize(2);
    }

    /** Every unit without a letter gets the drafted one, once. */
    private static void everyOther(App app) {
        var province = Guest.as(app, "province");
        assertThat(Guest.as(app, "city")
                        .post("/r/GD-2020/letters", "document", "3")
                        .status())
                .isEqualTo(403);
        assertThat(province.post("/r/GD-2020/letters", "document", "3").status())
                .isEqualTo(302);
        assertThat(app.bean(Letters.class).issued(app.round())).hasSize(143);
        assertThat(province.post("/r/GD-2020/letters", "document", "3").status())
                .isEqualTo(409);
    }

    private static String body(App app) {
        return String.valueOf(app.visitor("finance").post().body().id());
    }

    private static int plan(Guest guest, String body, String text, String due, int seen) {
        return guest.post(LIST + "/1/measure", "text", text, "body", body, "due", due, "seen", String.valueOf(seen))
                .status();
    }

    private static int prove(Guest guest, String number, String text) {
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return guest.upload(LIST + "/" + number + "/proof", Map.of("text", text), "证明.pdf", pdf)
                .status();
    }

    private static int check(Guest guest, String number, String proof, boolean accepted, String reason) {
        return guest.post(
                        LIST + "/" + number + "/check",
                        "proof",
                        proof,
                        "accepted",
                        String.valueOf(accepted),
                        "reason",
                        reason)
                .status();
    }

    private static String proof(Guest province) {
        var found = PROOF.matcher(province.get(LIST).body());
        return found.find() ? found.group(1) : "0";
    }
}
