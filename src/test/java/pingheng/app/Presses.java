package pingheng.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pingheng.evidence.Evidence;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.value.PointCode;

/** Acts that are really done when their button is pressed: a tale through the modules, each act standing on those before it. */
final class Presses {
    private static final String UNIT = "/r/GD-2020/" + App.PANYU;
    private static final String POINT = UNIT + "/points/5.1.1";
    private static final String PEOPLE = "/people/" + App.PANYU;
    private static final String VISITS = "/r/GD-2020/visits";
    private static final String SESSION = "/r/GD-2020/deliberation";

    private final App app;
    private final Tale tale;
    private final List<Press> all = new ArrayList<>();

    private Presses(App app) {
        this.app = app;
        this.tale = new Tale(app);
    }

    /** While the county works. */
    static List<Press> underWay(App app) {
        var presses = new Presses(app);
        presses.duties();
        presses.drafts();
        presses.people();
        presses.visits();
        presses.session();
        presses.all.addAll(new CountyPresses(app).underWay());
        presses.all.addAll(new ProvincePresses().underWay());
        return presses.all;
    }

    /** From everything checked to the second submission's return. */
    static List<Press> whole(App app) {
        var presses = new Presses(app);
        presses.seals();
        presses.review();
        return presses.all;
    }

    /** Where the county is submitted: the visit. */
    static List<Press> visit(App app) {
        return new ProvincePresses().visit();
    }

    /** When the results can be released, and after. */
    static List<Press> release(App app) {
        var presses = new ArrayList<>(new ProvincePresses().release());
        presses.addAll(new CountyPresses(app).rectified());
        return presses;
    }

    private void duties() {
        add(
                "/r/{round}/{unit}/dates/{stage}/extensions",
                "province",
                in -> Press.Sent.of(UNIT + "/dates/submission/extensions", "due", "2020-09-20", "reason", "台风停课，顺延十天"));
        add(
                "/r/{round}/{unit}/dates/{stage}",
                "office",
                in -> Press.Sent.of(UNIT + "/dates/plan", "due", "2020-08-25"));
        add(
                "/r/{round}/{unit}/urgings",
                "office",
                in -> Press.Sent.of(
                        UNIT + "/urgings",
                        "body",
                        tale.body("finance"),
                        "point",
                        "",
                        "text",
                        "请抓紧填报",
                        "by",
                        "2020-09-01"));
        add(
                "/r/{round}/{unit}/urgings/{id}/answer",
                "finance",
                in -> Press.Sent.of(UNIT + "/urgings/" + tale.urging() + "/answer", "answer", "已经安排"));
        add(
                "/r/{round}/{unit}/obligations",
                "office",
                in -> Press.Sent.of(
                        UNIT + "/obligations", "body", tale.body("civil"), "kind", "self-evaluation", "owes", "true"));
        add(
                "/r/{round}/{unit}/matrix/{point}",
                "office",
                in -> Press.Sent.of(
                        UNIT + "/matrix/1.1.1", "lead", tale.body("civil"), "cooperating", tale.body("education")));
    }

    private void drafts() {
        add(
                "/r/{round}/{unit}/points/{point}",
                "finance",
                in -> Press.Sent.of(POINT, "seen", "0", "statement", "第一稿，写得很长"));
        add(
                "/r/{round}/{unit}/points/{point}/evidence",
                "finance",
                in -> Press.Sent.of(POINT + "/evidence", "kind", "material").with("双击样例.pdf"));
        add(
                "/r/{round}/{unit}/points/{point}/citations",
                "finance",
                in -> Press.Sent.of(
                        POINT + "/citations",
                        "cites",
                        "false",
                        "document",
                        String.valueOf(in.bean(Evidence.class)
                                .of(in.round(), in.panyu())
                                .getFirst()
                                .id())));
        add(
                "/r/{round}/{unit}/summaries",
                "finance",
                in -> Press.Sent.of(
                        UNIT + "/summaries", "body", tale.body("finance"), "text", "小结的全文，写得也很长", "seen", "0"));
        add(
                "/r/{round}/{unit}/figures",
                "finance",
                in -> Press.Sent.of(
                        UNIT + "/figures",
                        "cell",
                        tale.own()
                                .point(new PointCode("5.1.1"))
                                .orElseThrow()
                                .reads()
                                .getFirst()
                                .key(),
                        "value",
                        "12",
                        "seen",
                        "0"));
    }

