package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.review.Opinions;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** In a round in which confirmed figures are carried the city corrects one: a lead until it signs, then the one value of the figure. */
class CarriedFiguresStory {

    @Test
    void oneFigureHasOneValueAndItsPageTellsWhoseAndWhy() {
        try (var app = App.fresh().assigned()) {
            carried(app);
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var points = CorrectedFigure.reading(app);
            theCityCorrectsItAndDecides(app, points.getFirst());
            untilTheCitySignsItIsALead(app, points);
            theCitySigns(app);
            thenItCountsOnEveryPoint(app, points);
            theProvinceConfirmsTheNumberOfTheUnit(app, points);
        }
    }

    /** As the form that opens a round sets it; the sample's round was opened before there was a choice. */
    private static void carried(App app) {
        var owner = app.database().owner();
        JdbcClient.create(new DriverManagerDataSource(app.database().url(), owner.user(), owner.password()))
                .sql("update round set figures = 'carried'")
                .update();
    }

    private static void theCityCorrectsItAndDecides(App app, PointCode point) {
        app.at(CorrectedFigure.CITY);
        var city = new RequestContext(app.visitor("city"), app.round(), app.panyu(), CorrectedFigure.CITY);
        app.bean(Reviewing.class)
                .confirm(
                        city,
                        Layer.CITY,
                        point,
                        new FigureConfirmation(Version.NONE, CorrectedFigure.CHILDREN, "1000", "公安人口数据"));
        var verdicts = new LinkedHashMap<PointCode, PointDecision>();
        for (var one : app.bean(Reviews.class).of(city, Layer.CITY).points())
            verdicts.put(one.point().code(), new PointDecision(Version.NONE, "agree", "", "", ""));
        app.bean(Reviewing.class).decide(city, Layer.CITY, verdicts);
    }

    private static void untilTheCitySignsItIsALead(App app, List<PointCode> points) {
        app.at(CorrectedFigure.PROVINCE);
        for (var code : points)
            assertThat(CorrectedFigure.review(app).point(code).orElseThrow().leads())
                    .as(code.text())
                    .anySatisfy(lead -> assertThat(lead.zh()).contains("市级核定", "1000", "公安人口数据", "尚未签署"));
        assertThat(Guest.as(app, "province").get(CorrectedFigure.API).body())
                .contains("\"counts_with\":{\"adopt_city\":{},\"agree\":{}}");
    }

    private static void theCitySigns(App app) {
        app.at(CorrectedFigure.CITY);
        var city = new RequestContext(app.visitor("city"), app.round(), app.panyu(), CorrectedFigure.CITY);
        var digest = app.bean(Reviews.class).of(city, Layer.CITY).digest();
        app.bean(Opinions.class).sign(city, Layer.CITY, new Opinions.OpinionText("市级意见", digest));
        app.at(CorrectedFigure.PROVINCE);
    }

    private static void thenItCountsOnEveryPoint(App app, List<PointCode> points) {
        var province = Guest.as(app, "province");
        assertThat(province.get(CorrectedFigure.API).body())
                .contains("\"counts_with\":{\"adopt_city\":{\"" + CorrectedFigure.CHILDREN
                        + "\":\"1000\"},\"agree\":{\"" + CorrectedFigure.CHILDREN + "\":\"1000\"}}");
        var page = province.get(CorrectedFigure.QUEUE + "/" + points.getFirst()).body();
        assertThat(page).contains("市级核定", "1000", "公安人口数据", "已沿用", "一数一值", "计 ");
        CorrectedFigure.theProvinceAdoptsTheCityOn(app, points.getFirst());
        var run = app.bean(Releases.class).dryRun(app.round());
        assertThat(run.discrepancies()).isEmpty();
    }

    private static void theProvinceConfirmsTheNumberOfTheUnit(App app, List<PointCode> points) {
        var before = outcomes(app, points);
        app.bean(Reviewing.class)
                .confirm(
                        new RequestContext(app.visitor("province"), app.round(), app.panyu(), CorrectedFigure.PROVINCE),
                        Layer.PROVINCE,
                        points.getFirst(),
                        new FigureConfirmation(Version.NONE, CorrectedFigure.CHILDREN, "24391", "学籍核对无误"));
        assertThat(outcomes(app, points))
                .as("one correction moves each point that reads it")
                .isNotEqualTo(before);
        assertThat(CorrectedFigure.review(app)
                        .point(points.getFirst())
                        .orElseThrow()
                        .leads())
                .anySatisfy(lead -> assertThat(lead.zh()).contains("市级核定", "1000", "本层另有核定"));
        assertThat(app.bean(Releases.class).dryRun(app.round()).discrepancies()).isEmpty();
    }

    private static List<String> outcomes(App app, List<PointCode> points) {
        var review = CorrectedFigure.review(app);
        return points.stream()
                .map(point -> String.valueOf(review.point(point).orElseThrow().outcome(Layer.PROVINCE)))
                .toList();
    }
}
