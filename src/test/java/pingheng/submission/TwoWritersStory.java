package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Statements;
import pingheng.people.account.Accounts;
import pingheng.problem.Sentence;
import pingheng.value.Login;
import pingheng.value.PointCode;

/** Two on one point, each at a page of their own that saves by itself, until somebody settles what they wrote. */
class TwoWritersStory {
    private static final App APP = App.fresh().assigned();
    private static final Pattern SEEN =
            Pattern.compile("id=\"seen\"><input type=\"hidden\" name=\"seen\" value=\"(\\d+)\"");

    private static final Pattern OVER = Pattern.compile("form=\"answer\" name=\"(over|aside)\" value=\"(\\d+)\"");

    private final Guest finance = Guest.as(APP, "finance");
    private final Guest office = Guest.as(APP, "office");

    @AfterAll
    static void close() {
        APP.close();
    }

    @Test
    void aTextThatCameSecondNeverReplacesTheFirstHoweverOftenItIsSaved() {
        var point = "5.1.3";
        int seen = seen(office.get(path(point)));
        autosave(finance, point, seen, "财政局写的");

        int kept = seen;
        for (var text : new String[] {"办公室写的", "办公室写的，又加一句", "办公室写的，又加两句"}) {
            var answer = autosave(office, point, kept, text);
            assertThat(answer.body()).as("both texts, in the answer").contains("财政局写的", text);
            kept = seen(answer);
        }

        assertThat(kept).as("what the second writer has seen").isEqualTo(seen);
        assertThat(statement(point)).isEqualTo("财政局写的");
    }

    @Test
    void anOpenPageSeesBothTextsByTwoStatements() {
        var point = "5.1.1";
        int seen = seen(office.get(path(point)));
        autosave(finance, point, seen, "财政局写的");
        assertThat(now(office, point, seen, "0-0-0").body())
                .as("before the second has saved anything")
                .contains("财政局写的", "也在写这一点", "第 1 版", "再保存时，您的文字与它并存");
        autosave(office, point, seen, "办公室写的");

        for (var guest : List.of(finance, office)) {
            var asked = now(guest, point, seen, "1-0-0");
            assertThat(asked.body()).contains("财政局写的", "办公室写的", "并存", "以上面写的为准");
            assertThat(asked.body())
                    .as("no field to type in, no masthead")
                    .doesNotContain("<textarea", "<nav", "<html");
            assertThat(now(guest, point, seen, state(asked)).status())
                    .as("nothing new")
                    .isEqualTo(204);
        }
        assertThat(Statements.of(() -> now(finance, point, seen, "1-0-0"))).hasSizeBetween(1, 2);
        for (var login : List.of("city", "province", "office-440103"))
            assertThat(now(signedIn(login), point, seen, "").status()).as(login).isEqualTo(404);
    }

    @Test
    void withoutScriptTheSecondWriterHasTheirOwnTextInTheFormAndTheFirstBesideIt() {
        var point = "5.1.2";
        int seen = seen(office.get(path(point)));
        autosave(finance, point, seen, "财政局写的");
        office.post(path(point), "seen", String.valueOf(seen), "statement", "办公室写的");

        var own = office.get(path(point));
        assertThat(field(own)).isEqualTo("办公室写的");
        assertThat(own.body()).contains("财政局写的");
        assertThat(seen(own)).as("what the text was written on").isEqualTo(seen);
        var first = finance.get(path(point));
        assertThat(field(first)).isEqualTo("财政局写的");
        assertThat(first.body()).contains("办公室写的");

        finance.post(path(point), "seen", String.valueOf(seen(first)), "statement", "财政局接着写的");
        assertThat(statement(point)).as("the first goes on").isEqualTo("财政局接着写的");
        assertThat(office.get(path(point)).body()).contains("财政局接着写的", "办公室写的");
    }

