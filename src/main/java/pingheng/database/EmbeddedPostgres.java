package pingheng.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** A real PostgreSQL of our own: its data in a folder, durable, reachable from this machine only, and gone when we are gone. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String OWNER = "pingheng_owner";
    private static final String APP = "pingheng_app";

    private final FileChannel lockFile;
    private final FileLock lock;
    private final Database database;
    private final ServerProcess server;

    private EmbeddedPostgres(FileChannel lockFile, FileLock lock, Database database, ServerProcess server) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.database = database;
        this.server = server;
    }

    /**
     * Starts the server on the data of the folder and creates both at the first time. Refuses a folder another program works on.
     * After a crash it waits for the server of the crashed program to end, then recovers what was committed.
     */
    public static EmbeddedPostgres start(Path folder) throws IOException {
        Files.createDirectories(folder);
        var lockFile = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        var lock = lockFile.tryLock();
        if (lock == null) throw inUse(folder);
        try {
            var account = Account.current();
            var binaries = Binaries.below(folder);
            var cluster = new Cluster(folder.resolve("database"), binaries, account);
            var secret = secret(folder);
            cluster.create(secret);
            var server = ServerProcess.start(cluster, secret);
            return new EmbeddedPostgres(lockFile, lock, prepared(server, secret), server);
        } catch (IOException | RuntimeException failed) {
            lock.release();
            lockFile.close();
            throw failed;
        }
    }

    public Database database() {
        return database;
    }

    /** The process of the server. */
    public long pid() {
        return server.pid();
    }

    /** Stops the server in an orderly way; what was committed is on the disk already. */
    @Override
    public void close() throws IOException {
        server.stop();
        lock.release();
        lockFile.close();
    }

    private static Refused inUse(Path folder) {
        return new Refused(
                Place.file(folder.toString()),
                "database.in-use",
                Sentence.of(
                        "另一个评衡程序正在使用这个数据文件夹；请先停止它，或用 --data 另选文件夹",
                        "another Pingheng works on this data folder: stop it first, or choose another with --data"));
    }

    /** The one secret of the cluster; whoever may read the folder may read the data anyway. */
    private static String secret(Path folder) throws IOException {
        var file = folder.resolve("secret");
        if (Files.exists(file)) return Files.readString(file).strip();
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var draft = Files.createTempFile(folder, "secret", "");
        Files.writeString(draft, HexFormat.of().formatHex(bytes));
        Files.move(draft, file);
        return Files.readString(file);
    }

    /** The two roles and the database, made where they are missing. */
    private static Database prepared(ServerProcess server, String secret) throws IOException {
        var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
        try (var connection = DriverManager.getConnection(url + "postgres", "postgres", secret);
                var statement = connection.createStatement()) {
            for (var role : List.of(OWNER, APP)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'"))
                    statement.execute("create role " + role + " login password '" + secret + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'pingheng'"))
                statement.execute("create database pingheng owner " + OWNER);
        } catch (SQLException failed) {
            server.stop();
            throw new IOException(failed);
        }
        return new Database(url + "pingheng", new Database.Login(OWNER, secret), new Database.Login(APP, secret));
    }

    private static boolean exists(java.sql.Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
