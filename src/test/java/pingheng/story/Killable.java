package pingheng.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.app.Guest;

/** A server in a process of its own, under an account, which can be killed and started again. */
final class Killable {
    private final Library library;
    private final Path data;
    private final List<String> account;
    private @Nullable Process process;
    private int port;

    Killable(Library library, Path data, List<String> account) {
        this.library = library;
        this.data = data;
        this.account = account;
    }

    int port() {
        return port;
    }

    /** Starts it and waits until it answers. */
    void start() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        process = program(
                "pingheng.commands.Pingheng",
                "serve",
                "--rehearsal",
                "--province",
                province(),
                "--data",
                data.toString(),
                "--port",
                "" + port);
        var said = process.inputReader(UTF_8);
        for (var line = said.readLine(); line != null; line = said.readLine())
            if (line.contains("http://localhost:" + port)) return;
        throw new IllegalStateException("the server has ended");
    }

    /** Kills the server while somebody keeps saving; whoever is left of it ends by itself, and it starts again. */
    void killWhileSaving() throws IOException {
        var under = new CountDownLatch(1);
        var office = Guest.as(port, "office");
        var saving = Thread.ofVirtual().start(() -> {
            for (int i = 0; !Thread.interrupted(); i++) {
                try {
                    office.post("/r/GD-2020/440113/points/1.1.1", "seen", "" + i, "statement", "again " + i);
                } catch (RuntimeException killed) {
                    return;
                }
                if (i == 5) under.countDown();
            }
        });
        await(under);
        kill();
        saving.interrupt();
        start();
    }

    /** Kills PostgreSQL under it: the server says so and ends, and it starts again. */
    void killDatabase() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(data.resolve("database/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        assertThat(ended()).as("a server without its database ends").isTrue();
        start();
    }

    void killAfter(int milliseconds) throws IOException {
        await(new CountDownLatch(1), milliseconds);
        kill();
    }

    /** As kill -9 does; nobody of it is left within a few seconds. */
    void kill() throws IOException {
        running().destroyForcibly();
        assertThat(ended()).isTrue();
        var left = data.resolve("database/postmaster.pid");
        var pid = Files.exists(left)
                ? Long.parseLong(Files.readAllLines(left).getFirst().strip())
                : -1;
        for (int tenth = 0; tenth < 100 && alive(pid); tenth++) await(new CountDownLatch(1), 100);
        assertThat(alive(pid)).as("PostgreSQL outlives its program").isFalse();
    }

    /** Runs the other program to its end, and gives the last line it said. */
    String run(String task) throws IOException {
        var program = program(Carrying.class.getName(), data.toString(), province(), task);
        var said = program.inputReader(UTF_8).lines().toList();
        try {
            assertThat(program.waitFor()).as(task).isZero();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return said.isEmpty() ? "" : said.getLast();
    }

    private String province() {
        return library.province().toString();
    }

    private Process program(String main, String... args) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = library.classPath();
        var command = Stream.of(
                account,
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", // it is started a dozen times and never runs long
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        path,
                        main),
                List.of(args));
        return new ProcessBuilder(command.flatMap(List::stream).toList())
                .directory(data.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private boolean ended() {
        try {
            return running().waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Process running() {
        if (process == null) throw new IllegalStateException("not started");
        return process;
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(one -> one.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    private static void await(CountDownLatch latch) {
        await(latch, 60_000);
    }

    private static void await(CountDownLatch latch, int milliseconds) {
        try {
            boolean reached = latch.await(milliseconds, TimeUnit.MILLISECONDS);
            assertThat(reached || milliseconds < 60_000).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
