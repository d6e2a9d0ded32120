package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import pingheng.app.App;
import pingheng.review.PointDecision;
import pingheng.review.Review;
import pingheng.review.Reviewing;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** A figure of Panyu that several points read and that the city corrects, as the province meets it. */
final class CorrectedFigure {
    static final Instant CITY = Instant.parse("2020-09-20T01:00:00Z");
    static final Instant PROVINCE = Instant.parse("2020-10-20T01:00:00Z");
    static final String CHILDREN = "kindergarten_children@2019/20";
    static final String QUEUE = "/r/GD-2020/440113/review/province";
    static final String API = "/api/v1/rounds/GD-2020/units/440113/review/province";

    private CorrectedFigure() {}

    /** The points that read the figure. */
    static List<PointCode> reading(App app) {
        var points = review(app).points().stream()
                .filter(point -> point.cell(CHILDREN).isPresent())
                .map(point -> point.point().code())
                .toList();
        assertThat(points).hasSizeGreaterThan(1);
        return points;
    }

    /** The province adopts what the city said on one point and agrees to all others. */
    static void theProvinceAdoptsTheCityOn(App app, PointCode adopted) {
        var verdicts = new LinkedHashMap<PointCode, PointDecision>();
        for (var point : review(app).points()) {
            var code = point.point().code();
            var decision = code.equals(adopted) ? "adopt_city" : "agree";
            verdicts.put(code, new PointDecision(Version.NONE, decision, "", "", ""));
        }
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("province"), app.round(), app.panyu(), PROVINCE),
                        Layer.PROVINCE,
                        verdicts);
    }

    static Review review(App app) {
        return app.bean(Reviews.class)
                .of(new RequestContext(app.visitor("province"), app.round(), app.panyu(), app.now()), Layer.PROVINCE);
    }
}
