package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pingheng.duty.Urgings;
import pingheng.result.release.OneReleased;
import pingheng.round.RequestContext;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;

/**
 * Two send a text to the same place, both having seen the same: what the first wrote goes on to stand, and the second is answered with
 * both texts.
 */
class SameTimeStory {
    private static final String UNIT = "/r/{round}/{unit}";
    private static final String FIRST = "先写的这一份，" + "一".repeat(8);
    private static final String SECOND = "后写的这一份，" + "二".repeat(8);

    /** The fields that hold a text somebody writes. */
    private static final Set<String> TEXTS = Set.of("text", "reason", "answer", "statement");

    /** Where a text does not stand until the next: each is added to those before, or is said of an act that the ledger keeps. */
    private static final Map<String, String> ADDED = Map.ofEntries(
            Map.entry(UNIT + "/urgings", "each is one more urging"),
            Map.entry(UNIT + "/points/{point}", "both stand side by side until one is settled: TwoWritersStory"),
            Map.entry(UNIT + "/points/{point}/settlement", "settled over what was seen: TwoWritersStory"),
            Map.entry(UNIT + "/figures/table", "a table; its cells have versions of their own"),
            Map.entry(UNIT + "/matrix", "a table; refused whole where one cell changed"),
            Map.entry(UNIT + "/schools", "a table; what it would change is shown first"),
            Map.entry(UNIT + "/dates/{stage}/extensions", "each is one more extension, with its reason in the ledger"),
            Map.entry("/rounds/{round}/dates/{stage}", "each is one more date, with its reason in the ledger"),
            Map.entry("/r/{round}/visits/draw", "a sample is drawn once"),
            Map.entry("/r/{round}/visits/named", "a unit is named once, the second is told so"),
            Map.entry("/r/{round}/deliberation/members/{post}/departure", "a member departs once"),
            Map.entry(UNIT + "/points/{point}/returns", "each is one more return, shown with its reason"),
            Map.entry("/r/{round}/deliberation", "who is there: ticks, no text"),
            Map.entry("/r/{round}/deliberation/members", "who has come: ticks, no text"),
            Map.entry("/r/{round}/deliberation/marks", "a ballot is its member's own"),
            Map.entry("/r/{round}/survey", "a file of results"),
            Map.entry(UNIT + "/figures", "figures have versions of their own"),
            Map.entry(UNIT + "/figures/withdrawals", "figures have versions of their own"),
            Map.entry(UNIT + "/figures/{figure}/owner", "who owns a figure has versions of its own"),
            Map.entry("/rounds", "each round has its own code"));

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> tried = new TreeSet<>();

    @Test
    void theSecondIsAnsweredWithBothTextsAndTheFirstStands() {
        try (var app = App.fresh().assigned()) {
            drafts(app);
            visits(app);
            Carried.upTo(app, Carried.Step.SUBMITTED);
            app.at(Instant.parse("2020-09-20T01:00:00Z"));
            reviews(app);
            signs(app);
            OneReleased.alone(app);
            app.at(Instant.parse("2020-12-26T02:00:00Z"));
            rectifies(app);

            assertThat(wrong).isEmpty();
            assertThat(saving(app)).as("every route that takes a text").isEqualTo(tried);
        }
    }

    /** What is answered or owed while a county still drafts. */
    private void drafts(App app) {
        var finance = app.visitor("finance").post().body().id();
        app.bean(Urgings.class)
                .urge(
                        new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                        new Urgings.Urge(finance, null, "请抓紧", LocalDate.of(2020, 9, 1)));
        var urging = app.bean(Urgings.class).of(app.round(), app.panyu()).stream()
                .filter(one -> one.body().equals(finance) && one.answered() == null)
                .findFirst()
                .orElseThrow()
                .id();
        twice(app, "finance", UNIT + "/urgings/{id}/answer", Map.of("id", urging), "/urgings", "answer");
        var body = String.valueOf(finance);
        app.bean(pingheng.duty.Duties.class)
                .oblige(
                        new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                        finance,
                        pingheng.duty.Obligation.SUMMARY,
                        true);
        twice(app, "finance", UNIT + "/summaries", Map.of(), "/summaries", "text", "body", body, "seen", "0");
    }

