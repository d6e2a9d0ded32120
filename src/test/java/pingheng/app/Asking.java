package pingheng.app;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pingheng.app.Routes.Route;
import pingheng.duty.Urgings;
import pingheng.evidence.Document;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.people.account.Accounts;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;

/** Asks routes as somebody, on things that are there: a point, a file cited by it, an urging, a figure. */
final class Asking {
    /** A county that the cast does not work for. */
    static final String OTHER = "440103";

    /** The point that is asked about: finance leads, education cooperates, civil affairs has no part. */
    private static final String POINT = "5.1.1";

    static final String HEAD = """
            谁能做什么：每个地址由每个岗位问一遍。 Who may do what: every route, asked as every role.

            三栏：番禺区自评中 | 番禺区已报送 | 荔湾区（另一个县，自评中）；三栏相同只写一栏。
            Columns: Panyu under way | Panyu submitted | Liwan, another county, under way; one column where all three are the same.

            岗位：civil 无关单位联系人，education 配合单位联系人，finance 牵头单位联系人，finance-check 其审核人，office 办公室，deputy 副组长，
            city 本市评审员，inspector 指派到番禺的实地抽查人员，member1 督导委委员，province 省级，office-440103 另一个县的办公室。
            Roles: civil is the contact of a body that has no part in the point, education of one that cooperates, finance of the one that
            leads; finance-check is its checker; office and deputy belong to Panyu, city reviews both counties, inspector is sent to Panyu, member1 is of the committee, office-440103 is Liwan's own.

            读法：改动的请求在权限之后就会被拒绝，或者做了也不影响别的问答。
              403 此岗位不能做 | 404 看不到这个单位，或者（在只有 403 与 404 的块里）可以做，但所指的东西不存在 | 409 可以做，但现在不行，或所见已旧
              422 可以做，所填不对 | 200、201、204、302 可以看，或者做了 | 302 sign-in、401 请先登录
            Reading: what would change something is refused after the question of rights, or bears on no other answer.
              403 may not | 404 the unit is not to be seen, or, where others get 403: may, but what is named is not there
              409 may, but not now, or saw something old | 422 may, but not like this | 200, 201, 204, 302 seen, or done
              302 sign-in and 401: sign in first

            重写 To write it anew: ./mvnw test -Dtest=RightsTest -Dgolden=write
            """;

    private final App app;
    private final Document cited;
    private final Map<String, String> variables;

    private Asking(App app, Document cited, Map<String, String> variables) {
        this.app = app;
        this.cited = cited;
        this.variables = variables;
    }

    static Asking of(App app) {
        var office = app.visitor("office");
        var finance = app.visitor("finance").post().body().id();
        var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
        app.bean(Urgings.class)
                .urge(
                        new RequestContext(office, app.round(), app.panyu(), app.now()),
                        new Urgings.Urge(finance, null, "请抓紧", LocalDate.of(2020, 9, 1)));
        var urging = app.bean(Urgings.class).of(app.round(), app.panyu()).stream()
                .filter(one -> one.body().equals(finance) && one.answered() == null)
                .findFirst()
                .orElseThrow();
        visited(app);
        var cell =
                own.point(new PointCode(POINT)).orElseThrow().reads().getFirst().key();
        var document = app.bean(Evidence.class).of(app.round(), app.panyu()).stream()
                .filter(one -> one.points().contains(new PointCode(POINT)))
                .findFirst()
                .orElseGet(() -> attached(app));
        return new Asking(
                app,
                document,
                Map.of(
                        "round",
                        "GD-2020",
                        "point",
                        POINT,
                        "number",
                        "1",
                        "token",
                        "x",
                        "body",
                        String.valueOf(finance),
                        "post",
                        String.valueOf(app.visitor("staffing").post().id()),
                        "cell",
                        cell,
                        "figure",
                        cell.replaceFirst("[.@].*", ""),
                        "urging",
                        String.valueOf(urging.id())));
    }

    /** Panyu is visited, by one who has noted something and not handed it over; the other county is not visited. */
    private static void visited(App app) {
        var province = app.visitor("province");
        var sizes = Map.of("county/粤北", 1);
        app.bean(Sampling.class).draw(app.asking(province), new Sampling.SampleDraw("权限", "rights", sizes));
        app.bean(Sampling.class).name(app.asking(province), new Sampling.NamedUnit(App.PANYU, "权限"));
        var visiting = app.bean(Visiting.class);
        var inspector = app.visitor("inspector");
        visiting.assign(app.asking(province), App.PANYU, inspector.post().id());
        visiting.note(app.asking(inspector), App.PANYU, new Visiting.Noted(Version.NONE, new PointCode(POINT), "查看台账"));
    }

    /** Also those whom the sign-in page of a rehearsal does not offer. */
    Guest signedIn(String login) {
        var accounts = app.bean(Accounts.class);
        if (accounts.cast().stream().noneMatch(cast -> cast.login().text().equals(login)))
            accounts.cast(new Login(login), new Sentence("权限", "rights"));
        return Guest.as(app, login);
    }

    List<Route> routes() {
        return Routes.of(app).all();
    }

    /** One answer; what only a county of the cast has is asked of both counties by the same number. */
    Guest.Answer ask(Guest guest, Route route, Plausible.Line line, String unit) {
        var filled = new HashMap<>(variables);
        filled.put("unit", unit);
        filled.put("id", id(route));
        filled.put("layer", "city");
        filled.put("stage", route.path().endsWith("/dates/{stage}") ? "plan" : "submission");
        return line.sent().as(guest, route.filled(filled), filled);
    }

    private String id(Route route) {
        if (route.path().contains("/people/{unit}/bodies/")) return String.valueOf(variables.get("body"));
        if (route.path().contains("/people/{unit}/posts/")) return String.valueOf(variables.get("post"));
        if (route.path().contains("/urgings/")) return String.valueOf(variables.get("urging"));
        return route.method().equals("DELETE") ? "0" : String.valueOf(cited.id());
    }

    private static Document attached(App app) {
        var finance = app.visitor("finance");
        var now = app.bean("clock", Clock.class).instant();
        var bytes = Carried.pdf("cited");
        var taken = app.bean(Evidence.class).take("cited.pdf", new ByteArrayInputStream(bytes));
        var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
        return app.bean(Answers.class)
                .attach(own.askedBy(finance, now), taken, Kind.MATERIAL, List.of(new PointCode(POINT)));
    }
}
