package pingheng.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pingheng.commands.Server;
import pingheng.database.Database;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.database.Superuser;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.account.Accounts;
import pingheng.rehearsal.Opening;
import pingheng.rehearsal.Rehearsal;
import pingheng.round.HeldRound;
import pingheng.round.RehearsalClock;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.seal.SealKey;
import pingheng.time.Mode;
import pingheng.time.MovableClock;
import pingheng.value.Login;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

/**
 * The whole application on a database of its own, which begins with the posts of the rehearsal, its round and nothing else. One is
 * shared by all tests that leave it as it was; a story that changes things starts a fresh one.
 */
public final class App implements AutoCloseable {
    /** The folder of the province that the rehearsal is opened on. */
    public static final Path PROVINCE = Path.of("examples/guangdong-2020");

    /** The folder of the round a year before. */
    public static final Path EARLIER = Path.of("examples/guangdong-2019");

    /** The county that the cast works for. */
    public static final UnitCode PANYU = Opening.COUNTY;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final Database database;

    private App(ConfigurableApplicationContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /** The key that receipts print: the first of the examples in RFC 8032. */
    public static final SealKey SEAL_KEY =
            new SealKey("ed25519:d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    /** The one that nobody changes: what a test writes it rolls back. */
    public static App shared() {
        return Shared.APP;
    }

    /** One that the caller may change, and closes. */
    public static App fresh() {
        return start(Shared.copy("fresh_" + COUNT.incrementAndGet()));
    }

    /** As above, on a way to its database that the caller lays; {@link #database()} leads there directly. */
    public static App fresh(UnaryOperator<Database> way) {
        var database = Shared.copy("fresh_" + COUNT.incrementAndGet());
        var data = Shared.FOLDER.resolve("app-" + COUNT.incrementAndGet());
        var setting = new Server.Setting(way.apply(database), data, 0, new Mode(true));
        var app = new App(Server.start(setting), database);
        app.at(Opening.BEGINS);
        return app;
    }

    /** One in production, not in a rehearsal, on a database with nothing in it. */
    public static App empty() {
        var database = Shared.made("empty_" + COUNT.incrementAndGet());
        Schema.bringUpToDate(database);
        return start(database, new Mode(false));
    }

    /** A rehearsal that nobody has opened, on a database with nothing in it. */
    public static App unopened() {
        var database = Shared.made("unopened_" + COUNT.incrementAndGet());
        Schema.bringUpToDate(database);
        return start(database, new Mode(true));
    }

    /** A rehearsal on a database and a data folder that others use before and after. */
    public static App on(Database database, Path data) {
        var app = new App(Server.start(new Server.Setting(database, data, 0, new Mode(true))), database);
        app.bean(RehearsalClock.class).start(Opening.BEGINS);
        return app;
    }

    private static App start(Database database) {
        var app = start(database, new Mode(true));
        app.at(Opening.BEGINS);
        return app;
    }

    private static App start(Database database, Mode mode) {
        var data = Shared.FOLDER.resolve("app-" + COUNT.incrementAndGet());
        return new App(Server.start(new Server.Setting(database, data, 0, mode), Optional.of(SEAL_KEY)), database);
    }

    /** Of the server that every one is on but those on a database of others: may what the program may not. */
    public static Database.Login superuser() {
        return Superuser.of(Shared.FOLDER.resolve("postgres"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The database and both of its logins. */
    public Database database() {
        return database;
    }

    public JdbcClient db() {
        return bean(JdbcClient.class);
    }

    /** What the clock of the rounds shows. */
    public Instant now() {
        return bean(MovableClock.class).instant();
    }

    /** Sets the clock of the rounds, also back. */
    public void at(Instant now) {
        bean(MovableClock.class).set(now);
    }

    /** Runs it in a transaction that is rolled back. */
    public void rolledBack(Runnable test) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            test.run();
        });
    }

    /** What a part of a verb gives, which runs in the transaction of whoever calls it. */
    public <T> T together(Supplier<T> parts) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> parts.get());
    }

    /** The word of a new slip for a person. */
    public String slip(String login) {
        return together(() -> bean(Accounts.class).slip(new Login(login), "").word());
    }

    public HeldRound round() {
        return bean(Rounds.class).get(new RoundCode("GD-2020"));
    }

    public Unit unit(String code) {
        return bean(People.class).unit(new UnitCode(code)).orElseThrow();
    }

    /** A request of a visitor, now, in the round. */
    public RoundContext asking(Visitor visitor) {
        return new RoundContext(visitor, round(), now());
    }

    public Unit panyu() {
        return unit(PANYU.text());
    }

    /** The person of the cast with this sign-in name, on their first post. */
    public Visitor visitor(String login) {
        return bean(Opening.class).visitor(new Login(login));
    }

    /** Imports the responsibility table of Panyu. */
    public App assigned() {
        bean(Opening.class).assign(round());
        return this;
    }

    /** Plays all departments of Panyu until everything is checked; the table must be there. */
    public App checked() {
        bean(Rehearsal.class).finish(PROVINCE);
        return this;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Made at the first use, gone with the tests. */
    private static final class Shared {
        static final Path FOLDER = folder();
        static final EmbeddedPostgres POSTGRES = postgres();
        static final App APP = template();

        private static Path folder() {
            try {
                return Files.createDirectories(
                        Path.of("target", "app-tests-" + ProcessHandle.current().pid()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static EmbeddedPostgres postgres() {
            try {
                var postgres = EmbeddedPostgres.start(FOLDER.resolve("postgres"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
                return postgres;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** Opens the rehearsal once; every other database is a copy of that one. */
        private static App template() {
            Schema.bringUpToDate(POSTGRES.database());
            try (var app = start(POSTGRES.database())) {
                app.bean(Rehearsal.class).open(PROVINCE);
            }
            return start(copied("shared"));
        }

        static Database copy(String name) {
            if (APP.context.isActive()) return copied(name);
            throw new IllegalStateException("the shared application was closed");
        }

        static Database made(String name) {
            return created(name, "owner " + POSTGRES.database().owner().user());
        }

        private static Database copied(String name) {
            return created(name, "template pingheng");
        }

        private static Database created(String name, String how) {
            var template = POSTGRES.database();
            var owner = template.owner();
            var postgres = template.url().replaceAll("[^/]+$", "postgres");
            var superuser = superuser();
            try (var connection = DriverManager.getConnection(postgres, superuser.user(), superuser.password());
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name + " " + how);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return new Database(template.url().replaceAll("[^/]+$", name), owner, template.app());
        }
    }
}