    private void visits(App app) {
        var province = app.visitor("province");
        app.bean(Sampling.class)
                .draw(app.asking(province), new Sampling.SampleDraw("同时", "at once", Map.of("county/粤北", 1)));
        app.bean(Sampling.class).name(app.asking(province), new Sampling.NamedUnit(App.PANYU, "同时"));
        var inspector = app.visitor("inspector");
        app.bean(Visiting.class)
                .assign(app.asking(province), App.PANYU, inspector.post().id());
        var visit = "/r/{round}/visits/{unit}";
        twice(app, "inspector", visit + "/findings", Map.of(), "", "text", "point", "5.1.1", "seen", "0");
        var stale = new String[] {"point", "5.1.1", "seen", "0"};
        var back = send(Guest.as(app, "inspector"), path(visit + "/findings", Map.of()), stale, "text", SECOND);
        if (!field(back, "text-5.1.1").equals(SECOND)) wrong.add("a finding is not given back under its point");
        if (!field(back, "text").isEmpty()) wrong.add("a finding is given back under another point");
        var handed = Guest.as(app, "inspector").get(path(visit, Map.of())).body();
        Guest.as(app, "inspector").post(path(visit + "/handover", Map.of()), "digest", digest(handed));
        twice(
                app,
                "office",
                visit + "/countersignature",
                Map.of(),
                "",
                "text",
                "agrees",
                "false",
                "digest",
                digest(handed));
    }

    private void reviews(App app) {
        var layer = Map.<String, Object>of("layer", "city", "point", "5.1.1");
        var review = UNIT + "/review/{layer}/{point}";
        var cell = Pattern.compile("name=\"cell\" value=\"([^\"]+)\"")
                .matcher(Guest.as(app, "city").get(path(review, layer)).body());
        assertThat(cell.find()).isTrue();
        var figure = new String[] {"cell", cell.group(1), "value", "1000", "seen", "0"};
        twice(app, "city", review + "/figures", layer, "/review/city/5.1.1", "reason", figure);
        var score = new String[] {"decision", "score", "score", "1", "seen", "0"};
        twice(app, "city", review, layer, "/review/city/5.1.1", "reason", score);
    }

    private void signs(App app) {
        var province = Map.<String, Object>of("layer", "city");
        var city = Guest.as(app, "city");
        var queue = path(UNIT + "/review/{layer}", province);
        for (var point : Pattern.compile("name=\"point\" value=\"([0-9.]+)\"|review/city/([0-9.]+)\"")
                .matcher(city.get(queue).body())
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .toList()) city.post(queue + "/" + point, "decision", "agree", "seen", "0");
        var digest = digest(city.get(queue).body());
        twice(app, "city", UNIT + "/review/{layer}/opinion", province, "/review/city", "text", "digest", digest);
        city.post(queue + "/5.1.1", "decision", "agree", "seen", "1");
        assertThat(city.get(queue).body())
                .as("void by now, both texts are there for the next opinion")
                .contains(">" + SECOND + "</textarea>", FIRST, "已失效");
        var due = new String[] {"points", "5.1.1", "due", "2020-09-30"};
        twice(app, "province", UNIT + "/submissions/{number}/returns", Map.of("number", 1), "", "reason", due);
        Guest.as(app, "finance")
                .post(path(UNIT + "/points/{point}", Map.of("point", "5.1.1")), "seen", "1", "statement", "补充说明");
        Carried.again(app, "5.1.1");
    }