    private void people() {
        add(
                "/people/{unit}/bodies",
                "office",
                in -> Press.Sent.of(PEOPLE + "/bodies", "name", "区水务局", "shortName", "水务局"));
        add(
                "/people/{unit}/bodies/{id}",
                "office",
                in -> Press.Sent.of(PEOPLE + "/bodies/" + made(), "name", "区水务局", "shortName", "水务"));
        add(
                "/people/{unit}/bodies/{id}/posts",
                "office",
                in -> Press.Sent.of(PEOPLE + "/bodies/" + made() + "/posts", "title", "联系人", "role", "contact"));
        add(
                "/people/{unit}/posts/{id}/appointments",
                "office",
                in -> Press.Sent.of(
                        PEOPLE + "/posts/" + madePost().id() + "/appointments", "login", "shui.wu", "name", "江涛"));
        add(
                "/people/{unit}/posts/{id}/slips",
                "office",
                in -> Press.Sent.of(PEOPLE + "/posts/" + madePost().id() + "/slips", "login", "shui.wu"));
        add(
                "/people/{unit}/posts/{id}/handovers",
                "office",
                in -> Press.Sent.of(
                        PEOPLE + "/posts/" + madePost().id() + "/handovers",
                        "from",
                        "shui.wu",
                        "login",
                        "jie.ban",
                        "name",
                        "许静"));
        add(
                "/people/{unit}/posts/{id}/dismissals",
                "office",
                in -> Press.Sent.of(PEOPLE + "/posts/" + madePost().id() + "/dismissals", "login", "jie.ban"));
    }

    private void visits() {
        add(
                "/r/{round}/visits/draw",
                "province",
                in -> Press.Sent.of(VISITS + "/draw", "source", "公开摇号", "seed", "20200901", "size_county/粤北", "1"));
        add(
                "/r/{round}/visits/named",
                "province",
                in -> Press.Sent.of(VISITS + "/named", "unit", App.PANYU.text(), "reason", "群众来信较多"));
        add(
                "/r/{round}/visits/{unit}/inspectors",
                "province",
                in -> Press.Sent.of(VISITS + "/" + App.PANYU + "/inspectors", "post", tale.post("inspector")));
        add(
                "/r/{round}/visits/{unit}/inspectors/{post}/removal",
                "province",
                in -> Press.Sent.of(VISITS + "/" + App.PANYU + "/inspectors/" + tale.post("inspector") + "/removal"));
    }

    private void session() {
        var seats = new ArrayList<String>();
        for (int i = 1; i <= 7; i++) seats.addAll(List.of("post_" + tale.post("member" + i), "yes"));
        add("/r/{round}/deliberation", "province", in -> Press.Sent.of(SESSION, seats.toArray(String[]::new)));
        add(
                "/r/{round}/deliberation/members",
                "province",
                in -> Press.Sent.of(SESSION + "/members", "post_" + tale.post("member8"), "yes"));
        add("/r/{round}/deliberation/marks", "member1", in -> Press.Sent.of(SESSION + "/marks", "mark_440113", "4.5"));
        add(
                "/r/{round}/deliberation/members/{post}/departure",
                "province",
                in -> Press.Sent.of(SESSION + "/members/" + tale.post("member3") + "/departure", "reason", "另有公务在身"));
    }

