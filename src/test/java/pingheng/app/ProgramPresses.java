package pingheng.app;

import static pingheng.app.Press.Sent.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pingheng.evidence.Evidence;
import pingheng.rectification.Rectifications;
import pingheng.result.release.Releases;
import pingheng.review.Review;
import pingheng.value.PointCode;

/** The tale of {@link Presses} as programs tell it: every address of the interface that changes something, each really done. */
final class ProgramPresses {
    private static final String ROUND = "/api/v1/rounds/GD-2020";
    private static final String UNIT = ROUND + "/units/" + App.PANYU;
    private static final String POINT = UNIT + "/points/5.1.1";
    private static final String VISITS = ROUND + "/visits";
    private static final String SESSION = ROUND + "/deliberation";

    private final App app;
    private final Tale tale;
    private final List<Press> all = new ArrayList<>();

    private ProgramPresses(App app) {
        this.app = app;
        this.tale = new Tale(app);
    }

    /** While the county works. */
    static List<Press> underWay(App app) {
        var presses = new ProgramPresses(app);
        presses.duties();
        presses.drafts();
        presses.session();
        presses.province();
        return presses.all;
    }

    /** From everything checked to the return of the submission. */
    static List<Press> whole(App app) {
        var presses = new ProgramPresses(app);
        presses.seals();
        presses.review();
        return presses.all;
    }

    /** Where the county is submitted: the visit. */
    static List<Press> visit(App app) {
        var presses = new ProgramPresses(app);
        presses.visits();
        return presses.all;
    }

    /** Where everything is judged: the release, the letter, what it asks for. */
    static List<Press> release(App app) {
        var presses = new ProgramPresses(app);
        presses.released();
        return presses.all;
    }

    private void duties() {
        unit(
                "POST",
                "/dates/{stage}/extensions",
                "province",
                in -> json(
                        "POST", UNIT + "/dates/submission/extensions", "{'due': '2020-09-20', 'reason': '台风停课，顺延十天'}"));
        unit("PUT", "/dates/{stage}", "office", in -> json("PUT", UNIT + "/dates/plan", "{'due': '2020-08-25'}"));
        unit(
                "POST",
                "/urgings",
                "office",
                in -> json(
                        "POST",
                        UNIT + "/urgings",
                        "{'body': %s, 'text': '请抓紧填报', 'by': '2020-09-01'}".formatted(tale.body("finance"))));
        unit(
                "POST",
                "/urgings/{id}/answer",
                "finance",
                in -> json("POST", UNIT + "/urgings/" + tale.urging() + "/answer", "{'answer': '已经安排'}"));
        unit(
                "PUT",
                "/obligations",
                "office",
                in -> json(
                        "PUT",
                        UNIT + "/obligations",
                        "{'body': %s, 'kind': 'self-evaluation', 'owes': true}".formatted(tale.body("civil"))));
        unit(
                "PUT",
                "/table/{point}",
                "office",
                in -> json(
                        "PUT",
                        UNIT + "/table/1.1.1",
                        "{'lead': %s, 'cooperating': [%s]}".formatted(tale.body("civil"), tale.body("education"))));
    }

    private void drafts() {
        unit(
                "PUT",
                "/points/{point}/draft",
                "finance",
                in -> json("PUT", POINT + "/draft", "{'seen': 0, 'statement': '第一稿，写得很长'}"));
        unit("POST", "/points/{point}/settlement", "finance", in -> {
            var statement = "{'seen': 0, 'statement': '%s'}";
            Program.as(in, "office")
                    .json(
                            "PUT",
                            UNIT + "/points/5.1.3/draft",
                            statement.formatted("先写的").replace('\'', '"'));
            Program.as(in, "finance")
                    .json(
                            "PUT",
                            UNIT + "/points/5.1.3/draft",
                            statement.formatted("后写的").replace('\'', '"'));
            return json(
                    "POST",
                    UNIT + "/points/5.1.3/settlement",
                    "{'seen': 1, 'beside': %s, 'statement': '两份合成一份'}".formatted(tale.beside()));
        });
        unit(
                "POST",
                "/points/{point}/evidence",
                "finance",
                in -> Press.Sent.of(POINT + "/evidence", "kind", "material").with("双击样例.pdf"));
        unit("DELETE", "/points/{point}/citations/{id}", "finance", in -> json("DELETE", cited(), ""));
        unit("PUT", "/points/{point}/citations/{id}", "finance", in -> json("PUT", cited(), ""));
        unit(
                "PUT",
                "/summaries/{body}",
                "finance",
                in -> json("PUT", UNIT + "/summaries/" + tale.body("finance"), "{'text': '小结的全文，写得也很长', 'seen': 0}"));
        unit(
                "PUT",
                "/figures",
                "finance",
                in -> json(
                        "PUT",
                        UNIT + "/figures",
                        "[{'cell': '%s', 'value': '12', 'seen': 0}]"
                                .formatted(tale.own()
                                        .point(new PointCode("5.1.1"))
                                        .orElseThrow()
                                        .reads()
                                        .getFirst()
                                        .key())));
    }

