package pingheng.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Routes;
import pingheng.commands.backup.Restoration;
import pingheng.commands.backup.SealState;
import pingheng.database.Database;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Modes;
import pingheng.database.Schema;
import pingheng.database.Superuser;
import pingheng.ledger.Ledger;
import pingheng.problem.Refused;
import pingheng.seal.GivenKey;
import pingheng.seal.SigningKey;

/**
 * What earlier programs wrote, each with a released year 2019, today's opens and goes on with: the fixtures of {@code src/test/fixtures},
 * found by their names. As a later program may word a sentence otherwise, each sentence of the stored result is made another one here.
 */
class WrittenBeforeStory {
    private static final Path FIXTURES = Path.of("src/test/fixtures");
    private static final String ROUND = "/r/GD-2019";
    private static final String LIST = ROUND + "/440113/rectification";
    private static final Pattern PROBLEM = Pattern.compile("name=\"(text_[0-9.]+)\"[^>]*>([^<]*)");
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Map<String, String> VARIABLES =
            Map.of("round", "GD-2019", "unit", "440113", "point", "1.1.1", "layer", "province", "stage", "submission");

    @TempDir
    private Path temp = Path.of("");

    static List<Path> folders() throws IOException {
        return found("data-*.tar.xz");
    }

    static List<Path> backups() throws IOException {
        return found("backup-*.tar.xz");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aDataFolderIsOpenedAndTheReleasedYearGoesOn(Path fixture) throws IOException, SQLException {
        var data = unpacked(fixture);
        var former = Files.readString(data.resolve("secret"));
        goesOn(data, "province");
        assertThat(data.resolve("secret")).as("the one secret of all three").doesNotExist();
        assertThat(Superuser.of(data).password()).isNotEqualTo(former.strip());
        assertThat(Modes.tooOpen(data)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("backups")
    void aBackupIsRestoredAndTheReleasedYearGoesOn(Path fixture) throws IOException, SQLException {
        var data = open(temp.resolve("restored"));
        var unpacked = unpacked(fixture);
        var backup = unpacked.resolve("2019.backup");
        var printed = unpacked.resolve("2019.key");
        var other = SigningKey.make().open();
        assertThatThrownBy(() -> Restoration.restore(backup, data, other, Clock.systemUTC()))
                .as("nobody sealed it with a key of today")
                .isInstanceOf(Refused.class);

        var key = Files.exists(printed) ? GivenKey.of(printed.toString()) : null;
        assertThat(Restoration.restore(backup, data, key, Clock.systemUTC()).seal())
                .isEqualTo(key == null ? new SealState.None() : new SealState.Holds(key));
        goesOn(data, "office");
    }

    private static void goesOn(Path data, String reader) throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            Schema.bringUpToDate(postgres.database());
            assertThat(reworded(postgres.database()))
                    .as("sentences in the stored result")
                    .isGreaterThan(0);
            try (var app = App.on(postgres.database(), data)) {
                theResultIsToldAsItWasReleased(app);
                aLetterIsDraftedOfWhatWasReleasedAndIssued(app);
                aMeasureIsPlanned(app);
                everyPageOfTheReleasedYearAnswers(app, reader);
                assertThat(app.bean(Ledger.class).broken()).isEmpty();
            }
        }
    }

    /** Puts a word before every sentence of the result, and takes the digests anew: as a program of another day had written it. */
    private static long reworded(Database database) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var statement = connection.createStatement()) {
            try (var holds =
                    statement.executeQuery("select bool_and(digest = encode(sha256(convert_to(result, 'utf8')), 'hex'))"
                            + " from release where round = (select id from round where code = 'GD-2019')")) {
                assertThat(holds.next() && holds.getBoolean(1))
                        .as("the stored result is what was released")
                        .isTrue();
            }
            int changed = statement.executeUpdate("""
                    update release
                       set result = replace(result, '"zh":"', '"zh":"当年写作：')
                     where result like '%"zh":"%'
                    """);
            statement.executeUpdate("update release set digest = encode(sha256(convert_to(result, 'utf8')), 'hex')");
            statement.executeUpdate(
                    "update release_proposal p set digest = r.digest from release r where r.proposal = p.id");
            return changed;
        }
    }

    private static void everyPageOfTheReleasedYearAnswers(App app, String reader) {
        var guest = Guest.as(app, reader);
        for (var route : Routes.of(app).all())
            if (route.method().equals("GET") && route.path().contains("{round}"))
                assertThat(guest.get(filled(route)).status())
                        .as(reader + " " + route)
                        .isLessThan(500);
    }

    /** Whatever else a route asks for is one. */
    private static String filled(Routes.Route route) {
        var filled = route.path();
        for (var one : VARIABLES.entrySet()) filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        return filled.replaceAll("\\{[a-z0-9]+}", "1");
    }

    /** One digest on the page and in the answer to programs: that of the release. */
    private static void theResultIsToldAsItWasReleased(App app) {
        var digest = app.db()
                .sql("select digest from release where round = (select id from round where code = 'GD-2019')")
                .query(String.class)
                .single();
        var province = Guest.as(app, "province");
        for (var path : List.of(ROUND + "/results", "/api/v1/rounds/GD-2019/results"))
            assertThat(DIGEST.matcher(province.get(path).body()).results().map(MatchResult::group))
                    .as(path)
                    .isNotEmpty()
                    .containsOnly(digest);
    }

    private static void aLetterIsDraftedOfWhatWasReleasedAndIssued(App app) {
        var province = Guest.as(app, "province");
        var place = app.db().sql("""
                select '总成绩 ' || round(total, 2) || ' 分，列' || region || '同级第 ' || place || ' 名'
                  from released_unit
                 where unit = '440113' and round = (select id from round where code = 'GD-2019')
                """).query(String.class).single();
        var drafted = province.get(ROUND + "/440113/letter").body();
        assertThat(drafted).contains("还没有印发", place, "满分");
        var problem = PROBLEM.matcher(drafted);
        assertThat(problem.find()).isTrue();
        assertThat(province.post(
                                ROUND + "/440113/letter",
                                "document",
                                "粤教督函〔2020〕演练1号",
                                "text",
                                "请整改。",
                                problem.group(1),
                                problem.group(2))
                        .status())
                .isEqualTo(302);
        assertThat(province.post(ROUND + "/letters", "document", "粤教督函〔2020〕演练2号")
                        .status())
                .as("all the others")
                .isEqualTo(302);
        assertThat(Guest.as(app, "office")
                        .get(ROUND + "/440113/letter.pdf")
                        .whole()
                        .body())
                .startsWith("%PDF".getBytes(UTF_8));
    }

    private static void aMeasureIsPlanned(App app) {
        var body = String.valueOf(app.visitor("finance").post().body().id());
        var office = Guest.as(app, "office");
        assertThat(office.post(LIST + "/1/measure", "text", "补充编制", "body", body, "due", "2020-12-01", "seen", "0")
                        .status())
                .isEqualTo(302);
        assertThat(office.get(LIST).body()).contains("补充编制", "整改中");
    }

    private static List<Path> found(String names) throws IOException {
        try (var all = Files.newDirectoryStream(FIXTURES, names)) {
            var found = new TreeSet<Path>();
            all.forEach(found::add);
            return List.copyOf(found);
        }
    }

    /** What lies in the archive, with its folders open to the account of the database and its files as they were. */
    private Path unpacked(Path fixture) throws IOException {
        var folder = open(open(temp).resolve("unpacked"));
        try (var in = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(Files.newInputStream(fixture))))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) Files.createDirectories(target);
                else Files.copy(in, target);
                var mode = entry.isDirectory() ? "rwx------" : "rw-------";
                if (target.startsWith(folder.resolve("database")))
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            }
        }
        return folder;
    }

    private static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
