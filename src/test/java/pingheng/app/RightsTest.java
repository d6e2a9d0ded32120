package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: every route, asked as every role, in one golden file; with {@code -Dgolden=write} it is written anew, to be read
 * as a difference.
 */
class RightsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/rights.golden.txt");

    /** The sign-in names and what they are called. */
    private static final Map<String, String> ROLES = roles();

    @Test
    void everyRouteAnswersEachRoleAsTheTableSays() throws IOException {
        var asked = new LinkedHashMap<String, Map<String, List<String>>>();
        try (var app = App.fresh().assigned()) {
            var asking = Asking.of(app);
            var guests = new LinkedHashMap<String, Guest>();
            for (var login : ROLES.keySet())
                guests.put(login, login.isEmpty() ? new Guest(app) : asking.signedIn(login));
            ask(asking, guests, List.of(App.PANYU.text(), Asking.OTHER), asked);
            Carried.upTo(app, Carried.Step.SUBMITTED);
            ask(asking, guests, List.of(App.PANYU.text()), asked);
        }
        var told = told(asked);
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, told);

        assertThat(told).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void noRouteIsMissingInTheTableOfWhatToSend() {
        assertThat(Routes.of(App.shared()).all())
                .allSatisfy(route -> assertThat(Plausible.of(route))
                        .as(
                                "%s changes something: write a line into Plausible that is refused after the question of rights,"
                                        + " so that the rights of each role can be asked",
                                route)
                        .isNotEmpty());
    }

    private static void ask(
            Asking asking,
            Map<String, Guest> guests,
            List<String> units,
            Map<String, Map<String, List<String>>> asked) {
        for (var route : asking.routes())
            for (var line : Plausible.of(route))
                guests.entrySet().parallelStream()
                        .map(guest -> Map.entry(guest.getKey(), cells(asking, guest.getValue(), route, line, units)))
                        .toList()
                        .forEach(one -> asked.computeIfAbsent(line.toString(), none -> new LinkedHashMap<>())
                                .computeIfAbsent(one.getKey(), none -> new ArrayList<>())
                                .addAll(one.getValue()));
    }

    private static List<String> cells(
            Asking asking, Guest guest, Routes.Route route, Plausible.Line line, List<String> units) {
        return units.stream()
                .map(unit -> cell(asking.ask(guest, route, line, unit)))
                .toList();
    }

    private static String cell(Guest.Answer answer) {
        if (answer.status() == 302) return answer.location().endsWith("/sign-in") ? "302 sign-in" : "302";
        if (answer.status() < 400) return String.valueOf(answer.status());
        return answer.status() + (answer.code().isEmpty() ? "" : " " + answer.code());
    }

    private static String told(Map<String, Map<String, List<String>>> asked) {
        var told = new StringBuilder(Asking.HEAD);
        asked.forEach((line, roles) -> {
            told.append("\n== ").append(line).append('\n');
            roles.forEach((login, cells) -> told.append(line(ROLES.getOrDefault(login, login), cells)));
        });
        return told.toString();
    }

    private static String line(String role, List<String> cells) {
        return cells.stream().distinct().count() == 1
                ? String.format(Locale.ROOT, "%-15s %s\n", role, cells.getFirst())
                : String.format(
                        Locale.ROOT, "%-15s %-34s| %-34s| %s\n", role, cells.get(0), cells.get(2), cells.get(1));
    }

    private static Map<String, String> roles() {
        var roles = new LinkedHashMap<String, String>();
        roles.put("", "nobody");
        roles.put("office-" + Asking.OTHER, "office-" + Asking.OTHER);
        for (var login : List.of(
                "civil",
                "education",
                "finance",
                "finance-check",
                "deputy",
                "city",
                "inspector",
                "member1",
                "province",
                "office")) roles.put(login, login);
        return roles;
    }
}
