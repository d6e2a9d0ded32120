package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** A figure is corrected by the city; the province agrees to one point that reads it and adopts the city on another. */
class TwoValuesStory {
    private static final Instant RELEASE = Instant.parse("2020-12-20T01:00:00Z");

    @Test
    void aFigureThatTheCityCorrectedDoesNotCountWithTwoValues() {
        try (var app = App.fresh().assigned()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var points = CorrectedFigure.reading(app);
            theCityCorrectsIt(app, points.getFirst());
            theCityDecides(app, points.getFirst());
            bothPointsAreLookedAtOneByOne(app, points);
            CorrectedFigure.theProvinceAdoptsTheCityOn(app, points.getFirst());
            nobodyReleasesThat(app, points);
            withOneValueItMayBeReleased(app, points);
        }
    }

    private static void theCityCorrectsIt(App app, PointCode point) {
        app.at(CorrectedFigure.CITY);
        app.bean(Reviewing.class)
                .confirm(
                        new RequestContext(app.visitor("city"), app.round(), app.panyu(), CorrectedFigure.CITY),
                        Layer.CITY,
                        point,
                        new FigureConfirmation(Version.NONE, CorrectedFigure.CHILDREN, "30000", "公安人口数据"));
    }

    private static void theCityDecides(App app, PointCode point) {
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("city"), app.round(), app.panyu(), CorrectedFigure.CITY),
                        Layer.CITY,
                        point,
                        new PointDecision(Version.NONE, "agree", "", "", ""));
    }

    private static void bothPointsAreLookedAtOneByOne(App app, List<PointCode> points) {
        app.at(CorrectedFigure.PROVINCE);
        for (var code : points)
            assertThat(CorrectedFigure.review(app).point(code).orElseThrow().leads())
                    .as(code.text())
                    .anySatisfy(lead -> assertThat(lead.zh()).contains("市级核定", "30000", "公安人口数据"));
        var province = Guest.as(app, "province");
        assertThat(province.get(CorrectedFigure.QUEUE).body())
                .contains("不在批量同意之列")
                .doesNotContain("name=\"point\" value=\"" + points.getFirst() + "\"");
        var refused = province.post(
                CorrectedFigure.QUEUE + "/agreements",
                "point",
                points.get(0).text(),
                "point",
                points.get(1).text());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(points.get(0).text(), points.get(1).text(), "市级核定", "30000");
        assertThat(province.get(CorrectedFigure.API).body())
                .contains(
                        "\"counts_with\":{\"adopt_city\":{\"" + CorrectedFigure.CHILDREN
                                + "\":\"30000\"},\"agree\":{}}",
                        "市级核定");
        assertThat(province.get(CorrectedFigure.QUEUE + "/" + points.getFirst()).body())
                .as("what each button records")
                .contains("按上报数据", "按市级核定数据", "30000");
    }

    private static void nobodyReleasesThat(App app, List<PointCode> points) {
        app.at(RELEASE);
        var releases = app.bean(Releases.class);
        var run = releases.dryRun(app.round());
        var province = Guest.as(app, "province");
        assertThat(province.get("/r/GD-2020/results").body())
                .contains("有两个值", "30000", points.get(0).text(), points.get(1).text());
        var proposed = propose(province, run.digest());
        assertThat(proposed.status()).isEqualTo(409);
        assertThat(proposed.body())
                .contains("result.two-values", "番禺区", "30000", "观测点 " + points.get(0), "观测点 " + points.get(1));
    }

    private static Guest.Answer propose(Guest province, String digest) {
        return province.post(
                "/r/GD-2020/results/proposals",
                "document",
                "演练〔2020〕1号",
                "approved",
                "2020-12-19",
                "day",
                "2020-12-25",
                "time",
                "09:00",
                "digest",
                digest);
    }

    /** The province confirms the number of the city for itself: every point that reads it counts with that. */
    private static void withOneValueItMayBeReleased(App app, List<PointCode> points) {
        app.bean(Reviewing.class)
                .confirm(
                        new RequestContext(app.visitor("province"), app.round(), app.panyu(), CorrectedFigure.PROVINCE),
                        Layer.PROVINCE,
                        points.getFirst(),
                        new FigureConfirmation(Version.NONE, CorrectedFigure.CHILDREN, "30000", "采用市级核定数"));
        var run = app.bean(Releases.class).dryRun(app.round());
        assertThat(run.discrepancies()).isEmpty();
        assertThat(propose(Guest.as(app, "province"), run.digest()).body())
                .as("what keeps it now is that nobody has a total")
                .contains("result.empty");
    }
}
