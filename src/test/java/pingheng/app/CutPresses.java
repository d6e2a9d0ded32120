package pingheng.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import pingheng.database.CutLine;
import pingheng.database.CutLine.When;

/**
 * Presses buttons on an application whose line to the database is cut before, while and after the act is committed, and compares what
 * the answer says with what the database then holds.
 */
final class CutPresses implements AutoCloseable {
    /** The answers that may be, by when the line was cut: 20x and 302 say that it is done. */
    private static final Map<When, String> TRUE = Map.of(
            When.WORK, "page\\.not-saved",
            When.COMMIT, "page\\.unclear",
            When.ANSWER, "page\\.unclear",
            When.AFTERWARDS, "page\\.partly-saved|20[0-9]|302");

    /** On which the forms say that they stand. */
    private static final String PAGE = "/r/GD-2020/" + App.PANYU;

    private final List<CutLine> line = new ArrayList<>();
    private final App app;
    private final Connection database;
    private final IntFunction<List<When>> cuts;
    private final Map<String, Program> programs = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int pressed;
    private Map<String, String> last = Map.of();

    /** The n-th act is cut at these moments, one after the other; the last of them lets it happen. */
    CutPresses(IntFunction<List<When>> cuts) throws SQLException {
        this.cuts = cuts;
        app = App.fresh(direct -> {
            line.add(CutLine.before(direct));
            return line.getFirst().to(direct);
        });
        var owner = app.database().owner();
        database = DriverManager.getConnection(app.database().url(), owner.user(), owner.password());
        pool().setMinimumIdle(1);
        pool().setMaximumPoolSize(6);
        line.getFirst().strays().clear();
    }

    App app() {
        return app;
    }

    /** How many acts were pressed. */
    int pressed() {
        return pressed;
    }

    /** What was said and is not so, and what else should not have been. */
    List<String> wrong() {
        return wrong;
    }

    void press(List<Press> presses) throws SQLException {
        for (var press : presses) press(press, cuts.apply(pressed));
    }

    /** Nobody listens to commits any more: a planted breach. */
    void deaf() {
        ((ConfigurableTransactionManager) app.bean(PlatformTransactionManager.class))
                .setTransactionExecutionListeners(List.of());
    }

    @Override
    public void close() throws SQLException, IOException {
        database.close();
        app.close();
        line.getFirst().close();
    }

    /** One act, cut at these moments. */
    void press(Press press, List<When> moments) throws SQLException {
        var line = this.line.getFirst();
        try {
            settle();
            var sending = press.api() ? program(press) : guest(press);
            pressed++;
            for (var when : moments) if (!goesOn(press) || !isDone(when)) cut(press, when, sending);
            if (!goesOn(press)) again(press, sending.get());
        } catch (RuntimeException failed) {
            wrong.add(press.route() + ": " + failed);
        }
        line.strays().forEach(stray -> wrong.add(press.route() + " outside a transaction: " + stray));
        line.strays().clear();
    }

    private static boolean isDone(When when) {
        return when == When.ANSWER || when == When.AFTERWARDS;
    }

    /** Whether much more is done after the answer, by the rehearsal itself: such an act is cut only where it does not come about. */
    private static boolean goesOn(Press press) {
        return press.route().equals("/clock");
    }

    /** Every other reads English. */
    private Supplier<Said> guest(Press press) {
        var guest = Guest.as(app, press.login());
        boolean english = pressed / 2 % 2 == 0;
        guest.post("/language", "lang", english ? "en" : "zh", "back", "/");
        var sent = press.sent().apply(app);
        var opened = guest.opened();
        opened.put("_at", PAGE);
        return () -> {
            var answer = sent.as(guest, opened);
            boolean page = answer.body().contains("<html lang=\"" + (english ? "en" : "zh-CN") + "\">")
                    && answer.body().contains("role=\"alert\"");
            return new Said(
                    answer.status(), answer.body(), page, () -> answer.body().contains("href=\"" + PAGE + "\""));
        };
    }

    private Supplier<Said> program(Press press) {
        var program = programs.computeIfAbsent(press.login(), login -> Program.as(app, login));
        var sent = press.sent().apply(app);
        var key = UUID.randomUUID().toString();
        return () -> {
            var answer = sent.as(program, key, "");
            boolean problem = answer.header("Content-Type").equals("application/problem+json");
            var look = problem ? answer.json().path("instance").asString("") : "";
            return new Said(
                    answer.status(),
                    answer.body(),
                    problem,
                    () -> !look.isEmpty() && program.get(look).status() == 200);
        };
    }

    /** What was answered, whether it is a page or a problem of ours, and whether it leads to where one can see. */
    private record Said(int status, String body, boolean ours, BooleanSupplier leads) {
        /** The code of what went wrong, or the status of what did not. */
        String what() {
            var code = Guest.code(body);
            return status < 400 || code.isEmpty() ? String.valueOf(status) : code;
        }
    }

    private void cut(Press press, When when, Supplier<Said> sending) throws SQLException {
        var act = press.route() + " cut, " + when + ": ";
        var line = this.line.getFirst();
        var before = state();
        line.commits();
        line.arm(when);
        var answer = sending.get();
        if (!line.disarm()) wrong.add(act + "there was nothing to cut, " + answer.status());
        if (line.commits() > 1) wrong.add(act + "commits more than once");
        last = state();
        settle();

        var said = answer.what();
        if (!said.matches(TRUE.getOrDefault(when, ""))) wrong.add(act + "says " + said);
        if (answer.status() >= 400 && !answer.ours()) wrong.add(act + "is no page of ours");
        var changed = changed(before);
        if (changed.isEmpty() == isDone(when)) wrong.add(act + "says " + said + ", and changed is " + changed);
        if (said.equals("page.unclear") && !answer.leads().getAsBoolean()) wrong.add(act + "leads nowhere");
        last = state(); // who looks at it may be noted
    }

    /** Pressed once more, nothing more is done, and the answer is that of the first; a save meets its own version. */
    private void again(Press press, Said answer) throws SQLException {
        var before = last;
        last = state();
        var changed = changed(before);
        if (!changed.isEmpty()) wrong.add(press.route() + " once more: changed is " + changed);
        var said = answer.what();
        if (!said.matches("20[0-9]|302|409|.*meanwhile")) wrong.add(press.route() + " once more: says " + said);
    }

    /** Connections that nobody uses are given up now, rather than when they are asked for and found cut. */
    private void settle() {
        pool().getHikariPoolMXBean().softEvictConnections();
    }

    private HikariDataSource pool() {
        return (HikariDataSource) app.bean(DataSource.class);
    }

    /** The tables that are not as they were. */
    private List<String> changed(Map<String, String> before) {
        return last.keySet().stream()
                .filter(table -> !Objects.equals(last.get(table), before.get(table)))
                .toList();
    }

    /** Of each table how many rows it has, and the last transaction that wrote one; a person's row has the attempts to sign in. */
    private Map<String, String> state() throws SQLException {
        var state = new TreeMap<String, String>();
        var asked = new ArrayList<String>();
        try (var statement = database.createStatement()) {
            try (var tables = statement.executeQuery(
                    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
                while (tables.next())
                    asked.add("select '%1$s', count(*) || ' ' || %2$s from \"%1$s\""
                            .formatted(
                                    tables.getString(1),
                                    tables.getString(1).equals("person") ? "''" : "max(xmin::text::bigint)"));
            }
            try (var rows = statement.executeQuery(asked.stream().collect(Collectors.joining(" union all ")))) {
                while (rows.next()) state.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return state;
    }
}
