package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.people.Visitor;
import pingheng.people.staff.Staff;
import pingheng.problem.Refused;
import pingheng.round.lock.UnitLock;
import pingheng.submission.SignOff.Step;
import pingheng.submission.texts.Settlements;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** Two verbs sent at once come to what they come to one after the other, in one order or in the other: their answers too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class VerbsAtOnceTest {
    private static final String POINT = "5.1.2";

    private App app = App.shared();

    /** A verb, on what its page had read before. */
    private interface Act {
        Object carryOut(SelfEvaluation seen);
    }

    private record Verb(String name, Act act) {}

    @BeforeAll
    void start() {
        app = App.fresh();
        Carried.upTo(app, Carried.Step.CHECKED);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void onAPointThatWaitsForItsCheck() throws Exception {
        everyPair(this::filled, List.of(check(), back("finance-check"), back("office"), save("抢先改一句"), attach()));
    }

    @Test
    void onAPointThatIsToBeSigned() throws Exception {
        everyPair(this::open, List.of(fill(), save("签名前再改"), attach(), back("finance-check")));
    }

    @Test
    void onAPointWithTwoTexts() throws Exception {
        everyPair(this::beside, List.of(take(), settle(), save("第三份"), fill()));
    }

    @Test
    void onAllThatIsSigned() throws Exception {
        everyPair(this::signed, List.of(freeze(), back("office"), save("定稿时改"), leader()));
    }

    @Test
    void onAllThatIsFrozen() throws Exception {
        everyPair(this::frozen, List.of(lift(), scan(), save("撤销时改"), back("office")));
    }

    @Test
    void nothingIsFrozenWhileAPointIsSentBack() {
        signed();
        back("office").act.carryOut(own());

        assertThat(answer(own(), freeze())).isEqualTo("submission.unchecked");
    }

    @Test
    void theLeaderIsNotThePersonWhoSignedForTheOffice() {
        checked();
        if (own().whole().office() == null) whole("office", Step.OFFICE);
        var office = app.visitor("office");
        var both =
                new Visitor(office.login(), office.name(), app.visitor("deputy").post());

        assertThat(app.bean(SignOffs.class).whyNotSign(own().askedBy(both, now()), own(), Step.LEADER))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("submission.same-person"));
    }

    @Test
    void nobodyComesToTwoPostsOfTwoPersonsByTwoHandsAtOnce() throws Exception {
        var answers = atOnce(
                () -> app.db()
                        .sql("select id from person where login = 'health' for update")
                        .query(Long.class)
                        .list(),
                () -> appointed("office", "deputy"),
                () -> appointed("province", "office"));

        assertThat(answers).containsExactlyInAnyOrder("appointed", "people.both-posts");
    }

    private String appointed(String by, String post) {
        try {
            app.bean(Staff.class)
                    .appoint(
                            app.visitor(by),
                            app.panyu(),
                            app.visitor(post).post().id(),
                            new Login("health"),
                            "");
            return "appointed";
        } catch (Refused refused) {
            return refused.reason().code();
        }
    }

    private void everyPair(Runnable prepared, List<Verb> verbs) throws Exception {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < verbs.size(); i++)
            for (int j = i; j < verbs.size(); j++) {
                prepared.run();
                var told = race(verbs.get(i), verbs.get(j));
                if (!told.isEmpty()) wrong.add(told);
            }
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    /** What came of the race, where neither order comes to it. */
    private String race(Verb one, Verb other) throws Exception {
        var seen = own();
        var before = inOrder(seen, one, other, true);
        var after = inOrder(seen, other, one, false);
        var rows = rows();
        var raced = told(
                atOnce(
                        () -> app.bean(UnitLock.class).alone(app.round(), app.panyu()),
                        () -> answer(seen, one),
                        () -> answer(seen, other)),
                rows);
        return raced.equals(before) || raced.equals(after)
                ? ""
                : one.name + " with " + other.name + ":\n  at once " + raced + "\n  else    " + before + "\n  or      "
                        + after;
    }

    private String inOrder(SelfEvaluation seen, Verb first, Verb second, boolean straight) {
        var told = new String[1];
        app.rolledBack(() -> {
            var rows = rows();
            var one = answer(seen, first);
            var other = answer(seen, second);
            told[0] = told(straight ? List.of(one, other) : List.of(other, one), rows);
        });
        return told[0];
    }

    /** Both wait for what somebody else holds until it is let go. */
    private List<String> atOnce(Runnable held, Callable<String> one, Callable<String> other) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = new TransactionTemplate(app.bean(PlatformTransactionManager.class)).execute(status -> {
                held.run();
                var sent = List.of(hands.submit(one), hands.submit(other));
                while (waiting() + sent.stream().filter(Future::isDone).count() < 2) Thread.onSpinWait();
                return sent;
            });
            var answers = new ArrayList<String>();
            for (var answer : both) answers.add(answer.get());
            return answers;
        }
    }

    private long waiting() {
        return app.db()
                .sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    private static String answer(SelfEvaluation seen, Verb verb) {
        try {
            return String.valueOf(verb.act.carryOut(seen));
        } catch (Refused refused) {
            return refused.reason().code();
        }
    }

    /** The answers, where the point and the whole stand then, and how many rows of which kind came to be. */
    private String told(List<String> answers, Map<String, Long> before) {
        var own = own();
        var now = rows();
        var added = now.entrySet().stream()
                .filter(row -> !row.getValue().equals(before.getOrDefault(row.getKey(), 0L)))
                .map(row -> row.getKey() + " +" + (row.getValue() - before.getOrDefault(row.getKey(), 0L)))
                .collect(Collectors.joining(", "));
        var point = point(own);
        return answers + " " + point.state() + " v" + point.answer().version() + " "
                + point.answer().statement() + " beside "
                + point.signed().beside() + " " + own.standing().getClass().getSimpleName() + " "
                + (own.whole().office() != null) + (own.whole().leader() != null) + " [" + added + "]";
    }

    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        app.db().sql("""
                        select 'sign_off ' || step as kind, count(*) as rows from sign_off group by step
                        union all select 'returned', count(*) from returned
                        union all select 'answer', count(*) from answer
                        union all select 'citation', count(*) from citation_version
                        union all select 'frozen', count(*) from frozen where digest is not null
                        union all select 'lifted', count(*) from frozen where digest is null
                        union all select 'ledger ' || verb, count(*) from ledger_entry group by verb
                        """).query(row -> {
            rows.put(row.getString("kind"), row.getLong("rows"));
        });
        return rows;
    }

    private void filled() {
        lifted();
        if (point(own()).state() == OwnPoint.State.FILLED) return;
        open();
        sign("finance", Step.FILLED);
    }

    private void open() {
        lifted();
        var beside = app.bean(Answers.class).beside(own(), new PointCode(POINT));
        if (!beside.isEmpty()) settle().act.carryOut(own());
        if (point(own()).signed().filled() != null) back("finance-check").act.carryOut(own());
    }

    private void beside() {
        open();
        var version = point(own()).answer().version();
        save("第一份 " + version).act.carryOut(own());
        var draft = draft(version, "第二份 " + version);
        app.bean(Answers.class).save(own().askedBy(app.visitor("office"), now()), new PointCode(POINT), draft);
    }

    private void signed() {
        checked();
        if (own().whole().office() == null) whole("office", Step.OFFICE);
        if (own().whole().leader() == null) whole("deputy", Step.LEADER);
    }

    private void checked() {
        lifted();
        if (point(own()).state() == OwnPoint.State.CHECKED) return;
        filled();
        sign("finance-check", Step.CHECKED);
    }

    private void frozen() {
        if (own().standing() instanceof SubmissionStatus.Frozen) return;
        signed();
        freeze().act.carryOut(own());
    }

    private void lifted() {
        if (own().standing() instanceof SubmissionStatus.Frozen) lift().act.carryOut(own());
    }

    private Verb fill() {
        return new Verb("fill", seen -> signing(seen, "finance", Step.FILLED));
    }

    private Verb check() {
        return new Verb("check", seen -> signing(seen, "finance-check", Step.CHECKED));
    }

    private String signing(SelfEvaluation seen, String login, Step step) {
        app.bean(SignOffs.class)
                .sign(
                        seen.askedBy(app.visitor(login), now()),
                        new PointCode(POINT),
                        step,
                        point(seen).digest());
        return "signed";
    }

    private Verb leader() {
        return new Verb("leader", seen -> {
            app.bean(SignOffs.class).sign(seen.askedBy(app.visitor("leader"), now()), Step.LEADER, seen.digest());
            return "signed";
        });
    }

    private Verb back(String login) {
        return new Verb("return by " + login, seen -> {
            app.bean(SignOffs.class).giveBack(seen.askedBy(app.visitor(login), now()), new PointCode(POINT), "请写得更清楚");
            return "returned";
        });
    }

    private Verb save(String text) {
        return new Verb("save", seen -> {
            var version = point(seen).answer().version();
            var draft = draft(version, text.replaceAll(" .*", "") + " " + version);
            return app.bean(Answers.class)
                    .save(seen.askedBy(app.visitor("finance"), now()), new PointCode(POINT), draft)
                    .getClass()
                    .getSimpleName();
        });
    }

    private Verb attach() {
        return new Verb("attach", seen -> {
            var bytes = Carried.pdf("v" + point(seen).evidence().size());
            var taken = app.bean(Evidence.class).take("佐证.pdf", new ByteArrayInputStream(bytes));
            app.bean(Answers.class)
                    .attach(
                            seen.askedBy(app.visitor("finance"), now()),
                            taken,
                            Kind.MATERIAL,
                            List.of(new PointCode(POINT)));
            return "attached";
        });
    }

    private Verb take() {
        return new Verb("take the one beside", seen -> {
            var beside = app.bean(Answers.class).beside(seen, new PointCode(POINT));
            var id = beside.isEmpty() ? -1 : beside.getFirst().id();
            return settled(seen, new Settlements.Choice.Taken(id), List.of(id));
        });
    }

    private Verb settle() {
        return new Verb("settle", seen -> {
            var beside = app.bean(Answers.class).beside(seen, new PointCode(POINT)).stream()
                    .map(Answer.Beside::id)
                    .toList();
            return settled(seen, new Settlements.Choice.Written(draft(Version.NONE, "合为一份")), beside);
        });
    }

    private String settled(SelfEvaluation seen, Settlements.Choice choice, List<Long> aside) {
        var settlement = new Settlements.Settlement(point(seen).answer().version(), aside, choice);
        return app.bean(Settlements.class)
                .settle(seen.askedBy(app.visitor("finance"), now()), new PointCode(POINT), settlement)
                .getClass()
                .getSimpleName();
    }

    private Verb freeze() {
        return new Verb("freeze", seen -> {
            app.bean(Seals.class).freeze(seen.askedBy(app.visitor("office"), now()), seen.digest());
            return "frozen";
        });
    }

    private Verb lift() {
        return new Verb("lift", seen -> {
            app.bean(Seals.class).lift(seen.askedBy(app.visitor("office"), app.now()));
            return "lifted";
        });
    }

    private Verb scan() {
        return new Verb("scan", seen -> {
            var bytes = Carried.pdf("form");
            var taken = app.bean(Evidence.class).take("form.pdf", new ByteArrayInputStream(bytes));
            app.bean(Seals.class).scan(seen.askedBy(app.visitor("office"), app.now()), "form", taken);
            return "scanned";
        });
    }

    private void sign(String login, Step step) {
        signing(own(), login, step);
    }

    private void whole(String login, Step step) {
        var own = own();
        app.bean(SignOffs.class).sign(own.askedBy(app.visitor(login), now()), step, own.digest());
    }

    private Answers.Draft draft(Version seen, String text) {
        return new Answers.Draft(seen, point(own()).answer().marks(), null, "", text);
    }

    private SelfEvaluation own() {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }

    private static OwnPoint point(SelfEvaluation own) {
        return own.point(new PointCode(POINT)).orElseThrow();
    }

    private Instant now() {
        return app.bean("clock", Clock.class).instant();
    }
}
