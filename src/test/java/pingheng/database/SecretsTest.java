package pingheng.database;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.problem.Refused;

/** Owner, program and superuser have a secret each, and a data folder is closed to others: also one that was made before. */
class SecretsTest {
    private static final String FORMER = "0123456789abcdef".repeat(3);

    private static Path folder = Path.of("");
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void aServer(@TempDir Path given) throws IOException {
        folder = Ground.open(Ground.open(given).resolve("data"));
        postgres = EmbeddedPostgres.start(folder);
        Schema.bringUpToDate(postgres.database());
    }

    @AfterAll
    static void isStopped() throws IOException {
        postgres.close();
    }

    @Test
    void nobodySignsInWithTheSecretOfAnother() throws IOException, SQLException {
        eachSignsInWithTheirOwnAlone();
    }

    private static void eachSignsInWithTheirOwnAlone() throws IOException, SQLException {
        var secrets = new Secrets(folder);
        for (var role : Secrets.ALL)
            for (var other : Secrets.ALL) {
                var login = new Database.Login(role, secrets.login(other).password());
                if (role.equals(other)) Ground.tell(postgres.database(), login, "select 1");
                else
                    assertThatThrownBy(() -> Ground.tell(postgres.database(), login, "select 1"))
                            .as(role + " by the secret of " + other)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("password authentication failed");
            }
        assertThat(postgres.database().owner()).isEqualTo(secrets.login(Secrets.OWNER));
        assertThat(postgres.database().app()).isEqualTo(secrets.login(Secrets.PROGRAM));
    }

