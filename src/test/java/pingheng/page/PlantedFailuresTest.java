package pingheng.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** A fault at each point that a request passes: the answer is ours, in the language asked for, and what it says of the data is so. */
class PlantedFailuresTest {
    private static final String POINT = "/r/GD-2020/440113/points/5.1.1";

    private int number;

    @Test
    void aFaultAnywhereIsToldTruly() {
        try (var app = App.fresh().assigned()) {
            var finance = Guest.as(app, "finance");
            finance.get(POINT);
            var wrong = new ArrayList<String>();
            var passed = new TreeSet<String>();
            for (var point : new TreeSet<>(Planted.POINTS))
                for (var kind : List.of(Planted.Kind.UNCHECKED, Planted.Kind.INPUT, Planted.Kind.ERROR)) {
                    var planted = point + "=" + kind;
                    if (save(app, finance, planted, wrong)) passed.add(point);
                    if (look(finance, "/", planted, wrong)) passed.add(point);
                    if (look(finance, "/api/v1/posts", planted, wrong)) passed.add(point);
                }
            assertThat(wrong).isEmpty();
            assertThat(passed).as("points that a request passes").hasSizeGreaterThan(30);
            assertThat(passed)
                    .contains(
                            "filter Arrival before",
                            "argument RequestContextArgument",
                            "answer PageAnswers",
                            "handler after");
        }
    }

    /** A handler whose first verb is done and whose second refuses is one of them. */
    @Test
    void aRefusalAfterSomethingWasSavedDoesNotSayThatNothingWas() {
        try (var app = App.fresh().assigned()) {
            var finance = Guest.as(app, "finance");
            var wrong = new ArrayList<String>();
            var met = new TreeSet<Boolean>();
            for (var point : new TreeSet<>(Planted.POINTS)) {
                if (!handled(point)) continue;
                var text = "第 " + ++number + " 稿";
                var answer = send(app, finance, point + "=" + Planted.Kind.REFUSED, text);
                if (!answer.body().contains(">planted<")) continue;
                boolean saved = stored(app).equals(text);
                met.add(saved);
                if (answer.body().matches("(?s).*[Nn]othing was (changed|applied).*") == saved)
                    wrong.add(point + ": saved is " + saved + ", but the page says otherwise");
                if (answer.body().contains("something was saved") != saved)
                    wrong.add(point + ": saved is " + saved + ", but the page is silent");
                if (answer.body().contains("(not saved, copy it from here)") == saved)
                    wrong.add(point + ": saved is " + saved + ", but the text is given back otherwise");
            }
            assertThat(wrong).isEmpty();
            assertThat(met).as("refused before and after the save").containsExactly(false, true);
        }
    }

    /** A type that is none is the sender's fault, unless all that was needed stood in the address and was saved. */
    @Test
    void whatWasSavedWasTakenWhateverItsType() {
        try (var app = App.fresh().assigned()) {
            var finance = Guest.as(app, "finance");
            var query = "?" + form(app, finance, "类型不对");
            var answer = finance.send(finance.request(POINT + query)
                    .header(Planted.HEADER, "handler after=" + Planted.Kind.UNCHECKED)
                    .header("Content-Type", "*/*")
                    .POST(HttpRequest.BodyPublishers.noBody()));

            assertThat(stored(app)).isEqualTo("类型不对");
            assertThat(answer.body()).contains("page.partly-saved").doesNotContain("没有受理");
        }
    }

    /** Saves an answer; whether the fault was met. */
    private boolean save(App app, Guest guest, String planted, List<String> wrong) {
        var text = "第 " + ++number + " 稿";
        String body;
        int status;
        try {
            var answer = send(app, guest, planted, text);
            status = answer.status();
            body = answer.body();
        } catch (UncheckedIOException cut) {
            return true;
        }
        boolean saved = stored(app).equals(text);
        if (status < 400) {
            if (!saved) wrong.add(planted + ": says done, and is not");
            return false;
        }
        if (!body.contains("<html lang=\"en\">") || !body.contains("role=\"alert\""))
            wrong.add(planted + ": no page of ours");
        if (body.contains("page.not-saved") == saved)
            wrong.add(planted + ": saved is " + saved + ", but the page says otherwise");
        if (body.contains("page.partly-saved") != saved)
            wrong.add(planted + ": saved is " + saved + ", but the page is silent");
        if (!saved && body.contains("page.not-saved") && handled(planted) && !body.contains(text))
            wrong.add(planted + ": the text is not given back");
        return true;
    }

    private static Guest.Answer send(App app, Guest guest, String planted, String text) {
        return guest.send(guest.request(POINT)
                .header(Planted.HEADER, planted)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(app, guest, text))));
    }

    private static String form(App app, Guest guest, String text) {
        var fields = new TreeMap<>(guest.opened());
        fields.put("seen", String.valueOf(version(app)));
        fields.put("statement", text);
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Only where a handler of ours has been chosen is the text known to be a text. */
    private static boolean handled(String planted) {
        return planted.matches("(argument|answer|handler).*");
    }

    private static boolean look(Guest guest, String path, String planted, List<String> wrong) {
        try {
            var answer = guest.send(guest.request(path)
                    .header(Planted.HEADER, planted)
                    .header("Accept-Language", "zh")
                    .GET());
            if (answer.status() < 400) return false;
            boolean ours = path.startsWith("/api/")
                    ? answer.body().contains("\"type\":\"urn:problem:page.broken\"")
                    : answer.body().contains("<html lang=\"zh-CN\">")
                            && answer.body().contains("您只是打开页面")
                            && !answer.body().contains("没有提交内容"); // a page that a save leads to is opened, too
            if (!ours) wrong.add(path + " " + planted + ": not ours, " + answer.status());
            return true;
        } catch (UncheckedIOException cut) {
            return true;
        }
    }

    private static Version version(App app) {
        return answer(app).version();
    }

    private static String stored(App app) {
        return answer(app).statement();
    }

    private static pingheng.submission.Answer answer(App app) {
        return app.bean(SelfEvaluations.class)
                .of(app.round(), app.panyu())
                .point(new PointCode("5.1.1"))
                .orElseThrow()
                .answer();
    }
}
