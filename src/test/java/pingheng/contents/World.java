package pingheng.contents;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Seat;
import pingheng.ledger.Actor;
import pingheng.ledger.Audience;
import pingheng.ledger.Chain;
import pingheng.ledger.Sightings;
import pingheng.people.Visitor;
import pingheng.problem.Sentence;
import pingheng.rectification.Letters;
import pingheng.rehearsal.Officials;
import pingheng.result.release.Releases;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;
import pingheng.visit.Visits;

/** A province of which one county is carried from its submission to a result in force; and the login of the owner, who may change all. */
public final class World implements AutoCloseable {
    private static final Instant REVIEW = Instant.parse("2020-10-20T01:00:00Z");
    private static final Instant VISIT = Instant.parse("2020-11-20T01:00:00Z");
    private static final Instant RELEASE = Instant.parse("2020-12-20T01:00:00Z");
    private static final Instant IN_FORCE = Instant.parse("2020-12-25T01:00:00Z");
    private static final String POINT = "3.1.1";

    private final App app;
    private final Connection owner;
    private final Visitor province;

    public World() throws SQLException {
        this.app = App.fresh().assigned();
        var database = app.database();
        this.owner = DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
        this.province = app.visitor("province");
        Carried.upTo(app, Carried.Step.SUBMITTED);
    }

    public App app() {
        return app;
    }

    /** The city and the province review, the survey is in, the committee sits, Panyu is visited. */
    public void underReview() {
        app.at(REVIEW);
        app.bean(Officials.class).survey(app.round(), App.PROVINCE);
        var seats = IntStream.rangeClosed(1, 9)
                .mapToObj(
                        member -> new Seat(app.visitor("member" + member).post().id(), ""))
                .toList();
        app.bean(Deliberations.class).open(app.asking(province), seats);
        var sampling = app.bean(Sampling.class);
        sampling.draw(app.asking(province), new Sampling.SampleDraw("内容", "contents", Map.of("county/粤北", 1)));
        for (var unit : List.of(App.PANYU, new UnitCode("440103")))
            sampling.name(app.asking(province), new Sampling.NamedUnit(unit, "指定的理由之零"));
        var inspector = app.visitor("inspector");
        app.bean(Visiting.class)
                .assign(app.asking(province), App.PANYU, inspector.post().id());
        note("现场所见之零", Version.NONE);
        read("point/1.1.1", 0);
    }

    /** Everything is decided, the findings were handed over and one changed since; a release is proposed. */
    public void decided() {
        app.at(VISIT);
        var visiting = app.bean(Visiting.class);
        var inspector = app.visitor("inspector");
        var visit = app.bean(Visits.class).seen(inspector, app.round(), App.PANYU);
        visiting.handOver(app.asking(inspector), App.PANYU, visit.digest());
        visiting.countersign(
                app.asking(app.visitor("office")), App.PANYU, new Visiting.Countersigned(visit.digest(), true, ""));
        note("又看到的", visit.version(new PointCode(POINT)));
        app.at(REVIEW);
        var verdicts = new LinkedHashMap<PointCode, PointDecision>();
        for (var point : app.bean(Reviews.class)
                .of(new RequestContext(province, app.round(), app.panyu(), app.now()), Layer.PROVINCE)
                .points())
            if (point.open()) verdicts.put(point.point().code(), new PointDecision(Version.NONE, "agree", "", "", ""));
        app.bean(Reviewing.class)
                .decide(new RequestContext(province, app.round(), app.panyu(), REVIEW), Layer.PROVINCE, verdicts);
        app.at(RELEASE);
        app.bean(Officials.class).deliberate(app.round(), App.PROVINCE);
        propose();
    }

    private void propose() {
        var releases = app.bean(Releases.class);
        var digest = releases.dryRun(app.round()).digest();
        releases.propose(
                app.asking(province),
                new Releases.ProposedRelease(
                        "提请文号之零", LocalDate.of(2020, 12, 19), app.round().at(IN_FORCE), digest));
    }

    /** The province signs its opinion on Panyu over all it decided. */
    public void signed() {
        app.bean(Reviewing.class)
                .sign(
                        new RequestContext(province, app.round(), app.panyu(), REVIEW),
                        Layer.PROVINCE,
                        "意见之零",
                        digest(Layer.PROVINCE));
    }

    /** The login of the owner, who may change all. */
    public Connection owner() {
        return owner;
    }

    /** A second person confirms; nothing of it is in force yet. */
    public void confirmed() {
        propose();
        var releases = app.bean(Releases.class);
        releases.confirm(
                app.asking(app.visitor("province-head")),
                releases.proposal(app.round()).orElseThrow().id());
    }

    public void inForce() {
        app.at(IN_FORCE.plusSeconds(3600));
    }

    /** Somebody of the province looks at something of Panyu; who, by a number. */
    void read(String subject, int number) {
        var actor = new Actor(
                new Login("reviewer-" + number),
                "评审员之" + number,
                province.actor().unit());
        new TransactionTemplate(app.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> app.bean(Sightings.class)
                        .sighted(
                                actor,
                                Chain.of(App.PANYU, Audience.PROVINCE),
                                subject,
                                new Sentence(subject, subject)));
    }

    /** The letter to a unit is issued as it is drafted. */
    public void write(String unit) {
        var letters = app.bean(Letters.class);
        var to = app.unit(unit);
        letters.issue(
                new RequestContext(province, app.round(), to, app.now()), "意见书之一", letters.draft(app.round(), to));
    }

    /** What an opinion of the layer on Panyu is signed over. */
    String digest(Layer layer) {
        return app.bean(Reviews.class)
                .of(new RequestContext(province, app.round(), app.panyu(), app.now()), layer)
                .digest();
    }

    /** How many rows it changed. */
    int change(String statement) throws SQLException {
        try (var change = owner.createStatement()) {
            return change.executeUpdate(statement);
        }
    }

    /** Another inspector is sent to Panyu, or is not any more. */
    void sent() throws SQLException {
        PostId post = app.visitor("inspector2").post().id();
        change("insert into visit_inspector_version (round, unit, post, version, sent, person, at)"
                + " select s.round, s.unit, " + post
                + ", 1 + count(v.version), mod(count(v.version), 2) = 0, s.person, s.at"
                + " from (select round, unit, person, at from visit_inspector_version where unit = '440113' limit 1) s"
                + " left join visit_inspector_version v on v.round = s.round and v.unit = s.unit and v.post = " + post
                + " group by s.round, s.unit, s.person, s.at");
    }

    String value(String query) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private void note(String text, Version seen) {
        app.bean(Visiting.class)
                .note(
                        app.asking(app.visitor("inspector")),
                        App.PANYU,
                        new Visiting.Noted(seen, new PointCode(POINT), text));
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        app.close();
    }
}