    @Test
    void whoHasNotSeenTheNewestTextSettlesNothingAndLosesNothing() {
        var point = "5.1.4";
        int seen = seen(office.get(path(point)));
        autosave(finance, point, seen, "财政局写的");
        autosave(office, point, seen, "办公室写的");
        var shown = office.get(path(point));
        autosave(finance, point, seen + 1, "财政局又写的");

        settle(office, point, shown, "statement", "两人合写的", "seen", String.valueOf(seen));

        assertThat(statement(point)).isEqualTo("财政局又写的");
        var again = office.get(path(point));
        assertThat(again.body()).contains("还没有定", "财政局又写的");
        assertThat(field(again)).isEqualTo("两人合写的");

        settle(office, point, again, "statement", "两人合写的", "seen", String.valueOf(seen));
        assertThat(statement(point)).isEqualTo("两人合写的");
        assertThat(office.get(path(point)).body()).contains("已定").doesNotContain("财政局又写的");
    }

    @Test
    void eitherTextIsTakenAsItIs() {
        var point = "5.1.5";
        int seen = seen(office.get(path(point)));
        autosave(finance, point, seen, "先写的");
        autosave(office, point, seen, "后写的");
        var shown = finance.get(path(point));
        settle(finance, point, shown, "take", number(shown, "后写的"));
        assertThat(statement(point)).isEqualTo("后写的");

        autosave(office, point, seen + 2, "先写的二");
        autosave(finance, point, seen + 2, "后写的二");
        settle(finance, point, finance.get(path(point)), "take", "0");
        assertThat(statement(point)).isEqualTo("先写的二");
        assertThat(finance.get(path(point)).body()).contains("已定").doesNotContain("后写的二");

        var history = finance.get(path(point) + "/texts").body();
        assertThat(history)
                .as("both texts, who and when, and what became of them")
                .contains("先写的", "后写的", "后写的二", "并存过", "<del>先写的</del>", "林晓岚", "2020-08-18 09:00");
        assertThat(finance.get(path(point)).body()).contains(path(point) + "/texts");
        var above = signedIn("city").get(path(point) + "/texts");
        assertThat(above.body()).as("from above: what stood").contains("先写的二").doesNotContain("后写的二");
        assertThat(signedIn("office-440103").get(path(point) + "/texts").status())
                .isEqualTo(404);
    }

    /** Asks as an open page does by itself. */
    private static Guest.Answer now(Guest guest, String point, int seen, String state) {
        return guest.get(path(point) + "/now?seen=" + seen + "&state=" + state);
    }

    /** Settles over what a page showed. */
    private static void settle(Guest guest, String point, Guest.Answer shown, String... form) {
        var fields = new ArrayList<>(List.of(form));
        OVER.matcher(shown.body()).results().forEach(found -> fields.addAll(List.of(found.group(1), found.group(2))));
        assertThat(guest.post(path(point) + "/settlement", fields.toArray(String[]::new))
                        .status())
                .isEqualTo(302);
    }

    /** The number by which the text is taken. */
    private static String number(Guest.Answer shown, String text) {
        var found = Pattern.compile(text + "</p>.*?name=\"take\" value=\"(\\d+)\"", Pattern.DOTALL)
                .matcher(shown.body());
        assertThat(found.find()).as(shown.body()).isTrue();
        return found.group(1);
    }

    private static String field(Guest.Answer page) {
        return page.body().replaceAll("(?s).*name=\"statement\"[^>]*>([^<]*)</textarea>.*", "$1");
    }

    private static String state(Guest.Answer part) {
        return part.body().replaceAll("(?s).*name=\"state\" value=\"([^\"]*)\".*", "$1");
    }

    private static Guest signedIn(String login) {
        var accounts = APP.bean(Accounts.class);
        if (accounts.cast().stream().noneMatch(cast -> cast.login().text().equals(login)))
            accounts.cast(new Login(login), new Sentence("旁人", "others"));
        return Guest.as(APP, login);
    }

    private static String path(String point) {
        return "/r/GD-2020/440113/points/" + point;
    }

    private static Guest.Answer autosave(Guest guest, String point, int seen, String statement) {
        var form = new StringBuilder("seen=" + seen);
        var fields = new java.util.LinkedHashMap<>(guest.opened());
        fields.put("statement", statement);
        fields.forEach((name, value) ->
                form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var answer = guest.send(guest.request(path(point))
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static int seen(Guest.Answer page) {
        var found = SEEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static String statement(String point) {
        return APP.bean(SelfEvaluations.class)
                .of(APP.round(), APP.panyu())
                .point(new PointCode(point))
                .orElseThrow()
                .answer()
                .statement();
    }
}
