package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.framework.rule.Marks;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.people.staff.Staff;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;
import pingheng.visit.Visiting;
import pingheng.visit.Visits;

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

    /** What a page says of today: the masthead, who can be chosen in a form, and the entry of the hand-over itself. */
    private static final Pattern TODAY = Pattern.compile(
            "(?s)<header class=\"masthead.*?</header>|<option.*?</option>|<label.*?</label>"
                    + "|<td class=\"told\">岗位「[^<]*」由 [^<]* 移交 [^<]*</td>|\"zh\":\"岗位「[^\"]* 移交 [^\"]*\",\"en\":\"[^\"]*\"");

    /** Who does what from now on: the table of responsibilities. */
    private static final Pattern OF_TODAY = Pattern.compile(".*/\\{unit}/(matrix|table).*");

    /** Those who look at it afterwards. */
    private static final List<Login> KEPT = List.of(new Login("province"), new Login("office"), new Login("deputy"));

    private static final Instant IN_REVIEW = Instant.parse("2020-09-20T01:00:00Z");
    private static final Instant AFTERWARDS = Instant.parse("2020-09-22T01:00:00Z");

    @Test
    void noPageShowsASignInNameOrATimeOfTheMachine() {
        try (var app = App.fresh().assigned()) {
            var asking = Asking.of(app);
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var filler = app.visitor("finance").post();
            app.bean(Staff.class)
                    .handOver(
                            app.visitor("office"),
                            app.panyu(),
                            filler.id(),
                            new Login("finance"),
                            new Login("successor"),
                            "接任人");
            Set<String> logins =
                    app.bean(Sql.class).sql("select login from person").set(Row::onlyText);

            var shown = new LinkedHashSet<String>();
            for (var login : List.of("office", "education", "city", "province", "inspector", "member1"))
                shown.addAll(shown(asking, asking.signedIn(login), login, logins));

            assertThat(shown).isEmpty();
        }
    }

    /**
     * After each body got another short name and each post another holder, no page of the round and no answer to programs tells a past
     * act by the new ones, and who was on a post for less than a day is still called by name.
     */
    @Test
    void whatWasDoneIsToldAsItWasThen() {
        try (var app = App.fresh().assigned()) {
            var asking = Asking.of(app);
            acted(app);
            visited(app);
            app.at(AFTERWARDS);
            everythingChanges(app);

            var shown = new LinkedHashSet<String>();
            for (var login : KEPT) {
                var guest = asking.signedIn(login.text());
                for (var route : asking.routes())
                    if (route.method().equals("GET")
                            && route.path().matches("/(r|api/v1/rounds)/.*")
                            && !OF_TODAY.matcher(route.path()).matches())
                        for (var line : Plausible.of(route))
                            shown.addAll(ofToday(route.path(), asking.ask(guest, route, line, App.PANYU.text())));
            }

            assertThat(shown).isEmpty();
        }
    }

    /** A county submits, with one who came and left on one day; the city decides, and an inspector hands a record over. */
    private static void acted(App app) {
        var finance = app.visitor("finance").post();
        var office = app.visitor("office");
        app.bean(Staff.class).appoint(office, app.panyu(), finance.id(), new Login("passing"), "过客");
        var passing = new Visitor(new Login("passing"), "过客", finance);
        var draft = new Answers.Draft(Version.NONE, Marks.NONE, null, "", "过客所写");
        var now = app.bean("clock", Clock.class).instant();
        app.bean(Answers.class).save(own(app).askedBy(passing, now), new PointCode("5.1.1"), draft);
        app.bean(Staff.class).dismiss(office, app.panyu(), finance.id(), new Login("passing"));
        Carried.upTo(app, Carried.Step.SUBMITTED, App.PROVINCE);
        app.at(IN_REVIEW);
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("city"), app.round(), app.panyu(), IN_REVIEW),
                        Layer.CITY,
                        new PointCode("5.1.1"),
                        new PointDecision(Version.NONE, "score", "", "0.5", "材料不足"));
    }

    /** Who inspects hands the record over before somebody else holds the post. */
    private static void visited(App app) {
        var inspector = app.visitor("inspector");
        var visit = app.bean(Visits.class).seen(inspector, app.round(), App.PANYU);
        app.bean(Visiting.class).handOver(app.asking(inspector), App.PANYU, visit.digest());
    }

    private static void everythingChanges(App app) {
        var staff = app.bean(Staff.class);
        var people = app.bean(People.class);
        int next = 0;
        for (var unit : List.of(App.PANYU, new UnitCode("440100"), new UnitCode("440000"))) {
            var government = people.unit(unit).orElseThrow();
            for (var body : people.bodies(unit))
                app.db()
                        .sql(
                                "insert into body_version (body, version, division, name, short_name, kind, town, in_group, at)"
                                        + " select body, version + 1, division, name, '简改' || body, kind, town, in_group, now()"
                                        + " from body_version where body = :id order by version desc limit 1")
                        .param("id", body.id().number())
                        .update();
            for (var holder : people.holders(unit)) {
                var post = people.post(holder.post()).orElseThrow();
                if (KEPT.contains(holder.login()) || post.role() == Role.PROVINCE) continue;
                var province = app.visitor("province");
                var by = province.whyNotStaff(government, post.role()).isEmpty() ? province : app.visitor("office");
                staff.handOver(by, government, post.id(), holder.login(), new Login("next" + next++), "接任" + next);
            }
        }
    }

    private static SelfEvaluation own(App app) {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }

    /** The short names and holders of today, and the sign-in name of who is nobody any more. */
    private static List<String> ofToday(String path, Guest.Answer answer) {
        if (answer.status() != 200) return List.of();
        var text = TODAY.matcher(answer.body()).replaceAll(" ");
        var shown = new ArrayList<String>();
        for (var word : List.of("简改", "接任")) {
            int at = text.indexOf(word);
            if (at >= 0)
                shown.add(path + ": " + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 20)));
        }
        if (!path.startsWith("/api/")) for (var found : found(text, Set.of("passing"))) shown.add(path + ": " + found);
        return shown;
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
                var answer = asking.ask(guest, route, line, App.PANYU.text());
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
