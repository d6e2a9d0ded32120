package pingheng.app;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Marking;
import pingheng.deliberation.Said;
import pingheng.deliberation.Tally;
import pingheng.duty.Urgings;
import pingheng.review.PointDecision;
import pingheng.review.Review;
import pingheng.review.Reviewing;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus;
import pingheng.value.PointCode;
import pingheng.value.UrgingId;
import pingheng.value.number.Version;
import pingheng.visit.Visits;

/** What a press has to know of the tale so far, and what others do in it between two presses. */
record Tale(App app) {
    SelfEvaluation own() {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }

    /** The digest of what is frozen. */
    String frozen() {
        return own().standing() instanceof SubmissionStatus.Frozen(var freeze, var previous) ? freeze.digest() : "";
    }

    String body(String login) {
        return String.valueOf(app.visitor(login).post().body().id());
    }

    String post(String login) {
        return String.valueOf(app.visitor(login).post().id());
    }

    /** The urging that waits for its answer. */
    UrgingId urging() {
        return app.bean(Urgings.class).of(app.round(), app.panyu()).stream()
                .filter(one -> one.answered() == null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The texts that wait beside the one that stands, by number. */
    List<@Nullable Long> beside() {
        return app.db()
                .sql(
                        "select id from answer_beside where unit = ? and point = '5.1.3' and id not in (select beside from answer_settled)")
                .param(App.PANYU.text())
                .query(Long.class)
                .list();
    }

    Review city() {
        return app.bean(Reviews.class)
                .of(new RequestContext(app.visitor("city"), app.round(), app.panyu(), app.now()), Layer.CITY);
    }

    /** The city agrees to whatever it has not decided. */
    void cityAgrees() {
        var verdicts = new HashMap<PointCode, PointDecision>();
        for (var one : city().points())
            if (one.open()) verdicts.put(one.point().code(), new PointDecision(Version.NONE, "agree", "", "", ""));
        var now = app.bean("clock", Clock.class).instant();
        app.bean(Reviewing.class)
                .decide(new RequestContext(app.visitor("city"), app.round(), app.panyu(), now), Layer.CITY, verdicts);
    }

    String noted() {
        return app.bean(Visits.class)
                .seen(app.visitor("province"), app.round(), App.PANYU)
                .digest();
    }

    /** Each member who came says the same of all units but those of their region. */
    void everybodyMarks() {
        var session = app.bean(Deliberations.class).session(app.round()).orElseThrow();
        for (int i = 1; i <= 8; i++) {
            var visitor = app.visitor("member" + i);
            var member = session.member(visitor.post().id()).orElseThrow();
            if (!member.present()) continue;
            var said = session.candidates().stream()
                    .filter(candidate -> !Tally.ofRegion(member, candidate))
                    .filter(candidate ->
                            session.mark(member.post(), candidate.unit().code()).isEmpty())
                    .map(candidate -> new Said(candidate.unit().code(), "4.5", false, "", Version.NONE))
                    .toList();
            app.bean(Marking.class).mark(app.asking(visitor), said);
        }
    }

    String published() {
        return app.db()
                .sql("select digest from framework where level = 'county' order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
