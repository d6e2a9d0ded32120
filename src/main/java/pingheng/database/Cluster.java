package pingheng.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The files of a PostgreSQL server: made once, with checksums, in a place that is either whole or absent. */
record Cluster(Path folder, Binaries binaries, Account account) {
    /** Makes the cluster unless it is there. The draft is moved into place when it is complete. */
    void create(String secret) throws IOException {
        if (Files.exists(folder.resolve("PG_VERSION"))) return;
        var draft = Files.createTempDirectory(folder.getParent(), "database-");
        var password = Files.createTempFile("pingheng", ".secret");
        try {
            Files.writeString(password, secret);
            account.own(draft);
            account.own(password);
            run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + draft,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
        } finally {
            Files.delete(password);
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The server as a direct child: it answers on this machine only and tells everything to its log. */
    ProcessBuilder server(int port) {
        var command = account.command(List.of(
                binaries.program("postgres"),
                "-D",
                folder.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    Path log() {
        return folder.resolveSibling("database.log");
    }

    /** The process of the server that a program which was killed has left behind, or null. */
    @Nullable
    ProcessHandle left() throws IOException {
        var file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) return null;
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]+")) return null;
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(false))
                .orElse(null);
    }

    private void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(account.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0)
                throw new IOException("initdb did not succeed, see " + log());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
