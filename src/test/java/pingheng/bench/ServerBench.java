package pingheng.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.framework.rule.Marks;
import pingheng.ledger.Ledger;
import pingheng.problem.Sentence;
import pingheng.rehearsal.Opening;
import pingheng.rehearsal.Rehearsal;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** Pages with the drafts of a whole province in the database, and saves with and without an entry in the ledger, in one run. */
public final class ServerBench {
    private static final int WARM = 60;
    private static final int ASKED = 200;
    private static final int HANDS = 4;
    private static final int SAVES = 150;

    private ServerBench() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        try (var app = App.fresh()) {
            app.bean(Rehearsal.class).playHalf(App.PROVINCE);
            DraftedProvince.fill(app);
            page(app, "desk of a contact", "finance", "/");
            page(app, "desk of an office", "office", "/");
            page(app, "desk of the province", "province", "/");
            page(app, "matrix", "office", "/r/GD-2020/440113/matrix");
            page(app, "point", "finance", "/r/GD-2020/440113/points/5.1.5");
            double without = saves(app, "440103 440104 440105 440106", false);
            double with = saves(app, "440111 440112 440114 440115", true);
            line("saves, ledger off", without, "1/s");
            line("saves, ledger on", with, "1/s");
            line("saves, ledger on / off", with / without, "ratio");
        }
        ProvinceBench.measure();
        System.exit(0); // the shared application that others are copied from is never closed
    }

    private static void page(App app, String name, String login, String path) {
        var guest = Guest.as(app, login);
        for (int i = 0; i < WARM; i++) guest.get(path);
        var times = new ArrayList<Double>();
        for (int i = 0; i < ASKED; i++) {
            long from = System.nanoTime();
            int status = guest.get(path).status();
            times.add((System.nanoTime() - from) / 1e6);
            if (status != 200) throw new IllegalStateException(path + " answers " + status);
        }
        times.sort(null);
        line(name + ", p95", times.get(ASKED * 95 / 100), "ms");
    }

    /** Saves of a few counties side by side: each one a transaction, with an entry in the chain of its county or without. */
    private static double saves(App app, String counties, boolean recorded)
            throws InterruptedException, ExecutionException {
        var tasks = new ArrayList<Callable<Integer>>();
        for (var county : counties.split(" ")) tasks.add(() -> save(app, county, recorded));
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            hands.invokeAll(tasks);
            long from = System.nanoTime();
            int saved = 0;
            for (var done : hands.invokeAll(tasks)) saved += done.get();
            return saved / ((System.nanoTime() - from) / 1e9);
        }
    }

    private static int save(App app, String county, boolean recorded) {
        var answers = app.bean(Answers.class);
        var office = app.visitor("office-" + county);
        var unit = app.unit(county);
        var own = app.bean(SelfEvaluations.class).of(app.round(), unit);
        int seen = own.point(new PointCode("5.1.5"))
                .orElseThrow()
                .answer()
                .version()
                .number();
        var transaction = new TransactionTemplate(app.bean(PlatformTransactionManager.class));
        for (int i = 0; i < SAVES; i++) {
            var draft = new Answers.Draft(new Version(seen + i), Marks.NONE, null, "", "第 " + i + " 次保存 " + seen);
            transaction.executeWithoutResult(status -> {
                answers.save(own.askedBy(office, Opening.BEGINS), new PointCode("5.1.5"), draft);
                if (recorded)
                    app.bean(Ledger.class)
                            .record(
                                    office.actor(),
                                    new UnitCode(county),
                                    "saved",
                                    "point/5.1.5",
                                    new Sentence("保存", "saved"));
            });
        }
        return SAVES;
    }

    private static void line(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s\t%.2f\t%s\t-\t-%n", name, value, unit);
    }

    /** The drafts of the county of the cast, over again in every other county. */
    private static final class DraftedProvince {
        private static final List<String> COPIED = List.of("""
                insert into body_version (version, division, name, short_name, kind, town, in_group, at)
                select 1, d.code, b.name, b.short_name, b.kind, b.town, b.in_group, now()
                  from division d, body_current b
                 where d.level = 'county' and d.code <> '440113' and b.division = '440113'
                """, """
                insert into post (body, title, role)
                select n.id, p.title, p.role
                  from post p
                  join body_current b on b.id = p.body and b.division = '440113'
                  join body_current n on n.name = b.name and n.division <> '440113'
                """, """
                insert into duty_version (round, unit, point, version, bodies, parts, contacts, person, at)
                select u.round, n.division, u.point, 1, array_agg(n.id), array_agg(u.part),
                       array_agg(cast(null as bigint)), '', now()
                  from duty_current u
                  join body_current b on b.id = u.body and u.unit = '440113'
                  join body_current n on n.name = b.name and n.division <> '440113'
                 group by u.round, n.division, u.point
                """, """
                insert into answer (round, unit, point, version, marks, claim, reason, statement, person, at)
                select a.round, d.code, a.point, a.version, a.marks, a.claim, a.reason, a.statement, a.person, a.at
                  from answer a, division d
                 where a.unit = '440113' and d.level = 'county' and d.code <> '440113'
                """, """
                insert into figure_version
                       (round, unit, figure, member, period, written, value, source, version, person, at)
                select f.round, d.code, f.figure, f.member, f.period, f.written, f.value, f.source, f.version, f.person, f.at
                  from figure_version f, division d
                 where f.unit = '440113' and d.level = 'county' and d.code <> '440113'
                """, """
                insert into sign_off (round, unit, point, step, digest, person, post, at)
                select s.round, d.code, s.point, s.step, s.digest, s.person, s.post, s.at
                  from sign_off s, division d
                 where s.unit = '440113' and d.level = 'county' and d.code <> '440113'
                """, """
                insert into evidence (round, unit, sha256, size, name, type, kind, body, person, at)
                select e.round, d.code, e.sha256, e.size, e.name, e.type, e.kind, e.body, e.person, e.at
                  from evidence e, division d
                 where e.unit = '440113' and d.level = 'county' and d.code <> '440113'
                """, """
                insert into school_batch (round, unit, number, rows, content, digest, person, at)
                select b.round, d.code, b.number, b.rows, b.content, b.digest, b.person, b.at
                  from school_batch b, division d
                 where b.unit = '440113' and d.level = 'county' and d.code <> '440113'
                """, """
                insert into school_version (round, unit, school, level, version, name, withdrawn)
                select s.round, d.code, s.school, s.level, s.version, s.name, s.withdrawn
                  from school_version s, division d
                 where s.unit = '440113' and d.level = 'county' and d.code <> '440113'
                """, """
                insert into school_value_version (round, unit, school, level, figure, version, value)
                select s.round, d.code, s.school, s.level, s.figure, s.version, s.value
                  from school_value_version s, division d
                 where s.unit = '440113' and d.level = 'county' and d.code <> '440113'
                """);

        static void fill(App app) {
            for (var copy : COPIED) app.db().sql(copy).update();
        }
    }
}
