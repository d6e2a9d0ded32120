package pingheng.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL of our own: its data in a folder, durable, reachable from this machine only, and gone when we are gone. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String OWNER = "pingheng_owner";
    private static final String APP = "pingheng_app";

    private final DataFolder data;
    private final Deque<FolderLock> locks;
    private final ServerProcess server;
    private final Database database;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder data, Deque<FolderLock> locks, ServerProcess server, Database database) {
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
        var locks = new ArrayDeque<FolderLock>();
        try {
            Files.createDirectories(folder);
            var path = folder.toRealPath();
            lock(path, locks);
            var account = Account.current();
            var data = DataFolder.of(path, account, system);
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

    private static EmbeddedPostgres serve(DataFolder data, Account account, Deque<FolderLock> locks)
            throws IOException {
        var cluster = new Cluster(data.place(), Binaries.below(data.place()), account);
        cluster.create(data.secret());
        var server = ServerProcess.start(cluster, data);
        try {
            return new EmbeddedPostgres(data, locks, server, prepared(server, data.secret()));
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
            try (var lock = FolderLock.on(data.place()).orElse(null)) {
                if (lock != null) return Optional.empty();
            }
            var port = new PidFile(data.database().toRealPath())
                    .port()
                    .orElseThrow(() -> DatabaseRefusals.starting(folder));
            return Optional.of(database(port, data.secret()));
        } catch (AccessDeniedException _) {
            throw DatabaseRefusals.otherAccount(folder);
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

    private static void lock(Path folder, Deque<FolderLock> locks) throws IOException {
        locks.push(FolderLock.on(folder).orElseThrow(() -> DatabaseRefusals.inUse(folder)));
    }

    private static void release(Deque<FolderLock> locks) throws IOException {
        while (!locks.isEmpty()) locks.pop().close();
    }

    /** The two roles and the database, made where they are missing. */
    private static Database prepared(ServerProcess server, String secret) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(ServerProcess.url(server.port(), "postgres"), "postgres", secret);
                var statement = connection.createStatement()) {
            for (var role : List.of(OWNER, APP)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'"))
                    statement.execute("create role " + role + " login password '" + secret + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'pingheng'"))
                statement.execute("create database pingheng owner " + OWNER);
        }
        return database(server.port(), secret);
    }

    private static Database database(int port, String secret) {
        var url = ServerProcess.url(port, "pingheng");
        return new Database(url, new Database.Login(OWNER, secret), new Database.Login(APP, secret));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