    private void seals() {
        add(
                "/r/{round}/{unit}/points/{point}/returns",
                "finance-check",
                in -> Press.Sent.of(POINT + "/returns", "reason", "数字与年报不符"));
        add(
                "/r/{round}/{unit}/points/{point}/sign-offs",
                "finance",
                in -> Press.Sent.of(
                        POINT + "/sign-offs",
                        "step",
                        "filled",
                        "digest",
                        tale.own().point(new PointCode("5.1.1")).orElseThrow().digest()));
        add(
                "/r/{round}/{unit}/points/{point}/sign-offs",
                "finance-check",
                in -> Press.Sent.of(
                        POINT + "/sign-offs",
                        "step",
                        "checked",
                        "digest",
                        tale.own().point(new PointCode("5.1.1")).orElseThrow().digest()));
        add(
                "/r/{round}/{unit}/submission/sign-offs",
                "office",
                in -> Press.Sent.of(
                        UNIT + "/submission/sign-offs",
                        "step",
                        "office",
                        "digest",
                        tale.own().digest()));
        add(
                "/r/{round}/{unit}/submission/sign-offs",
                "deputy",
                in -> Press.Sent.of(
                        UNIT + "/submission/sign-offs",
                        "step",
                        "leader",
                        "digest",
                        tale.own().digest()));
        add(
                "/r/{round}/{unit}/submission/freeze",
                "office",
                in -> Press.Sent.of(
                        UNIT + "/submission/freeze", "digest", tale.own().digest()));
        add(
                "/r/{round}/{unit}/submission/freeze/lifting",
                "office",
                in -> Press.Sent.of(UNIT + "/submission/freeze/lifting"));
        add(
                "/r/{round}/{unit}/submission/freeze",
                "office",
                in -> Press.Sent.of(
                        UNIT + "/submission/freeze", "digest", tale.own().digest()));
        for (var kind : pingheng.submission.Seals.SCANS)
            add(
                    "/r/{round}/{unit}/submission/scans",
                    "office",
                    in -> Press.Sent.of(UNIT + "/submission/scans", "kind", kind)
                            .with(kind + ".pdf"));
        add(
                "/r/{round}/{unit}/submission",
                "office",
                in -> Press.Sent.of(UNIT + "/submission", "digest", tale.frozen()));
    }

    private void review() {
        add(
                "/r/{round}/{unit}/review/{layer}/{point}",
                "city",
                in -> Press.Sent.of(UNIT + "/review/city/5.1.1", "decision", "agree", "seen", "0"));
        add("/r/{round}/{unit}/review/{layer}/agreements", "city", in -> {
            var review = tale.city();
            var form = new ArrayList<String>();
            review.points().stream()
                    .map(one -> one.point().code())
                    .filter(code -> !code.text().equals("5.1.1"))
                    .limit(1)
                    .forEach(code -> form.addAll(List.of("point", code.text())));
            return Press.Sent.of(UNIT + "/review/city/agreements", form.toArray(String[]::new));
        });
        add("/r/{round}/{unit}/review/{layer}/{point}/figures", "city", in -> {
            var cell = tale.own()
                    .point(new PointCode("3.1.1"))
                    .orElseThrow()
                    .reads()
                    .getFirst()
                    .key();
            return Press.Sent.of(
                    UNIT + "/review/city/3.1.1/figures",
                    "cell",
                    cell,
                    "value",
                    "30000",
                    "reason",
                    "与年报不符",
                    "seen",
                    "0");
        });
        add("/r/{round}/{unit}/review/{layer}/opinion", "city", in -> {
            tale.cityAgrees();
            return Press.Sent.of(
                    UNIT + "/review/city/opinion",
                    "text",
                    "情况属实",
                    "digest",
                    tale.city().digest());
        });
        add(
                "/r/{round}/{unit}/submissions/{number}/returns",
                "city",
                in -> Press.Sent.of(
                        UNIT + "/submissions/1/returns", "points", "5.1.2", "reason", "缺公章，请补", "due", "2020-10-30"));
    }

    private void add(String route, String login, Function<App, Press.Sent> sent) {
        all.add(new Press(route, login, sent));
    }

    /** The body that the tale has made. */
    private String made() {
        return String.valueOf(app.bean(People.class).bodies(App.PANYU).stream()
                .filter(body -> body.name().equals("区水务局"))
                .findFirst()
                .orElseThrow()
                .id());
    }

    private Post madePost() {
        return app.bean(People.class).posts(App.PANYU).stream()
                .filter(post -> post.body().name().equals("区水务局"))
                .findFirst()
                .orElseThrow();
    }
}
