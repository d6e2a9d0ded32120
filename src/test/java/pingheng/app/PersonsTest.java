package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.database.Rows;
import pingheng.people.staff.Staff;

/** On a page stand persons, posts and local times, never sign-in names or the clock of the machine; also after a hand-over. */
class PersonsTest {
    /** What is not read as text; and the text of a manifest, which is hashed as it is. */
    private static final Pattern HIDDEN =
            Pattern.compile("(?s)<(script|style|head)\\b.*?</\\1>|<pre class=\"manifest\">.*?</pre>|<[^>]*>");

    private static final Pattern MACHINE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\S*");

    /** Two may have one name: the ledger tells them apart. */
    private static final Pattern BEHIND_A_NAME = Pattern.compile("(?<=\\p{IsHan}) \\([a-z0-9._-]+\\)");

    /** Where sign-in names are what the page is about, and where they are handed out or chosen. */
    private static final Pattern ABOUT_ACCOUNTS = Pattern.compile("/people/.*|/posts|/sign-in|/slip|/setup/.*");

    @Test
    void noPageShowsASignInNameOrATimeOfTheMachine() {
        try (var app = App.fresh().assigned()) {
            var asking = Asking.of(app);
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var filler = app.visitor("finance").post();
            app.bean(Staff.class)
                    .handOver(app.visitor("office"), app.panyu(), filler.id(), "finance", "successor", "接任人");
            Set<String> logins =
                    app.db().sql("select login from person").query(Rows::text).set();

            var shown = new LinkedHashSet<String>();
            for (var login : List.of("office", "education", "city", "province", "inspector", "member1"))
                shown.addAll(shown(asking, asking.signedIn(login), login, logins));

            assertThat(shown).isEmpty();
        }
    }

    @Test
    void aSignInNameAndATimeOfTheMachineAreSeen() {
        var page = "<head>office</head><p>报送人 office<br>到达 2020-09-10T01:02:03Z <b title='office'>办公室</b></p>";

        assertThat(found(page, Set.of("office"))).containsExactly("office", "2020-09-10T01:02:03Z");
        assertThat(found("<p>back-office 报送于 2020-09-10 09:02，何子墨 (office)</p>", Set.of("office")))
                .isEmpty();
    }

    private static List<String> shown(Asking asking, Guest guest, String as, Set<String> logins) {
        var shown = new ArrayList<String>();
        for (var route : asking.routes()) {
            var path = route.path();
            if (!route.method().equals("GET")
                    || path.startsWith("/api/")
                    || ABOUT_ACCOUNTS.matcher(path).matches()) continue;
            for (var line : Plausible.of(route)) {
                var answer = asking.ask(guest, route, line, App.PANYU);
                var type = answer.whole().headers().firstValue("Content-Type").orElse("");
                if (!type.startsWith("text/html")) continue;
                for (var found : found(answer.body(), logins)) shown.add(as + " " + path + ": " + found);
            }
        }
        return shown;
    }

    private static List<String> found(String page, Set<String> logins) {
        var text = HIDDEN.matcher(page).replaceAll(" ");
        var found = new ArrayList<String>();
        for (var word : BEHIND_A_NAME.matcher(text).replaceAll(" ").split("[^A-Za-z0-9._-]+"))
            if (logins.contains(word)) found.add(word);
        MACHINE_TIME.matcher(text).results().forEach(time -> found.add(time.group()));
        return found;
    }
}
