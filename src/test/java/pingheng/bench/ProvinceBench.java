package pingheng.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.rehearsal.Rehearsal;
import pingheng.rehearsal.Script;
import pingheng.result.release.Evaluations;
import pingheng.result.release.Releases;
import pingheng.review.Reviewing;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RehearsalClock;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** The whole province played to its released ranking; on the way the desk of a reviewer and a figure that is corrected, then the ranking. */
final class ProvinceBench {
    private static final int WARM = 60;
    private static final int ASKED = 200;
    private static final int CORRECTED = 40;

    private static final String QUEUE = "/r/GD-2020/440113/review/province";
    private static final String FIGURE = "grade9@2019/20";

    private ProvinceBench() {}

    static void measure() {
        try (var app = App.fresh()) {
            app.bean(Rehearsal.class).playHalf(App.PROVINCE);
            app.bean(Script.class).by(App.PROVINCE, true);
            double played = play(app, "2020-10-26T02:00:00Z");
            var queue = answers(app, "province", QUEUE);
            line("desk of a reviewer, province played, p95", queue[ASKED * 95 / 100], "ms", 100);
            corrected(app);
            played += play(app, "2020-12-26T02:00:00Z");
            line("122 counties and 21 cities, to the released ranking", played, "s", 0);
            ranking(app);
        }
    }

    private static double play(App app, String to) {
        long from = System.nanoTime();
        app.bean(Script.class).playTo(Instant.parse(to));
        return (System.nanoTime() - from) / 1e9;
    }

    /** From the request for another value to the places of all units, and where the time goes. */
    private static void corrected(App app) {
        var round = app.round();
        var releases = app.bean(Releases.class);
        var seen = new AtomicInteger();
        var point = app
                .bean(Reviews.class)
                .of(new RequestContext(app.visitor("province"), round, app.panyu(), app.now()), Layer.PROVINCE)
                .points()
                .stream()
                .filter(one -> one.cell(FIGURE).isPresent())
                .findFirst()
                .orElseThrow()
                .point()
                .code();
        double confirm = median(n -> confirm(app, point, seen.getAndIncrement()));
        double gather = median(n -> app.bean(Evaluations.class).of(round));
        double whole = median(n -> {
            confirm(app, point, seen.getAndIncrement());
            releases.dryRun(round);
        });
        line("a corrected figure, to the places of the province", whole, "ms", 20);
        line("- of this the decision itself", confirm, "ms", 0);
        line("- of this gathering the evaluation", gather, "ms", 0);
        line("- of this scores, places, result file", whole - confirm - gather, "ms", 0);
    }

    private static void confirm(App app, PointCode point, int seen) {
        app.bean(Reviewing.class)
                .confirm(
                        new RequestContext(
                                app.visitor("province"),
                                app.round(),
                                app.panyu(),
                                app.bean(RehearsalClock.class).now()),
                        Layer.PROVINCE,
                        point,
                        new FigureConfirmation(new Version(seen), FIGURE, String.valueOf(7000 + seen), "核实"));
    }

    /** Against a file that only has to be sent, in the same run. */
    private static void ranking(App app) {
        double page = perSecond(answers(app, "office", "/r/GD-2020/ranking"));
        double file = perSecond(answers(app, "office", "/static/pingheng.css"));
        line("ranking, pages a second", page, "1/s", 0);
        line("style sheet, answers a second", file, "1/s", 0);
        line("ranking against style sheet", page / file, "ratio", 0);
    }

    private static double[] answers(App app, String login, String path) {
        var guest = Guest.as(app, login);
        for (int i = 0; i < WARM; i++) guest.get(path);
        var times = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long from = System.nanoTime();
            int status = guest.get(path).status();
            times[i] = (System.nanoTime() - from) / 1e6;
            if (status != 200) throw new IllegalStateException(path + " answers " + status);
        }
        Arrays.sort(times);
        return times;
    }

    private static double perSecond(double[] times) {
        double whole = 0;
        for (var time : times) whole += time;
        return times.length * 1000 / whole;
    }

    private static double median(IntConsumer act) {
        for (int i = 0; i < CORRECTED; i++) act.accept(i);
        var times = new ArrayList<Double>();
        for (int i = 0; i < CORRECTED; i++) {
            long from = System.nanoTime();
            act.accept(i);
            times.add((System.nanoTime() - from) / 1e6);
        }
        times.sort(null);
        return times.get(CORRECTED / 2);
    }

    private static void line(String name, double value, String unit, double goal) {
        var against = goal == 0 ? "-\t-" : String.format(Locale.ROOT, "%.0f\t%.2f", goal, value / goal);
        System.out.printf(Locale.ROOT, "%s\t%.2f\t%s\t%s%n", name, value, unit, against);
    }
}
