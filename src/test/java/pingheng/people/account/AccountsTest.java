package pingheng.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.problem.Refused;
import pingheng.time.Mode;
import pingheng.time.MovableClock;
import pingheng.value.Login;

class AccountsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

    private final App app = App.shared();
    private final MovableClock wall = new MovableClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Accounts accounts = new Accounts(
            app.bean(AccountStore.class), app.bean(People.class), app.bean(Ledger.class), wall, new Mode(false));

    @Test
    void aSlipBecomesAPasswordOnce() {
        app.rolledBack(() -> {
            var slip = slip();
            accounts.choose("zhou", slip.word(), PASSWORD);

            assertThat(accounts.signIn("zhou", PASSWORD)).isTrue();
            assertThat(accounts.signIn("zhou", slip.word())).isFalse();
            refused("people.slip", () -> accounts.choose("zhou", slip.word(), PASSWORD + "!"));
            assertThat(accounts.signIn("zhou", PASSWORD)).isTrue();
        });
    }

    @Test
    void aSlipIsReadAsItIsTypedFromPaper() {
        for (var typed : List.of("lower", "spaced", "wide"))
            app.rolledBack(() -> {
                var slip = slip();
                var word = switch (typed) {
                    case "lower" -> slip.word().toLowerCase(java.util.Locale.ROOT);
                    case "spaced" -> " " + slip.spaced() + " ";
                    default -> wide(slip.word());
                };
                accounts.choose(wide("Zhou"), word, PASSWORD);
                assertThat(accounts.signIn(" ZHOU ", PASSWORD)).as(typed).isTrue();
            });
    }

    @Test
    void aSlipIsGoodForFourteenDaysToTheMinute() {
        app.rolledBack(() -> {
            var slip = slip();
            wall.set(slip.until());
            refused("people.slip", () -> accounts.choose("zhou", slip.word(), PASSWORD));
            wall.set(slip.until().minusSeconds(1));
            accounts.choose("zhou", slip.word(), PASSWORD);
            assertThat(Duration.between(NOW, slip.until())).isEqualTo(Duration.ofDays(14));
        });
    }

    @Test
    void aNewSlipEndsThePasswordAndTheOlderSlip() {
        app.rolledBack(() -> {
            var first = slip();
            var second = accounts.slip(new Login("zhou"), "甲局 联系人");
            refused("people.slip", () -> accounts.choose("zhou", first.word(), PASSWORD));
            accounts.choose("zhou", second.word(), PASSWORD);
            var signedIn = accounts.signedIn("zhou").orElseThrow();
            assertThat(accounts.signedIn("zhou").orElseThrow().mark()).isEqualTo(signedIn.mark());

            accounts.slip(new Login("zhou"), "甲局 联系人");
            assertThat(accounts.signIn("zhou", PASSWORD)).isFalse();
            assertThat(accounts.signedIn("zhou").orElseThrow().mark()).isNotEqualTo(signedIn.mark());
        });
    }

    @Test
    void theSlipOfAnotherDoesNotOpen() {
        app.rolledBack(() -> {
            var slip = slip();
            accounts.add(new Login("wu"), "吴桐");
            accounts.slip(new Login("wu"), "甲局 审核人");
            refused("people.slip", () -> accounts.choose("wu", slip.word(), PASSWORD));
            refused("people.slip", () -> accounts.choose("nobody", slip.word(), PASSWORD));
            refused("people.slip", () -> accounts.choose("zhou", "", PASSWORD));
        });
    }

    @Test
    void aPasswordIsLongEnoughAndNotTheSignInName() {
        app.rolledBack(() -> {
            var slip = slip();
            refused("people.password", () -> accounts.choose("zhou", slip.word(), "123456789"));
            refused("people.password", () -> accounts.choose("zhou", slip.word(), "x".repeat(73)));
            accounts.choose("zhou", slip.word(), "汉字密码也可以用的".repeat(8));
            assertThat(accounts.signIn("zhou", "汉字密码也可以用的".repeat(8))).isTrue();
            assertThat(accounts.signIn("zhou", "汉字密码也可以用的".repeat(7))).isFalse();
        });
    }

    @Test
    void afterEightErrorsEvenTheRightPasswordWaitsAQuarterOfAnHour() {
        app.rolledBack(() -> {
            chosen();
            for (int i = 0; i < 7; i++)
                assertThat(accounts.signIn("zhou", "wrong")).isFalse();
            assertThat(accounts.signIn("zhou", PASSWORD))
                    .as("the eighth is right")
                    .isTrue();

            for (int i = 0; i < 8; i++)
                assertThat(accounts.signIn("zhou", "wrong")).isFalse();
            assertThat(accounts.signIn("zhou", PASSWORD)).isFalse();
            wall.set(NOW.plus(Duration.ofMinutes(15)).minusMillis(1));
            assertThat(accounts.signIn("zhou", PASSWORD)).isFalse();
            wall.set(NOW.plus(Duration.ofMinutes(15)));
            assertThat(accounts.signIn("zhou", PASSWORD)).isTrue();
        });
    }

    /** Time of the processor, the least of three: whoever has no account, no password or is barred is checked like all others. */
    @Test
    void theAnswerTakesAsLongForThoseWhoDoNotExist() {
        app.rolledBack(() -> {
            chosen();
            accounts.add(new Login("wu"), "吴桐");
            accounts.add(new Login("zheng"), "郑浩");
            for (int i = 0; i < 8; i++) accounts.signIn("zheng", "wrong");
            long known = least("zhou");
            for (var login : List.of("nobody", "wu", "zheng", "", "没有"))
                assertThat(least(login)).as(login).isGreaterThan(known / 2).isLessThan(known * 2);
        });
    }

    @Test
    void aSignInNameIsPlainAndNoPhoneNumber() {
        app.rolledBack(() -> {
            for (var bad : List.of("a", "Zhou", "-a", "周敏", "a b", "a'--", "x".repeat(41), "a\u200Bb"))
                refused("people.login", () -> accounts.add(new Login(bad), "周敏"));
            refused("people.login-phone", () -> accounts.add(new Login("13800138000"), "周敏"));
            accounts.add(new Login("zhou.min-2_a"), "周敏");
            refused("people.login-taken", () -> accounts.add(new Login("zhou.min-2_a"), "周敏"));
        });
    }

    @Test
    void aNameIsSeenAsItIs() {
        for (var bad :
                List.of(" ", "=1+1", "＝1+1", "周\u202E敏", "周\n敏", "周敏 13800138000", "周敏１３８００１３８０００", "周".repeat(41)))
            assertThat(Wording.whyNotName(bad, 40)).as(bad).isPresent();
        for (var good : List.of("周敏", "阿卜杜热合曼·买买提", "Li Wei", "第3中学 李老师"))
            assertThat(Wording.whyNotName(good, 40)).as(good).isEmpty();
    }

    @Test
    void ofTwoWhoUseOneSlipAtOnceOneSetsThePassword() throws Exception {
        try (var fresh = App.fresh()) {
            var real = fresh.bean(Accounts.class);
            fresh.together(() -> added(real));
            for (int round = 0; round < 5; round++) {
                var slip = fresh.slip("zhou");
                var outcomes = together(List.of(
                        () -> outcome(() -> real.choose("zhou", slip, PASSWORD + "1")),
                        () -> outcome(() -> real.choose("zhou", slip, PASSWORD + "2"))));
                assertThat(outcomes).contains("done").containsAnyOf("people.slip-used", "people.slip");
                assertThat(real.signIn("zhou", PASSWORD + "1") ^ real.signIn("zhou", PASSWORD + "2"))
                        .isTrue();
            }
        }
    }

    @Test
    void twentyAttemptsAtOnceAreNoMoreThanEight() throws Exception {
        try (var fresh = App.fresh()) {
            var store = fresh.bean(AccountStore.class);
            fresh.together(() -> added(fresh.bean(Accounts.class)));
            var attempts = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 20; i++)
                attempts.add(() -> store.attempt(new Login("zhou"), 8, NOW, NOW.plus(Duration.ofMinutes(15))));
            assertThat(together(attempts).stream().filter(Boolean::booleanValue))
                    .hasSize(8);
        }
    }

    private static Login added(Accounts accounts) {
        accounts.add(new Login("zhou"), "周敏");
        return new Login("zhou");
    }

    private static <T> List<T> together(List<Callable<T>> all) throws Exception {
        var start = new CyclicBarrier(all.size());
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            var running = all.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            var outcomes = new ArrayList<T>();
            for (var one : running) outcomes.add(one.get());
            return outcomes;
        }
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Refused refused) {
            return refused.reason().code();
        }
    }

    private long least(String login) {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long from = threads.getCurrentThreadCpuTime();
            accounts.signIn(login, "wrong");
            least = Math.min(least, threads.getCurrentThreadCpuTime() - from);
        }
        return least;
    }

    private Slip slip() {
        accounts.add(new Login("zhou"), "周敏");
        return accounts.slip(new Login("zhou"), "甲局 联系人");
    }

    private void chosen() {
        accounts.choose("zhou", slip().word(), PASSWORD);
    }

    private static String wide(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(one -> wide.append((char) (one + 0xFEE0)));
        return wide.toString();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(code));
    }
}