    private void rectifies(App app) {
        var letter = new String[] {"document", "粤教督函〔2020〕演练2号", "text_5.1.1", "投入不足"};
        twice(app, "province", UNIT + "/letter", Map.of(), "/letter", "text", letter);
        var line = Map.<String, Object>of("number", 1);
        var body = String.valueOf(app.visitor("finance").post().body().id());
        var list = UNIT + "/rectification/{number}";
        var measure = new String[] {"body", body, "due", "2021-03-01", "seen", "0"};
        var late = new String[] {"body", body, "due", "2020-01-01", "seen", "0"};
        var back = send(Guest.as(app, "office"), path(list + "/measure", line), late, "text", SECOND);
        if (back.status() != 422 || !field(back, "measure-1").equals(SECOND))
            wrong.add("a measure is not given back in its line");
        twice(app, "office", list + "/measure", line, "/rectification", "text", measure);
        twice(app, "office", list + "/proof", line, "/rectification", "text");
        var proof = Pattern.compile("name=\"proof\" value=\"([0-9]+)\"")
                .matcher(Guest.as(app, "province")
                        .get(path(UNIT + "/rectification", Map.of()))
                        .body());
        assertThat(proof.find()).isTrue();
        var check = new String[] {"proof", proof.group(1), "accepted", "false"};
        twice(app, "province", list + "/check", line, "/rectification", "reason", check);
    }

    /** Two windows, the same form, two texts. */
    private void twice(
            App app,
            String login,
            String route,
            Map<String, Object> variables,
            String shown,
            String field,
            String... form) {
        tried.add(route);
        var address = path(route, variables);
        var first = send(Guest.as(app, login), address, form, field, FIRST);
        var second = send(Guest.as(app, login), address, form, field, SECOND);
        if (first.status() != 302) wrong.add(route + ": the first is answered " + first.status() + " " + first.body());
        if (second.status() != 409) wrong.add(route + ": the second is answered " + second.status());
        if (!second.body().contains(SECOND)) wrong.add(route + ": the second's text is not in the answer");
        if (!second.body().contains(FIRST)) wrong.add(route + ": the first's text is not in the answer");
        var page = shown.isEmpty() && route.contains("/visits/") ? "/r/{round}/visits/{unit}" : UNIT + shown;
        if (shown.isEmpty() && !route.contains("/visits/")) return;
        var stands = Guest.as(app, login).get(path(page, variables)).body();
        if (!stands.contains(FIRST) || stands.contains(SECOND)) wrong.add(route + ": the first's text does not stand");
    }

    /** What a field of a page holds; empty where there is none. */
    private static String field(Guest.Answer page, String id) {
        var found = Pattern.compile("<textarea[^>]* id=\"" + id + "\"[^>]*>([^<]*)</textarea>")
                .matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    private static Guest.Answer send(Guest guest, String path, String[] form, String field, String text) {
        var fields = new ArrayList<>(List.of(form));
        fields.addAll(List.of(field, text));
        var all = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < fields.size(); i += 2) all.put(fields.get(i), fields.get(i + 1));
        return path.endsWith("/proof")
                ? guest.upload(path, all, Map.of())
                : guest.post(path, fields.toArray(String[]::new));
    }

    private static String path(String route, Map<String, Object> variables) {
        var path = route.replace("{round}", "GD-2020").replace("{unit}", App.PANYU.text());
        for (var one : variables.entrySet())
            path = path.replace("{" + one.getKey() + "}", String.valueOf(one.getValue()));
        return path;
    }

    private static String digest(String page) {
        var found = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    /** Every address of a page that takes a text, but those where texts are added. */
    private static Set<String> saving(App app) {
        var saving = new TreeSet<String>();
        app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST) && takesText(handler))
                        mapping.getPatternValues().stream()
                                .map(path -> path.replaceAll("\\{([a-z]+):(?:[^{}]|\\{[^{}]*})*}", "{$1}"))
                                .filter(path -> !path.startsWith("/api/") && !ADDED.containsKey(path))
                                .forEach(saving::add);
                });
        return saving;
    }

    private static boolean takesText(HandlerMethod handler) {
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            if (parameter.hasParameterAnnotation(RequestParam.class)
                    && (parameter.getParameterType() == Map.class
                            || parameter.getParameterType() == String.class
                                    && TEXTS.contains(String.valueOf(parameter.getParameterName())))) return true;
        }
        return false;
    }
}