    private void session() {
        round("POST", "/deliberation", "province", in -> {
            var seats = new ArrayList<String>();
            for (int i = 1; i <= 7; i++) seats.add("{'post': %s, 'region': ''}".formatted(tale.post("member" + i)));
            return json("POST", SESSION, "{'members': %s}".formatted(seats));
        });
        round(
                "POST",
                "/deliberation/members",
                "province",
                in -> json(
                        "POST",
                        SESSION + "/members",
                        "{'members': [{'post': %s, 'region': ''}]}".formatted(tale.post("member8"))));
        round(
                "PUT",
                "/deliberation/marks",
                "member1",
                in -> json(
                        "PUT",
                        SESSION + "/marks",
                        "{'marks': [{'unit': '440113', 'mark': '4.5', 'recused': false, 'reason': '', 'seen': 0}]}"));
        round(
                "POST",
                "/deliberation/members/{post}/departure",
                "province",
                in -> json(
                        "POST", SESSION + "/members/" + tale.post("member3") + "/departure", "{'reason': '另有公务在身'}"));
        round("POST", "/deliberation/closing", "province", in -> {
            tale.everybodyMarks();
            return json("POST", SESSION + "/closing", "");
        });
    }

    private void province() {
        add(
                "POST /api/v1/frameworks",
                "province",
                in -> Press.Sent.of("/api/v1/frameworks").with(ProvincePresses.tables()));
        add("POST /api/v1/rounds", "province", in -> json("POST", "/api/v1/rounds", """
                        {'code': 'GD-2021', 'title': {'zh': '2021年评价', 'en': 'Evaluation of 2021'}, 'year': 2021, 'zone': 'Asia/Shanghai',
                         'official': true, 'decides': 'province', 'onsite': 'replace', 'credibility': 'off', 'quorum': 5,
                         'frameworks': {'county': '%s'}, 'dates': {'plan': '2021-08-10', 'submission': '2021-09-10',
                         'city_review': '2021-09-30', 'province_review': '2021-10-30', 'onsite': '2021-11-30'}}
                        """.formatted(tale.published())));
        round(
                "PUT",
                "/dates/{stage}",
                "province",
                in -> json(
                        "PUT", "/api/v1/rounds/GD-2021/dates/submission", "{'due': '2021-09-20', 'reason': '顺延十天'}"));
    }

    private void seals() {
        unit(
                "POST",
                "/points/{point}/returns",
                "finance-check",
                in -> json("POST", POINT + "/returns", "{'reason': '数字与年报不符'}"));
        for (var step : List.of("filled", "checked"))
            unit(
                    "POST",
                    "/points/{point}/sign-offs",
                    step.equals("filled") ? "finance" : "finance-check",
                    in -> json(
                            "POST",
                            POINT + "/sign-offs",
                            "{'step': '%s', 'digest': '%s'}"
                                    .formatted(
                                            step,
                                            tale.own()
                                                    .point(new PointCode("5.1.1"))
                                                    .orElseThrow()
                                                    .digest())));
        for (var step : List.of("office", "leader"))
            unit(
                    "POST",
                    "/submission/sign-offs",
                    step.equals("office") ? "office" : "deputy",
                    in -> json(
                            "POST",
                            UNIT + "/submission/sign-offs",
                            "{'step': '%s', 'digest': '%s'}"
                                    .formatted(step, tale.own().digest())));
        unit(
                "POST",
                "/submission/freeze",
                "office",
                in -> json(
                        "POST",
                        UNIT + "/submission/freeze",
                        "{'digest': '%s'}".formatted(tale.own().digest())));
        unit(
                "POST",
                "/submission/freeze/lifting",
                "office",
                in -> json("POST", UNIT + "/submission/freeze/lifting", ""));
        unit(
                "POST",
                "/submission/freeze",
                "office",
                in -> json(
                        "POST",
                        UNIT + "/submission/freeze",
                        "{'digest': '%s'}".formatted(tale.own().digest())));
        for (var kind : pingheng.submission.Seals.SCANS)
            unit(
                    "POST",
                    "/submission/scans",
                    "office",
                    in -> Press.Sent.of(UNIT + "/submission/scans", "kind", kind)
                            .with(kind + ".pdf"));
        unit(
                "POST",
                "/submission",
                "office",
                in -> json("POST", UNIT + "/submission", "{'digest': '%s'}".formatted(tale.frozen())));
    }

