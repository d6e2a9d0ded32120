package pingheng.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    private final Process process;
    private final int port;
    private final CountDownLatch stop;

    private ServerProcess(Process process, int port, CountDownLatch stop) {
        this.process = process;
        this.port = port;
        this.stop = stop;
    }

    /** Starts the server and returns when it answers; what a killed program has left behind is waited for first. */
    static ServerProcess start(Cluster cluster, String secret) throws IOException {
        var left = cluster.left();
        if (left != null) await(left);
        for (int attempt = 1; ; attempt++) {
            var server = launch(cluster);
            if (server.answers(cluster, secret)) return server;
            server.stop();
            if (attempt == 3) throw new IOException("the database does not start, see " + cluster.log());
        }
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** A fast shutdown: sessions are ended, what is committed is written out. */
    void stop() throws IOException {
        try {
            if (process.isAlive())
                new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor();
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(ProcessHandle left) throws IOException {
        try {
            left.onExit().get(PATIENCE, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException | ExecutionException | InterruptedException failed) {
            throw new IOException("the database of an earlier run is still going, process " + left.pid(), failed);
        }
    }

    /** Waits until it takes sign-ins; after a crash it recovers first. */
    private boolean answers(Cluster cluster, String secret) throws IOException {
        for (int tenth = 0; tenth < PATIENCE * 10 && process.isAlive(); tenth++) {
            try (var connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", secret)) {
                return connection.isValid(1);
            } catch (SQLException _) {
                pause();
            }
        }
        Files.writeString(cluster.log(), "gave up waiting for the server\n", StandardOpenOption.APPEND);
        return false;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
