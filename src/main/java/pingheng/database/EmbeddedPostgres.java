package pingheng.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/** A real PostgreSQL of our own: its data in a folder, durable, reachable from this machine only, and gone when we are gone. */
public final class EmbeddedPostgres implements AutoCloseable {
    private final DataFolder data;
    private final Deque<DataFolder.Lock> locks;
    private final ServerProcess server;
    private final Database database;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder data, Deque<DataFolder.Lock> locks, ServerProcess server, Database database) {
        this.data = data;
        this.locks = locks;
        this.server = server;
        this.database = database;
    }

    /**
     * Starts the server on the data of the folder and creates both at the first time. Refuses a folder another program works on.
     * After a crash it ends the server of the crashed program, then recovers what was committed.
     */
    public static EmbeddedPostgres start(Path folder) throws IOException {
        return start(folder, DataFolder.SYSTEM);
    }

    static EmbeddedPostgres start(Path folder, Path system) throws IOException {
        if (DataFolder.isRestoring(folder)) throw DatabaseRefusals.halfRestored(folder);
        return begin(folder, system);
    }

    /**
     * Starts on an empty folder, to put a backup back. The folder is not whole until {@link #restored()}, and no {@link #start}
     * takes it until then.
     */
    public static EmbeddedPostgres startRestoring(Path folder) throws IOException {
        checkRestorable(folder);
        Files.createDirectories(folder);
        DataFolder.restoring(folder);
        return begin(folder, DataFolder.SYSTEM);
    }

    /** Refuses a folder that a backup cannot be restored into. */
    public static void checkRestorable(Path folder) throws IOException {
        if (DataFolder.isRestoring(folder)) throw DatabaseRefusals.halfRestored(folder);
        if (!DataFolder.isEmpty(folder)) throw DatabaseRefusals.notEmpty(folder);
    }

    private static EmbeddedPostgres begin(Path folder, Path system) throws IOException {
        var locks = new ArrayDeque<DataFolder.Lock>();
        try {
            Files.createDirectories(folder);
            var path = folder.toRealPath();
            lock(path, locks);
            var account = Account.current();
            var data = DataFolder.of(path, account.owning(path.resolve("database")), system);
            if (!data.place().equals(path)) lock(data.place(), locks);
            data.sweep();
            return serve(data, account.owning(data.database()), locks);
        } catch (AccessDeniedException _) {
            release(locks);
            throw DatabaseRefusals.otherAccount(folder);
        } catch (IOException | RuntimeException failed) {
            release(locks);
            throw failed;
        }
    }

    private static EmbeddedPostgres serve(DataFolder data, Account account, Deque<DataFolder.Lock> locks)
            throws IOException {
        var secrets = new Secrets(data.path());
        var cluster = new Cluster(data.place(), Binaries.below(data.place()), account);
        secrets.complete(cluster.exists());
        cluster.create(secrets.login(Secrets.SUPERUSER));
        data.close(account);
        var started = ServerProcess.start(cluster, secrets);
        var server = started.server();
        try {
            prepare(server, started.superuser(), secrets);
            return new EmbeddedPostgres(data, locks, server, database(server.port(), secrets));
        } catch (SQLException failed) {
            server.stop();
            throw new IOException(failed);
        }
    }

    /** The database of the program that works on the folder, if one does; refuses a folder without data. */
    public static Optional<Database> running(Path folder) throws IOException {
        if (DataFolder.isRestoring(folder)) throw DatabaseRefusals.halfRestored(folder);
        try {
            var data = DataFolder.existing(folder);
            if (!data.holdsData()) throw DatabaseRefusals.none(folder);
            try (var lock = DataFolder.Lock.on(data.place()).orElse(null)) {
                if (lock != null) return Optional.empty();
            }
            var port = new PidFile(data.database().toRealPath())
                    .port()
                    .orElseThrow(() -> DatabaseRefusals.starting(folder));
            return Optional.of(database(port, new Secrets(data.path())));
        } catch (AccessDeniedException _) {
            throw DatabaseRefusals.otherAccount(folder);
        }
    }

    /**
     * Copies the database of a folder and its secrets into an empty one, from which it can be started; the stored files are left where
     * they are. The folder is held meanwhile and nothing in it changes; one that a program or a server works on is refused.
     */
    public static void copy(Path folder, Path target) throws IOException {
        if (DataFolder.isRestoring(folder)) throw DatabaseRefusals.halfRestored(folder);
        var locks = new ArrayDeque<DataFolder.Lock>();
        try {
            var data = DataFolder.existing(folder);
            if (!data.holdsData()) throw DatabaseRefusals.none(folder);
            lock(folder, locks);
            if (!data.place().equals(folder)) lock(data.place(), locks);
            if (new PidFile(data.database().toRealPath()).server().isPresent()) throw DatabaseRefusals.inUse(folder);
            data.copy(target);
        } catch (AccessDeniedException _) {
            throw DatabaseRefusals.otherAccount(folder);
        } finally {
            release(locks);
        }
    }

    /** Where the data lie: the folder, and where the database is when that is elsewhere. */
    public static List<Path> folders(Path folder) throws IOException {
        var place = DataFolder.existing(folder).place();
        return place.equals(folder) ? List.of(folder) : List.of(folder, place);
    }

    public Database database() {
        return database;
    }

    /** Where the database lies when the account of the server cannot enter the data folder. */
    public Optional<Path> elsewhere() {
        return data.place().equals(data.path()) ? Optional.empty() : Optional.of(data.place());
    }

    /** The process of the server. */
    public long pid() {
        return server.pid();
    }

    /** What to do when the server ends without being asked to. */
    public void whenLost(Runnable then) {
        var _ = server.ended().thenRun(() -> {
            if (!closing) then.run();
        });
    }

    /** Stops the server in an orderly way; what was committed is on the disk already. */
    @Override
    public void close() throws IOException {
        stop();
        release(locks);
    }

    /** Stops the server; the folder is whole. */
    public void restored() throws IOException {
        stop();
        data.restored();
        release(locks);
    }

    /** Stops the server and leaves the folder empty. */
    public void abandon() throws IOException {
        stop();
        data.empty();
        release(locks);
    }

    private void stop() throws IOException {
        closing = true;
        server.stop();
    }

    private static void lock(Path folder, Deque<DataFolder.Lock> locks) throws IOException {
        locks.push(DataFolder.Lock.on(folder).orElseThrow(() -> DatabaseRefusals.inUse(folder)));
    }

    private static void release(Deque<DataFolder.Lock> locks) throws IOException {
        while (!locks.isEmpty()) locks.pop().close();
    }

    /**
     * The two roles and the database, made where they are missing, and all three with their secrets: one that was lost or changed since
     * is set anew. Once they are set, the one secret that folders made before had for all opens nothing.
     */
    private static void prepare(ServerProcess server, Database.Login superuser, Secrets secrets)
            throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(
                        ServerProcess.url(server.port(), "postgres"), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            for (var role : List.of(Secrets.OWNER, Secrets.PROGRAM))
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'"))
                    statement.execute("create role " + role + " login");
            connection.setAutoCommit(false);
            for (var role : Secrets.ALL) set(connection, secrets.login(role));
            connection.commit();
            connection.setAutoCommit(true);
            if (!exists(statement, "select 1 from pg_database where datname = 'pingheng'"))
                statement.execute("create database pingheng owner " + Secrets.OWNER);
        }
        secrets.forgetFormer();
    }

    /** Only the verifier is sent: the secret stands in no statement, and so in no log. */
    private static void set(Connection connection, Database.Login login) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    private static Database database(int port, Secrets secrets) throws IOException {
        var url = ServerProcess.url(port, "pingheng");
        return new Database(url, secrets.login(Secrets.OWNER), secrets.login(Secrets.PROGRAM));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
