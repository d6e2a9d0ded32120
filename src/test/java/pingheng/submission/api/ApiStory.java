package pingheng.submission.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.app.Program;
import tools.jackson.databind.JsonNode;

class ApiStory {
    private static final String UNIT = "/api/v1/rounds/GD-2020/units/440113";
    private static final String POINT = UNIT + "/points/5.1.1";

    @Test
    void aProgramCarriesAPointAndAnotherRecomputesTheReceipt() {
        try (var app = App.fresh().assigned()) {
            var finance = Program.as(app, "finance");
            figuresAreReportedOnce(finance);
            twoTextsAtOnceAreBothKept(finance);
            twoPersonsSignWhatTheySaw(finance, Program.as(app, "finance-check"));

            Carried.upTo(app, Carried.Step.SUBMITTED);
            var city = Program.as(app, "city");
            var d2 = theReceiptIsRecomputed(city);
            theLedgerIsRecomputed(city, d2);
            theReceiptOnPaperNamesTheKeyOfTheBackups(app);
        }
    }

    private static void figuresAreReportedOnce(Program finance) {
        var missing = finance.get(POINT).json().path("missing");
        assertThat(missing.size()).isPositive();
        for (var cell : missing) {
            var entry = "[{'cell': '%s', 'value': '１０,020.50', 'source': '决算', 'seen': 0}]".formatted(cell.asString());
            var saved = finance.json("PUT", UNIT + "/figures", json(entry));

            assertThat(saved.status()).as(saved.body()).isEqualTo(200);
            assertThat(saved.json().path(0).path("value").path("value").asString())
                    .isEqualTo("10020.5");
            assertThat(finance.json("PUT", UNIT + "/figures", json(entry.replace("20.50", "21")))
                            .code())
                    .isEqualTo("figure.changed-meanwhile");
        }
        var point = finance.get(POINT).json();
        assertThat(point.path("missing")).isEmpty();
        assertThat(point.path("proposal").path("score").asString()).isEqualTo("2.5");
    }

    private static void twoTextsAtOnceAreBothKept(Program finance) {
        var first = finance.json("PUT", POINT + "/draft", json("{'seen': 0, 'statement': '只增不减。'}"));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("draft").path("version").asInt()).isEqualTo(1);
        assertThat(first.json().path("draft").path("at").asString()).matches("2020-08-18T09:\\d\\d:\\d\\d.*\\+08:00");
        assertThat(first.json().path("draft").has("claim")).isFalse();

        var second = finance.json("PUT", POINT + "/draft", json("{'seen': 0, 'statement': '同时写的。'}"));
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().path("beside").path(0).path("statement").asString())
                .isEqualTo("同时写的。");
        assertThat(second.json().path("why_not").path("fill").path("code").asString())
                .isEqualTo("submission.beside");

        var blind = finance.json("POST", POINT + "/settlement", json("{'seen': 0, 'statement': '没有看。'}"));
        assertThat(blind.status()).as("settled without having seen").isEqualTo(202);

        long text = blind.json().path("beside").path(0).path("id").asLong();
        var merged = finance.json(
                "POST",
                POINT + "/settlement",
                json("{'seen': 1, 'beside': [%d], 'statement': '只增不减。同时写的。'}".formatted(text)));
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.json().path("beside")).isEmpty();
    }

    private static void twoPersonsSignWhatTheySaw(Program finance, Program checker) {
        var point = finance.get(POINT).json();
        var digest = point.path("digest").asString();
        assertThat(digest).isEqualTo(sha256(point.path("content").asString()));

        assertThat(sign(finance, "filled", "0".repeat(64)).code()).isEqualTo("submission.changed-since-seen");
        assertThat(sign(finance, "filled", digest).json().path("state").asString())
                .isEqualTo("filled");
        assertThat(sign(finance, "checked", digest).code()).isEqualTo("submission.checker");
        assertThat(sign(checker, "checked", digest).json().path("state").asString())
                .isEqualTo("checked");
    }

    private static Program.Answer sign(Program program, String step, String digest) {
        return program.json(
                "POST", POINT + "/sign-offs", json("{'step': '%s', 'digest': '%s'}".formatted(step, digest)));
    }

    private static String theReceiptIsRecomputed(Program city) {
        var number =
                city.get(UNIT + "/submissions").json().path(0).path("number").asInt();
        var receipt = city.get(UNIT + "/submissions/" + number).json();
        var freeze = receipt.path("freeze");
        var d2 = sha256(receipt.path("manifest").asString());
        var d1 = sha256(freeze.path("manifest").asString());

        assertThat(receipt.path("d2").asString()).isEqualTo(d2);
        assertThat(receipt.path("seal_key").asString()).isEqualTo(App.SEAL_KEY.text());
        assertThat(receipt.path("manifest").asString()).contains("frozen\t" + d1 + "\n");
        assertThat(freeze.path("manifest").asString())
                .contains("content\t" + sha256(freeze.path("content").asString()) + "\n");
        for (var scan : freeze.path("scans"))
            assertThat(receipt.path("manifest").asString())
                    .contains(scan.path("kind").asString() + "\t"
                            + scan.path("sha256").asString());

        var file = city.get(UNIT + "/evidence").json().path(0);
        var bytes = city.get(UNIT + "/evidence/" + file.path("id").asLong());
        assertThat(sha256(bytes.whole().body())).isEqualTo(file.path("sha256").asString());
        assertThat(freeze.path("manifest").asString())
                .contains("file\t" + file.path("sha256").asString());
        return d2;
    }

    private static void theReceiptOnPaperNamesTheKeyOfTheBackups(App app) {
        var pdf = Guest.as(app, "office")
                .get("/r/GD-2020/440113/submissions/1/receipt.pdf")
                .whole()
                .body();
        try (var receipt = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(receipt).replaceAll("\\s", ""))
                    .contains("备份封印公钥")
                    .contains(App.SEAL_KEY.text());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void theLedgerIsRecomputed(Program city, String d2) {
        var page = city.get(UNIT + "/ledger").json();
        var hash = page.path(0).path("hash").asString();
        long number = page.path(0).path("number").asLong();
        var told = new ArrayList<String>();
        while (!page.isEmpty()) {
            for (var entry : page) {
                assertThat(entry.path("number").asLong()).isEqualTo(number--);
                assertThat(entry.path("hash").asString()).isEqualTo(hash).isEqualTo(sha256(said(entry)));
                hash = entry.path("previous").asString();
                told.add(entry.path("verb").asString() + " " + entry.path("en").asString());
            }
            page = city.get(UNIT + "/ledger?before=" + (number + 1)).json();
        }
        assertThat(number).isZero();
        assertThat(hash).isEqualTo("0".repeat(64));
        assertThat(told)
                .anyMatch(one -> one.startsWith("submission.submitted ") && one.contains(d2))
                .noneMatch(one -> one.startsWith("read "));
        assertThat(city.get(UNIT + "/ledger?chain=city").json().findValuesAsString("en"))
                .as("who looked from above stands in the chain of those above")
                .contains("submission 1 was looked at");
    }

    private static String said(JsonNode entry) {
        var said = new StringBuilder();
        for (var field : List.of(
                "previous",
                "unit",
                "number",
                "at",
                "wall",
                "person",
                "post",
                "actor_unit",
                "verb",
                "subject",
                "zh",
                "en")) {
            var value = entry.path(field).asString();
            said.append(value.length()).append(':').append(value).append('\n');
        }
        return said.toString();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
