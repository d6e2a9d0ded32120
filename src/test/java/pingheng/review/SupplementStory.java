package pingheng.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.figure.Cell;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.framework.rule.Outcome;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Level;
import pingheng.result.release.Evaluations;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus.SubmissionReturn;
import pingheng.submission.figures.Reporting;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** What a supplement does to what was decided before: it stands where the point is what it was, and is reopened where it is not. */
class SupplementStory {
    private static final Instant REVIEWED = Instant.parse("2020-09-10T01:00:00Z");
    private static final String UNIT = "/r/GD-2020/440113";
    private static final String API = "/api/v1/rounds/GD-2020/units/440113";

    /** Led by the finance bureau; no other point reads what it is computed from. */
    private static final PointCode ALONE = new PointCode("5.1.5");

    /** All three read the number of children, and the education bureau leads them. */
    private static final PointCode RETURNED = new PointCode("3.1.1");

    private static final List<PointCode> BESIDE = List.of(new PointCode("3.1.2"), new PointCode("3.1.3"));

    private static final String CHILDREN = "kindergarten_children@2019/20";

    @Test
    void decisionsStandWhereThePointIsWhatItWas() {
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            app.at(REVIEWED);
            for (var layer : List.of(Layer.CITY, Layer.PROVINCE)) decidesAll(app, layer);

            onePointReturnedLeavesTheOthersStanding(app);
            aChangedFigureReopensWhatReadsItAndNothingElse(app);
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    private static void onePointReturnedLeavesTheOthersStanding(App app) {
        returns(app, ALONE);
        var own = own(app);
        var answer = own.point(ALONE).orElseThrow().answer();
        app.bean(Answers.class)
                .save(
                        own.askedBy(app.visitor("finance"), app.now()),
                        ALONE,
                        new Answers.Draft(answer.version(), answer.marks(), null, "", "补充：专户凭证见附件。"));
        assertThat(own(app).moved()).isEmpty();
        assertThat(review(app, Layer.CITY).decided())
                .as("until it is submitted")
                .isEqualTo(54);
        Carried.again(app, ALONE.text());

        for (var layer : List.of(Layer.CITY, Layer.PROVINCE)) {
            assertThat(open(app, layer)).as(layer.code()).containsExactly(ALONE);
            assertThat(counted(app, layer)).as(layer.code()).isEqualTo(53);
            var reviewed = review(app, layer).point(ALONE).orElseThrow();
            assertThat(reviewed.seen().number()).isEqualTo(1);
            assertThat(reviewed.leads())
                    .anySatisfy(lead -> assertThat(lead.zh()).contains("原结论失效", "得失分说明", "补充：专户凭证见附件。"));
            assertThat(review(app, layer).opinion()).isNull();
        }
        assertThat(Guest.as(app, "city").get(UNIT + "/review/city?only=open").body())
                .contains("原结论失效")
                .contains(ALONE.text());

        app.at(app.now().plusSeconds(60));
        decide(app, Layer.CITY, ALONE, 1);
        decide(app, Layer.PROVINCE, ALONE, 1);
        assertThat(review(app, Layer.CITY).decided()).isEqualTo(54);
        assertThat(app.bean(Reviews.class).versions(asking(app, Layer.CITY), Layer.CITY, ALONE).stream()
                        .map(Decided::sealed))
                .as("each names the text that it was taken on")
                .hasSize(2)
                .doesNotHaveDuplicates()
                .startsWith(own(app).point(ALONE).orElseThrow().digest());
    }

    private static void aChangedFigureReopensWhatReadsItAndNothingElse(App app) {
        app.at(app.now().plusSeconds(60));
        returns(app, RETURNED);
        var before = children(app);
        reports(app, "24392");

        theCountyIsToldBeforeTheFreeze(app, before);
        var fell = BESIDE.stream().map(PointCode::text).toList();
        Carried.again(app, "education", List.of(RETURNED.text(), fell.getFirst(), fell.getLast()));

        for (var layer : List.of(Layer.CITY, Layer.PROVINCE)) {
            assertThat(open(app, layer))
                    .as(layer.code())
                    .containsExactly(RETURNED, BESIDE.getFirst(), BESIDE.getLast());
            assertThat(counted(app, layer)).as(layer.code()).isEqualTo(51);
            for (var point : BESIDE)
                assertThat(review(app, layer).point(point).orElseThrow().leads())
                        .as("the layer is told")
                        .anySatisfy(lead -> assertThat(lead.zh()).contains("原结论失效", before, "24392"))
                        .anySatisfy(lead -> assertThat(lead.en()).contains("decide anew", before, "24392"));
        }
        assertThat(Guest.as(app, "province").get(API + "/review/province").body())
                .contains("原结论失效")
                .contains("24392");
        assertThat(app.bean(Ledger.class).about(Chain.of(App.PANYU), "submission/3", 10))
                .extracting(entry -> entry.told().zh())
                .anySatisfy(told -> assertThat(told).contains("第 3 次材料定稿", "连带变动的观测点：3.1.2 3.1.3"));

        app.at(app.now().plusSeconds(60));
        for (var point : open(app, Layer.CITY)) decide(app, Layer.CITY, point, 1);
        assertThat(review(app, Layer.CITY).decided()).isEqualTo(54);
    }

    /** Which figure, from what to what, which points; these are open to be signed, and nobody else is. */
    private static void theCountyIsToldBeforeTheFreeze(App app, String before) {
        var own = own(app);
        assertThat(own.moved()).extracting(moved -> moved.point().code()).containsExactlyElementsOf(BESIDE);
        for (var page : List.of(UNIT + "/submission", API + "/submission"))
            assertThat(Guest.as(app, "office").get(page).body())
                    .as(page)
                    .contains(before, "24392", "3.1.2", "3.1.3")
                    .contains(cell(own).title().zh());
        var answers = app.bean(Answers.class);
        var education = own.askedBy(app.visitor("education"), app.now());
        for (var point : BESIDE)
            assertThat(answers.whyNotEdit(education, own, point)).isEmpty();
        assertThat(answers.whyNotEdit(education, own, new PointCode("1.2.1")))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("submission.not-returned"));
        assertThat(own.standing().whyNotEdit(BESIDE.getFirst()))
                .as("no figure is open but those of what was returned")
                .isPresent();
        var city = review(app, Layer.CITY);
        assertThat(city.whyNotReturned(BESIDE.getFirst()))
                .as("the layer waits for what comes")
                .isPresent();
        assertThat(app.bean(Seals.class).whyNotFreeze(own.askedBy(app.visitor("office"), app.now()), own))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("submission.unchecked"));
    }

    private static void decidesAll(App app, Layer layer) {
        var verdicts = open(app, layer).stream()
                .collect(Collectors.toMap(
                        point -> point, point -> new PointDecision(Version.NONE, "agree", "", "", "")));
        app.bean(Reviewing.class).decide(asking(app, layer), layer, verdicts);
        app.bean(Reviewing.class)
                .sign(asking(app, layer), layer, "情况属实", review(app, layer).digest());
        assertThat(review(app, layer).opinion()).isNotNull();
        assertThat(counted(app, layer)).isEqualTo(54);
    }

    private static void decide(App app, Layer layer, PointCode point, int seen) {
        app.bean(Reviewing.class)
                .decide(asking(app, layer), layer, point, new PointDecision(new Version(seen), "agree", "", "", ""));
        assertThat(review(app, layer).point(point).orElseThrow().outcome(layer))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(Outcome.Scored.class));
    }

    private static void returns(App app, PointCode point) {
        app.bean(Seals.class)
                .giveBack(
                        own(app).askedBy(app.visitor("city"), app.now()),
                        new SubmissionReturn(List.of(point), "请核对", LocalDate.of(2020, 9, 25)));
    }

    private static void reports(App app, String value) {
        var own = own(app);
        var version = Objects.requireNonNull(own.reported().get(CHILDREN));
        app.bean(Reporting.class)
                .report(
                        own.askedBy(app.visitor("education"), app.now()),
                        List.of(new Entry.Value(cell(own), value, null, "", version.version())));
    }

    private static String children(App app) {
        return Objects.requireNonNull(own(app).figuresReported().get(CHILDREN)).written();
    }

    private static Cell cell(SelfEvaluation own) {
        return own.point(RETURNED).orElseThrow().reads().stream()
                .filter(cell -> cell.key().equals(CHILDREN))
                .findFirst()
                .orElseThrow();
    }

    private static List<PointCode> open(App app, Layer layer) {
        return review(app, layer).points().stream()
                .filter(Review.Reviewed::open)
                .map(one -> one.point().code())
                .toList();
    }

    /** How many decisions of the layer the result is computed from. */
    private static long counted(App app, Layer layer) {
        var of = Objects.requireNonNull(
                app.bean(Evaluations.class).of(app.round()).levels().get(Level.COUNTY));
        assertThat(app.bean(Reviews.class).progress(app.round(), layer)).containsKey(App.PANYU);
        return of.judgements().of(App.PANYU).values().stream()
                .filter(said -> said.containsKey(layer))
                .count();
    }

    private static Review review(App app, Layer layer) {
        return app.bean(Reviews.class).of(asking(app, layer), layer);
    }

    private static RequestContext asking(App app, Layer layer) {
        return new RequestContext(app.visitor(layer.code()), app.round(), app.panyu(), app.now());
    }

    private static SelfEvaluation own(App app) {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }
}
