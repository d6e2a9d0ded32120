package pingheng.app;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import pingheng.evidence.Evidence;
import pingheng.paper.Paper;
import pingheng.rehearsal.Opening;
import pingheng.rehearsal.Rehearsal;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff;
import pingheng.submission.SignOffs;
import pingheng.submission.SubmissionStatus;
import pingheng.value.PointCode;

/** Carries the county of the cast a part of its way, by the verbs its pages call. */
public final class Carried {
    private final App app;

    private Carried(App app) {
        this.app = app;
    }

    /** How far; each step has the ones before it behind it. */
    public enum Step {
        CHECKED,
        OFFICE,
        LEADER,
        FROZEN,
        SCANNED,
        SUBMITTED
    }

    /** From posts alone to that step. */
    public static void upTo(App app, Step step) {
        app.assigned();
        upTo(app, step, App.PROVINCE);
    }

    /** From the table, with or without drafts, to that step, by the figures and marks of a province. */
    public static void upTo(App app, Step step, Path province) {
        app.bean(Rehearsal.class).finish(province);
        var carried = new Carried(app);
        if (step.compareTo(Step.OFFICE) >= 0) carried.sign("office", SignOff.Step.OFFICE);
        if (step.compareTo(Step.LEADER) >= 0) carried.sign("deputy", SignOff.Step.LEADER);
        if (step.compareTo(Step.FROZEN) >= 0) carried.freeze();
        if (step.compareTo(Step.SCANNED) >= 0) Seals.SCANS.forEach(carried::scan);
        if (step.compareTo(Step.SUBMITTED) >= 0) carried.submit();
    }

    /** A point of the finance bureau that was returned and has been changed: signed, checked, and all of it submitted once more. */
    public static void again(App app, String point) {
        again(app, "finance", List.of(point));
    }

    /** The same of points that one body leads, by its contact and its checker. */
    public static void again(App app, String contact, List<String> points) {
        var carried = new Carried(app);
        for (var point : points) carried.signed(contact, new PointCode(point));
        carried.again();
    }

    private void signed(String contact, PointCode point) {
        for (var step : List.of(SignOff.Step.FILLED, SignOff.Step.CHECKED)) {
            var own = own();
            var visitor = app.visitor(step == SignOff.Step.FILLED ? contact : contact + "-check");
            var digest = own.point(point).orElseThrow().digest();
            app.bean(SignOffs.class).sign(own.askedBy(visitor, now()), point, step, digest);
        }
    }

    private void again() {
        sign("office", SignOff.Step.OFFICE);
        sign("deputy", SignOff.Step.LEADER);
        freeze();
        Seals.SCANS.forEach(this::scan);
        submit();
    }

    private void sign(String login, SignOff.Step step) {
        var own = own();
        app.bean(SignOffs.class).sign(own.askedBy(app.visitor(login), now()), step, own.digest());
    }

    private void freeze() {
        var own = own();
        app.bean(Seals.class).freeze(own.askedBy(app.visitor("office"), now()), own.digest());
    }

    private void scan(String kind) {
        var taken = app.bean(Evidence.class).take(kind + ".pdf", new ByteArrayInputStream(pdf(kind)));
        app.bean(Seals.class).scan(own().askedBy(app.visitor("office"), app.now()), kind, taken);
    }

    private void submit() {
        var own = own();
        if (!(own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous)))
            throw new IllegalStateException("not frozen");
        app.bean(Seals.class).submit(own.askedBy(app.visitor("office"), now()), freeze.digest());
    }

    private SelfEvaluation own() {
        return app.bean(SelfEvaluations.class).of(app.round(), app.unit(Opening.COUNTY.text()));
    }

    private java.time.Instant now() {
        return app.bean("clock", Clock.class).instant();
    }

    /** A small PDF that says what it stands for; other words make other bytes. */
    public static byte[] pdf(String words) {
        return Paper.form("test").text(words).pdf();
    }
}