    @Test
    void theProgramIsNeitherOwnerNorSuperuserAndCannotBecomeOne() throws SQLException {
        var program = postgres.database().app();
        for (var role : List.of(Secrets.OWNER, Secrets.SUPERUSER))
            for (var sql : List.of(
                    "set role " + role,
                    "set session authorization " + role,
                    "alter role " + role + " password 'x'",
                    "grant " + role + " to " + program.user()))
                assertThatThrownBy(() -> Ground.tell(postgres.database(), program, sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
        assertThat(Ground.ask(
                        postgres.database(),
                        program,
                        "select rolname from pg_roles where pg_has_role(current_user, oid, 'member')"))
                .containsExactly(program.user());
        assertThatThrownBy(() -> Ground.ask(
                        postgres.database(), postgres.database().owner(), "select rolpassword from pg_authid"))
                .as("verifiers")
                .hasMessageContaining("permission denied");
    }

    @Test
    void everyFileAndFolderIsClosedAfterAStart() throws IOException {
        Files.createDirectories(folder.resolve("files/ab/cd"));
        Files.writeString(folder.resolve("files/ab/cd/e"), "x");
        Files.writeString(folder.resolve("note"), "x");
        for (var name : List.of("files", "files/ab", "files/ab/cd"))
            Files.setPosixFilePermissions(folder.resolve(name), fromString("rwxr-xr-x"));
        for (var name : List.of("database", "secrets", "lock", "database.log", "secrets/postgres"))
            Files.setPosixFilePermissions(folder.resolve(name), fromString("rwxr-x---"));
        var outside = Files.writeString(folder.resolveSibling("outside"), "x");
        Files.setPosixFilePermissions(outside, fromString("rw-r--r--"));
        Files.createSymbolicLink(folder.resolve("link"), outside);
        assertThat(Modes.tooOpen(folder)).as("the walk sees it").hasSizeGreaterThan(8);

        restart();

        assertThat(Modes.tooOpen(folder)).isEmpty();
        assertThat(Files.getPosixFilePermissions(outside)).isEqualTo(fromString("rw-r--r--"));
        Files.delete(folder.resolve("link"));
    }

    /** As folders were before: one secret for all three, everything open; also when a program is killed before it is forgotten. */
    @Test
    void aFolderMadeBeforeGetsThreeAtTheNextStart() throws IOException, SQLException {
        for (var role : Secrets.ALL) {
            var sql = "alter role " + role + " password '" + FORMER + "'";
            Ground.tell(postgres.database(), Superuser.of(folder), sql);
            if (role.equals(Secrets.SUPERUSER)) Files.writeString(folder.resolve("secrets/postgres"), FORMER);
        }
        postgres.close();
        for (var role : Secrets.ALL) Files.delete(folder.resolve("secrets/" + role));
        Files.delete(folder.resolve("secrets"));
        Ground.open(folder);
        former("rw-r--r--");

        postgres = EmbeddedPostgres.start(folder);
        threeSecrets();

        postgres.close();
        former("rw-------"); // killed when the three were set already
        postgres = EmbeddedPostgres.start(folder);
        threeSecrets();

        for (var role : Secrets.ALL.reversed()) // killed when they were written and not set
        Ground.tell(postgres.database(), Superuser.of(folder), "alter role " + role + " password '" + FORMER + "'");
        postgres.close();
        former("rw-------");
        postgres = EmbeddedPostgres.start(folder);
        threeSecrets();
    }

    private static void former(String mode) throws IOException {
        Files.setPosixFilePermissions(Files.writeString(folder.resolve("secret"), FORMER + "\n"), fromString(mode));
    }

    private static void threeSecrets() throws IOException, SQLException {
        assertThat(folder.resolve("secret")).doesNotExist();
        assertThat(Modes.tooOpen(folder)).isEmpty();
        for (var role : Secrets.ALL)
            assertThatThrownBy(() -> Ground.tell(postgres.database(), new Database.Login(role, FORMER), "select 1"))
                    .as(role)
                    .hasMessageContaining("password authentication failed");
        eachSignsInWithTheirOwnAlone();
    }

    @Test
    void aSecretOfOwnerOrProgramThatIsLostOrChangedIsSetAnew() throws IOException, SQLException {
        postgres.close();
        Files.delete(folder.resolve("secrets/" + Secrets.OWNER));
        Files.writeString(folder.resolve("secrets/" + Secrets.PROGRAM), "another");

        postgres = EmbeddedPostgres.start(folder);

        eachSignsInWithTheirOwnAlone();
        assertThat(postgres.database().app().password()).isEqualTo("another");
    }

    @Test
    void thatOfTheSuperuserIsMissedAndNoneIsMadeInItsPlace() throws IOException {
        postgres.close();
        var secret = folder.resolve("secrets/" + Secrets.SUPERUSER);
        var kept = Files.readString(secret);
        Files.delete(secret);

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(secret + "")
                .hasMessageContaining("put the original file back");
        assertThat(secret).doesNotExist();

        Files.writeString(secret, kept);
        postgres = EmbeddedPostgres.start(folder);
    }

    /** The service has an account of its own, its administrator begins a program as root. */
    @Test
    void whatRootMakesInAFolderOfOthersIsTheirs(@TempDir Path temp) throws IOException {
        assumeThat(Ground.isRoot()).isTrue();
        var others = Ground.open(Ground.open(temp).resolve("data"));
        var account = new Account(Account.current().number(), false, true);
        Files.setAttribute(others, "unix:uid", account.number(), LinkOption.NOFOLLOW_LINKS);

        for (int starts = 0; starts < 2; starts++)
            EmbeddedPostgres.start(others).close();

        assertThat(Modes.tooOpen(others)).isEmpty();
        assertThat(Files.getPosixFilePermissions(others))
                .as("one account has both")
                .isEqualTo(fromString("rwx------"));
    }

    @Test
    void aFolderOfAnotherAccountIsRefusedWithTheWayOut(@TempDir Path temp) throws IOException {
        assumeThat(Ground.isRoot()).isTrue();
        var ordinary = new Account(Account.current().number(), false, true);
        var data = new DataFolder(temp, temp);

        assertThatThrownBy(() -> data.close(ordinary))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("belongs to another account of this machine")
                .hasMessageContaining("chown");
        Files.writeString(temp.resolve("planted"), "x");
        Files.setAttribute(temp, "unix:uid", ordinary.number(), LinkOption.NOFOLLOW_LINKS);
        assertThatThrownBy(() -> data.close(ordinary)).hasMessageContaining("planted");
        Files.delete(temp.resolve("planted"));
        Files.createSymbolicLink(temp.resolve("nowhere"), temp.resolve("missing"));
        data.close(ordinary);
    }

    private static void restart() throws IOException {
        postgres.close();
        postgres = EmbeddedPostgres.start(folder);
    }
}
