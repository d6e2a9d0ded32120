package pingheng.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The files of a PostgreSQL server: made once, with checksums, in a place that is either whole or absent. */
record Cluster(Path place, Binaries binaries, Account account) {
    /** It answers on this machine only; what it says is committed is on the disk. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "timezone=UTC",
            "log_timezone=UTC");

    Path folder() {
        return place.resolve("database");
    }

    boolean exists() {
        return Files.exists(folder().resolve("PG_VERSION"));
    }

    /** Makes the cluster unless it is there. The draft is moved into place when it is complete. */
    void create(Database.Login superuser) throws IOException {
        if (exists()) return;
        var draft = Files.createTempDirectory(place, DataFolder.DRAFT);
        var password = Files.createTempFile("pingheng", ".secret");
        try {
            Files.writeString(password, superuser.password());
            account.own(draft);
            account.own(password);
            run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + draft,
                    "--username=" + superuser.user(),
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
        Files.move(draft, folder(), StandardCopyOption.ATOMIC_MOVE);
        DataFolder.force(place);
    }

    /** The server as a direct child; what it is told here, no file in its folder can tell it otherwise. */
    ProcessBuilder server(int port) throws IOException {
        var command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", folder().toString(), "-p", String.valueOf(port)));
        for (var setting : SETTINGS) command.addAll(List.of("-c", setting));
        return process(command);
    }

    /** It stands where the account may stand, wherever we do. */
    private ProcessBuilder process(List<String> command) throws IOException {
        if (!Files.exists(log())) Files.createFile(log(), PosixFilePermissions.asFileAttribute(DataFolder.OWN));
        Account.give(log(), place);
        return new ProcessBuilder(account.command(command))
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    PidFile pidFile() {
        return new PidFile(folder());
    }

    Path log() {
        return place.resolve("database.log");
    }

    private void run(List<String> command) throws IOException {
        var process = process(command).start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0)
                throw new IOException("initdb did not succeed, see " + log());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
