package pingheng.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The running server and the thread that started it. The thread lives as long as the server, because the kernel interrupts the
 * server when that very thread ends, however the program dies.
 */
final class ServerProcess {
    private static final int PATIENCE = 60;
    private static final int ATTEMPTS = 20;
    private static final String WRONG_PASSWORD = "28P01";

    private final Process process;
    private final int port;
    private final CountDownLatch stop;

    private ServerProcess(Process process, int port, CountDownLatch stop) {
        this.process = process;
        this.port = port;
        this.stop = stop;
    }

    /** A server that answers, and the superuser it lets in. */
    record Answering(ServerProcess server, Database.Login superuser) {}

    /**
     * Starts the server and returns when it answers. What a killed program has left behind is ended first; what a killed server
     * has left behind may take another moment to go.
     */
    static Answering start(Cluster cluster, Secrets secrets) throws IOException {
        end(cluster);
        for (int attempt = 1; ; attempt++) {
            var server = launch(cluster);
            var superuser = server.letsIn(secrets);
            if (superuser.isPresent()) return new Answering(server, superuser.get());
            server.stop();
            if (attempt == ATTEMPTS) throw DatabaseRefusals.doesNotStart(cluster.log());
            pause();
        }
    }

    /** Nobody else works on the cluster: whose server is still there is dead. */
    private static void end(Cluster cluster) throws IOException {
        var left = cluster.pidFile().server();
        if (left.isPresent()) interrupt(left.get().pid());
        for (int tenth = 0; cluster.pidFile().server().isPresent(); tenth++) {
            if (tenth == PATIENCE * 10) throw DatabaseRefusals.doesNotStart(cluster.log());
            pause();
        }
        cluster.pidFile().forgetStranger();
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** A server that does not answer in time is none of ours. */
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5";
    }

    /** Comes when the server has ended, for whatever reason. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** A fast shutdown: sessions are ended, what is committed is written out. */
    void stop() throws IOException {
        try {
            if (process.isAlive()) interrupt(process.pid());
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            stop.countDown();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static ServerProcess launch(Cluster cluster) throws IOException {
        var port = freePort();
        var stop = new CountDownLatch(1);
        var started = new CompletableFuture<Process>();
        var thread = Thread.ofPlatform().daemon().name("postgres").unstarted(() -> {
            try {
                started.complete(cluster.server(port).start());
                stop.await();
            } catch (IOException | InterruptedException failed) {
                started.completeExceptionally(failed);
            }
        });
        thread.start();
        try {
            return new ServerProcess(started.get(), port, stop);
        } catch (ExecutionException | InterruptedException failed) {
            throw new IOException(failed);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks for a fast shutdown. */
    private static void interrupt(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Waits until it takes sign-ins; after a crash it recovers first. */
    private Optional<Database.Login> letsIn(Secrets secrets) throws IOException {
        var left = new ArrayDeque<>(secrets.superusers());
        for (int tenth = 0; tenth < PATIENCE * 10 && process.isAlive(); tenth++) {
            var superuser = left.getFirst();
            try (var connection =
                    DriverManager.getConnection(url(port, "postgres"), superuser.user(), superuser.password())) {
                return connection.isValid(1) ? Optional.of(superuser) : Optional.empty();
            } catch (SQLException refused) {
                if (WRONG_PASSWORD.equals(refused.getSQLState())) left.removeFirst();
                else pause();
            }
            if (left.isEmpty()) {
                stop();
                throw DatabaseRefusals.secret(secrets.file(Secrets.SUPERUSER));
            }
        }
        return Optional.empty();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
