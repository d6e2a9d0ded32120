package pingheng.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;

/** Whatever a command meets, it ends in a sentence and a code, never in a stack of calls. */
class CommandFailuresTest {
    private static final String EXAMPLE = "examples/balance";

    @TempDir
    private Path temp;

    private record Told(int exit, String text) {}

    @Test
    void everyCommandSaysInASentenceWhatItMet() throws IOException {
        var bad = new ArrayList<String>();
        for (var met : met().entrySet())
            for (var args : met.getValue()) check(met.getKey() + " " + args, run(args.toArray(new String[0])), bad);

        assertThat(bad).isEmpty();
        assertThat(met().keySet())
                .as("a new command needs its failures here")
                .isEqualTo(commands(new CommandLine(Pingheng.class), ""));
    }

    @Test
    void aDamagedPageAndAPortInUseAreSentences() throws IOException, SQLException {
        var data = temp.resolve("data");
        damage(data);
        var backup = run(
                "backup",
                "--data",
                data.toString(),
                "--out",
                temp.resolve("b.zip").toString(),
                "--seal-key",
                temp.resolve("settings/seal.key").toString());
        assertThat(backup.exit).isEqualTo(Pingheng.FAILED);
        assertThat(backup.text)
                .contains("数据库文件已损坏", "A file of the database is damaged")
                .doesNotContain("\tat ");
        assertThat(temp.resolve("b.zip")).doesNotExist();

        try (var wide = new ServerSocket(0)) {
            var key = temp.resolve("settings/server.key");
            var serve = serve(wide.getLocalPort(), key);
            assertThat(serve.text)
                    .contains("端口 " + wide.getLocalPort() + " 已被别的程序占用")
                    .contains("新的封印公钥 ed25519:")
                    .doesNotContain("\tat ");
            assertThat(serve.exit).isEqualTo(Pingheng.FAILED);

            Files.writeString(key, "x");
            assertThat(serve(wide.getLocalPort(), key).text)
                    .as("a server needs no key")
                    .contains("端口", "不是评衡写成的封印私钥，或已损坏", "receipts name no key of the seal")
                    .doesNotContain("\tat ");
        }
    }

    private Told serve(int port, Path key) {
        return run("serve", "--data", temp.resolve("other") + "", "--port", port + "", "--seal-key", key + "");
    }

    @Test
    void whatTheMachineWillNotDoHasASentence() {
        assertThat(CommandFailure.of(new UncheckedIOException(new IOException("No space left on device")))
                        .zh())
                .startsWith("磁盘已满");
        assertThat(CommandFailure.of(new AccessDeniedException("/data/secret")).zh())
                .isEqualTo("没有权限读写 /data/secret");
        assertThat(CommandFailure.of(new IllegalStateException(new SQLException("gone", "57P01")))
                        .en())
                .startsWith("The database cannot be reached");
        assertThat(CommandFailure.of(new OutOfMemoryError()).zh()).startsWith("内存不够");
        assertThat(CommandFailure.of(new IllegalStateException("1 + 1 = 3")).zh())
                .contains("程序出错", "1 + 1 = 3", "PINGHENG_TRACE");
    }

