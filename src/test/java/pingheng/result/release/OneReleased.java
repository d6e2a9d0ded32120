package pingheng.result.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import pingheng.app.App;
import pingheng.rehearsal.Officials;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** Carries a round whose only submission is Panyu's to its release, which is in force from 2020-12-25 09:00 in China on. */
public final class OneReleased {
    private static final Instant REVIEWED = Instant.parse("2020-10-20T02:00:00Z");
    private static final Instant RELEASED = Instant.parse("2020-12-20T02:00:00Z");

    private static final Instant IN_FORCE = Instant.parse("2020-12-25T01:00:00Z");

    private OneReleased() {}

    /** The province agrees to every point, the survey comes in, the committee marks, two persons release. */
    public static void alone(App app) {
        judged(app);
        app.bean(Officials.class).release(app.round(), new Officials.Dated(LocalDate.of(2020, 12, 19), IN_FORCE));
    }

    /** As far as that everything is judged and nothing proposed. */
    public static void judged(App app) {
        app.at(REVIEWED);
        var review = app.bean(Reviews.class)
                .of(new RequestContext(app.visitor("province"), app.round(), app.panyu(), app.now()), Layer.PROVINCE);
        var verdicts = new LinkedHashMap<PointCode, PointDecision>();
        for (var point : review.points())
            verdicts.put(point.point().code(), new PointDecision(Version.NONE, "agree", "", "", ""));
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("province"), app.round(), app.panyu(), REVIEWED),
                        Layer.PROVINCE,
                        verdicts);
        app.at(RELEASED);
        var officials = app.bean(Officials.class);
        officials.survey(app.round(), App.PROVINCE);
        officials.deliberate(app.round(), App.PROVINCE);
    }
}