    private void review() {
        unit(
                "PUT",
                "/review/{layer}/{point}",
                "city",
                in -> json("PUT", UNIT + "/review/city/5.1.1", "{'seen': 0, 'decision': 'agree'}"));
        unit(
                "POST",
                "/review/{layer}/agreements",
                "city",
                in -> json(
                        "POST",
                        UNIT + "/review/city/agreements",
                        "{'points': ['%s']}"
                                .formatted(tale.city().points().stream()
                                        .filter(Review.Reviewed::open)
                                        .findFirst()
                                        .orElseThrow()
                                        .point()
                                        .code())));
        unit(
                "PUT",
                "/review/{layer}/{point}/figures",
                "city",
                in -> json(
                        "PUT",
                        UNIT + "/review/city/3.1.1/figures",
                        "{'seen': 0, 'cell': '%s', 'value': '30000', 'reason': '与年报不符'}"
                                .formatted(tale.own()
                                        .point(new PointCode("3.1.1"))
                                        .orElseThrow()
                                        .reads()
                                        .getFirst()
                                        .key())));
        unit("POST", "/review/{layer}/opinion", "city", in -> {
            tale.cityAgrees();
            return json(
                    "POST",
                    UNIT + "/review/city/opinion",
                    "{'text': '情况属实', 'digest': '%s'}".formatted(tale.city().digest()));
        });
        unit(
                "POST",
                "/submissions/{number}/returns",
                "city",
                in -> json(
                        "POST",
                        UNIT + "/submissions/1/returns",
                        "{'points': ['5.1.2'], 'reason': '缺公章，请补', 'due': '2020-10-30'}"));
    }

    private void visits() {
        round("POST", "/visits", "province", in -> {
            in.at(Instant.parse("2020-11-05T02:00:00Z"));
            return json("POST", VISITS, "{'source': '公开摇号', 'seed': '20200901', 'sizes': {'county/粤北': 1}}");
        });
        round(
                "POST",
                "/visits/named",
                "province",
                in -> json("POST", VISITS + "/named", "{'unit': '440113', 'reason': '群众来信较多'}"));
        round(
                "POST",
                "/visits/{unit}/inspectors",
                "province",
                in -> json("POST", VISITS + "/440113/inspectors", "{'post': %s}".formatted(tale.post("inspector"))));
        round(
                "PUT",
                "/visits/{unit}/findings",
                "inspector",
                in -> json("PUT", VISITS + "/440113/findings", "{'seen': 0, 'point': '5.1.1', 'text': '台账齐全'}"));
        round(
                "POST",
                "/visits/{unit}/handover",
                "inspector",
                in -> json("POST", VISITS + "/440113/handover", "{'digest': '%s'}".formatted(tale.noted())));
        round(
                "POST",
                "/visits/{unit}/countersignature",
                "office",
                in -> json(
                        "POST",
                        VISITS + "/440113/countersignature",
                        "{'digest': '%s', 'agrees': true}".formatted(tale.noted())));
        round(
                "POST",
                "/survey",
                "province",
                in -> Press.Sent.of(ROUND + "/survey", "seen", "0")
                        .with(Map.of("survey.tsv", ProvincePresses.bytes(App.PROVINCE.resolve("survey.tsv")))));
    }

    private void released() {
        round(
                "POST",
                "/results/proposals",
                "province",
                in -> json(
                        "POST",
                        ROUND + "/results/proposals",
                        "{'document': '粤教督〔2020〕演练1号', 'approved': '2020-12-19', 'effective': '2020-12-25T09:00:00+08:00', 'digest': '%s'}"
                                .formatted(in.bean(Releases.class)
                                        .dryRun(in.round())
                                        .digest())));
        round(
                "POST",
                "/results/release",
                "province-head",
                in -> json(
                        "POST",
                        ROUND + "/results/release",
                        "{'proposal': %s}"
                                .formatted(in.bean(Releases.class)
                                        .proposal(in.round())
                                        .orElseThrow()
                                        .id())));
        unit("POST", "/rectification/letter", "province", in -> {
            in.at(Instant.parse("2020-12-26T02:00:00Z"));
            return json("POST", UNIT + "/rectification/letter", "{'document': '演练2号'}");
        });
        unit(
                "PUT",
                "/rectification/{number}/measure",
                "office",
                in -> json(
                        "PUT",
                        UNIT + "/rectification/1/measure",
                        "{'seen': 0, 'text': '补充编制 20 名', 'body': %s, 'due': '2021-03-01'}"
                                .formatted(tale.body("finance"))));
        unit(
                "POST",
                "/rectification/{number}/proofs",
                "finance",
                in -> json("POST", UNIT + "/rectification/1/proofs", "{'text': '已补充 20 名'}"));
        unit(
                "POST",
                "/rectification/{number}/check",
                "province",
                in -> json(
                        "POST",
                        UNIT + "/rectification/1/check",
                        "{'proof': %s, 'accepted': false, 'reason': '只到岗 10 名'}"
                                .formatted(in.bean(Rectifications.class)
                                        .of(in.round(), in.panyu())
                                        .orElseThrow()
                                        .items()
                                        .getFirst()
                                        .proofs()
                                        .getFirst()
                                        .id())));
    }

    private void unit(String method, String path, String login, Function<App, Press.Sent> sent) {
        round(method, "/units/{unit}" + path, login, sent);
    }

    private void round(String method, String path, String login, Function<App, Press.Sent> sent) {
        add(method + " /api/v1/rounds/{round}" + path, login, sent);
    }

    private void add(String route, String login, Function<App, Press.Sent> sent) {
        all.add(new Press(route, login, sent));
    }

    private String cited() {
        var id =
                app.bean(Evidence.class).of(app.round(), app.panyu()).getFirst().id();
        return POINT + "/citations/" + id;
    }
}
