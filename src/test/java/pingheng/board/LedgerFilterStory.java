package pingheng.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.ledger.Chain;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.round.Rounds;
import pingheng.value.UnitCode;

/** The ledger of a county, filtered by point, office, verb and time, page by page, by a browser without a script. */
class LedgerFilterStory {
    private static final String PAGE = "/r/GD-2020/440113/ledger";
    private static final String API = "/api/v1/rounds/GD-2020/units/440113/ledger";
    private static final Pattern ROW = Pattern.compile("<tr id=\"n(\\d+)\">");
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([a-z.-]+)\"[^>]*>([^<]*)");

    private final App app = App.fresh().assigned();

    @Test
    void whatIsAskedForIsFoundAndNothingElse() {
        try (app) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var province = Guest.as(app, "province");
            province.get("/r/GD-2020/440113/submissions/1");
            var office = Guest.as(app, "office");

            everyPageIsReached(province);
            eachFilterFinds(province);
            whatIsNotTheirsIsNotFoundByAFilter(office, province);
            oneLanguage(office);
            nothingIsLikeThat(office);
            whatCannotBeRead(office);
        }
    }

    private void everyPageIsReached(Guest province) {
        var all = numbers(entry -> true);
        assertThat(all).hasSizeGreaterThan(200);
        assertThat(walked(province, PAGE)).isEqualTo(all);
        var filled = numbers(entry -> entry.verb().equals("submission.filled"));
        assertThat(walked(province, PAGE + "?verb=submission.filled")).isEqualTo(filled);
    }

    private void eachFilterFinds(Guest province) {
        found(province, "point=3.1.1", entry -> names(entry, "3.1.1"));
        found(province, "verb=evidence.added", entry -> entry.verb().equals("evidence.added"));
        var finance = app.visitor("finance").post();
        found(
                province,
                "office=" + finance.body().name(),
                entry -> entry.actor().post().startsWith(finance.body().name() + " "));
        var day = day(entries().get(entries().size() / 2));
        found(province, "from=" + day + "&to=" + day, entry -> day(entry).equals(day));
        found(province, "to=" + day, entry -> !day(entry).isAfter(day));
        found(
                province,
                "point=3.1.1&verb=submission.filled&from=" + day,
                entry -> names(entry, "3.1.1")
                        && entry.verb().equals("submission.filled")
                        && !day(entry).isBefore(day));
        assertThat(province.get(PAGE + "?verb=submission.filled&point=3.1.1").body())
                .as("what was asked for stands in the form")
                .contains("value=\"submission.filled\" selected", "name=\"point\" value=\"3.1.1\"");
    }

    private void found(Guest guest, String asked, Predicate<Entry> like) {
        var expected = numbers(like);
        assertThat(expected).as(asked).isNotEmpty();
        assertThat(walked(guest, PAGE + "?" + encoded(asked))).as(asked).isEqualTo(expected);
        var answered = NUMBER.matcher(guest.get(API + "?" + encoded(asked)).body())
                .results()
                .map(number -> Long.valueOf(number.group(1)))
                .toList();
        assertThat(answered).as(asked).isEqualTo(expected.subList(0, Math.min(200, expected.size())));
    }

    private void whatIsNotTheirsIsNotFoundByAFilter(Guest office, Guest province) {
        assertThat(walked(province, PAGE + "?chain=province&verb=read")).isNotEmpty();
        assertThat(province.get(PAGE + "?chain=province").body()).contains("<option value=\"read\"");
        assertThat(office.get(PAGE + "?chain=province&verb=read").status()).isEqualTo(404);
        assertThat(walked(office, PAGE + "?verb=read")).isEmpty();
        assertThat(office.get(PAGE).body()).doesNotContain("<option value=\"read\"", "省人民政府教育督导室</option>");
    }

    /** Each verb of the chain has a title, and the page is in one language. */
    private void oneLanguage(Guest office) {
        var titles = OPTION.matcher(office.get(PAGE).body()).results().toList();
        assertThat(titles).hasSizeGreaterThan(10);
        assertThat(titles).noneMatch(title -> title.group(1).equals(title.group(2)));
        office.post("/language", "lang", "en", "back", "/");
        var english = OPTION.matcher(office.get(PAGE).body()).results().toList();
        assertThat(english)
                .hasSameSizeAs(titles)
                .allMatch(title -> title.group(2).matches("\\p{ASCII}+"));
        office.post("/language", "lang", "zh", "back", "/");
    }

    private static void nothingIsLikeThat(Guest office) {
        for (var none :
                List.of("point=9.9.9", "point=.*", "point=(", "point=\\", "verb=no", "office=%", "to=2001-01-01"))
            assertThat(office.get(PAGE + "?" + encoded(none)).body())
                    .as(none)
                    .contains("没有符合条件的记录", "全部记录")
                    .doesNotContain("<table");
        assertThat(office.get(PAGE + "?point=&office=&verb=&from=&to=").body()).contains("<table");
    }

    private static void whatCannotBeRead(Guest office) {
        for (var page : List.of(PAGE, API))
            for (var odd : List.of(
                    "from=x", "to=2020-13-01", "from=-9999999-01-01", "to=999999-01-01", "point=\0", "before=x"))
                assertThat(office.get(page + "?" + encoded(odd)).status())
                        .as(odd)
                        .isBetween(400, 499);
    }

    /** The numbers of all pages from an address on. */
    private static List<Long> walked(Guest guest, String address) {
        var numbers = new ArrayList<Long>();
        var next = address;
        while (!next.isEmpty()) {
            var body = guest.get(next).body();
            var rows = ROW.matcher(body)
                    .results()
                    .map(row -> Long.valueOf(row.group(1)))
                    .toList();
            assertThat(rows.size()).isLessThanOrEqualTo(100);
            numbers.addAll(rows);
            var link = NEXT.matcher(body);
            next = link.find() ? link.group(1).replace("&amp;", "&") : "";
        }
        return numbers;
    }

    private List<Entry> entries() {
        return app.bean(Ledger.class).before(Chain.of(new UnitCode("440113")), Long.MAX_VALUE, 100_000);
    }

    private List<Long> numbers(Predicate<Entry> like) {
        return entries().stream().filter(like).map(Entry::number).toList();
    }

    /** By words, not by the expression of the store. */
    private static boolean names(Entry entry, String point) {
        return List.of((entry.subject() + " " + entry.told().zh()).split("[^0-9.]+"))
                .contains(point);
    }

    private static LocalDate day(Entry entry) {
        return LocalDate.ofInstant(entry.at(), Rounds.ZONE);
    }

    private static String encoded(String asked) {
        var parts = new ArrayList<String>();
        for (var part : asked.split("&")) {
            var at = part.indexOf('=') + 1;
            parts.add(part.substring(0, at) + URLEncoder.encode(part.substring(at), StandardCharsets.UTF_8));
        }
        return String.join("&", parts);
    }
}