    /** Each leaf of the tree of commands, and command lines that meet a missing folder or a file where a folder should be. */
    private Map<String, List<List<String>>> met() throws IOException {
        var missing = temp.resolve("missing").toString();
        var file = Files.writeString(temp.resolve("file"), "x").toString();
        var below = file + "/below";
        var met = new LinkedHashMap<String, List<List<String>>>();
        met.put(
                "evaluate",
                List.of(
                        List.of("evaluate", missing),
                        List.of("evaluate", file),
                        List.of("evaluate", "\0"),
                        List.of("evaluate", EXAMPLE, "--out", file),
                        List.of("evaluate", EXAMPLE, "--out", below)));
        met.put(
                "framework check",
                List.of(List.of("framework", "check", missing), List.of("framework", "check", file)));
        met.put(
                "framework next",
                List.of(List.of("framework", "next", missing, file), List.of("framework", "next", framework(), below)));
        met.put(
                "framework publish",
                List.of(List.of("framework", "publish", missing), List.of("framework", "publish", file)));
        met.put(
                "rehearse",
                List.of(
                        List.of("rehearse", missing),
                        List.of("rehearse", file),
                        List.of("rehearse", EXAMPLE, "--out", below)));
        met.put(
                "serve",
                List.of(
                        List.of("serve", "--data", below),
                        List.of("serve", "--data", file),
                        List.of("serve", "--database", "jdbc:x"),
                        List.of("serve", "--data", "\0")));
        met.put(
                "backup",
                List.of(
                        List.of("backup", "--data", missing, "--out", below),
                        List.of("backup", "--data", file, "--out", below),
                        List.of("backup", "--data", temp.toString(), "--out", below),
                        List.of("backup", "--data", temp.toString(), "--out", below, "--seal-key", below)));
        met.put(
                "restore",
                List.of(
                        List.of("restore", missing, "--data", missing),
                        List.of("restore", file, "--data", missing),
                        List.of("restore", temp.toString(), "--data", missing),
                        List.of("restore", file, "--data", below),
                        List.of("restore", file, "--data", missing, "--seal-key", file)));
        met.put(
                "verify",
                List.of(
                        List.of("verify", missing),
                        List.of("verify", file),
                        List.of("verify", temp.toString()),
                        List.of("verify", file, "--receipt", missing),
                        List.of("verify", file, "--receipt", file),
                        List.of("verify", file, "--seal-key", file)));
        return met;
    }

    private static String framework() throws IOException {
        try (var folders = Files.walk(Path.of(EXAMPLE))) {
            return folders.filter(file -> file.getFileName().toString().startsWith("settings."))
                    .map(file -> String.valueOf(file.getParent()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void check(String what, Told told, List<String> bad) {
        if (told.exit == 0) bad.add(what + ": done?");
        if (told.text.contains("\tat ") || told.text.contains("Exception in")) bad.add(what + ": a stack of calls");
        boolean both = told.text.matches("(?s).*[\\u4e00-\\u9fff].*") && told.text.matches("(?s).*[a-z]{3} .*");
        if (!both && told.exit != CommandLine.ExitCode.USAGE)
            bad.add(what + ": no sentence but " + told.text.lines().limit(2).toList());
    }

    private static Set<String> commands(CommandLine of, String above) {
        var names = new TreeSet<String>();
        of.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) names.add((above + " " + name).strip());
            else names.addAll(commands(command, name));
        });
        return names;
    }

    /** Every first page of every table gets a bit wrong, as by a bad disk. */
    private static void damage(Path data) throws IOException, SQLException {
        List<Path> files;
        try (var postgres = EmbeddedPostgres.start(data)) {
            Schema.bringUpToDate(postgres.database());
            var owner = postgres.database().owner();
            try (var connection =
                            DriverManager.getConnection(postgres.database().url(), owner.user(), owner.password());
                    var rows = connection.createStatement().executeQuery("""
                            select pg_relation_filepath(oid)
                              from pg_class
                             where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0
                            """)) {
                files = new ArrayList<>();
                while (rows.next())
                    files.add(postgres.elsewhere()
                            .orElse(data)
                            .resolve("database")
                            .resolve(rows.getString(1)));
            }
        }
        assertThat(files).isNotEmpty();
        for (var file : files)
            try (var page = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                page.position(4000).write(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
            }
    }

    private static Told run(String... args) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        var console = System.err;
        var logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, UTF_8));
        int exit;
        try {
            exit = Pingheng.run(out, out, args);
        } catch (RuntimeException thrown) {
            thrown.printStackTrace(out);
            exit = -1;
        } finally {
            System.setErr(console);
        }
        text.append(logged.toString(UTF_8));
        return new Told(exit, text.toString().lines().collect(Collectors.joining("\n")));
    }
}
