package pingheng.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.problem.Refused;

/** Our own server plays the one that others run, with logins as their administrator may have made them. */
class ExternalPostgresTest {
    private static Path folder = Path.of("");
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void aServerOfOthers(@TempDir Path temp) throws IOException, SQLException {
        folder = Ground.open(Ground.open(temp).resolve("data"));
        postgres = EmbeddedPostgres.start(folder);
        for (var sql : new String[] {
            "create role county_owner login password 'one'",
            "create role county_app login password 'two'",
            "create role careless_app login password 'two' in role county_owner",
            "create role mighty_app login password 'two' superuser",
            "create role writing_app login password 'two' in role pg_write_all_data",
            "create role building_app login password 'two'",
            "create database county owner county_owner",
            "grant create on database county to building_app",
            "create database latin owner county_owner encoding 'LATIN1' locale_provider libc locale 'C' template template0",
            "create role later_app login password 'two'",
            "create database loose owner county_owner",
            "create database renamed owner county_owner",
            "create database hasty owner county_owner",
            "alter database hasty set synchronous_commit to off",
            "create database foreign_owner",
        }) Ground.tell(postgres.database(), superuser(), sql);
    }

    @AfterAll
    static void isStopped() throws IOException {
        postgres.close();
    }

    @Test
    void twoLoginsWithTheirRightsAreTakenAndTheTablesMade() throws SQLException {
        var database = at("county", "county_owner", "one", "county_app", "two");

        assertThat(Ground.ask(database, database.app(), "select count(*) from ledger_entry"))
                .containsExactly("0");
        Rights.of(database).triesToChangeWhatCounts();
    }

    @ParameterizedTest
    @CsvSource({
        "county_owner, one, county_owner, one, is the owner or a member of it",
        "county_owner, one, careless_app, two, is the owner or a member of it",
        "county_owner, one, mighty_app, two, may change the schema",
        "county_owner, one, building_app, two, may change the schema",
        "county_app, two, writing_app, two, 'the owner county_app may not create tables'",
        "county_owner, bad, county_app, two, it does not let county_owner sign in",
        "county_owner, one, county_app, bad, it does not let county_app sign in",
        "county_owner, one, nobody_app, bad, it does not let nobody_app sign in",
        "county_owner, one, app; drop table round, two, must be lower-case letters",
        "County-Owner, one, county_app, two, must be lower-case letters"
    })
    void otherLoginsAreRefused(String owner, String ownerPassword, String app, String appPassword, String sentence) {
        refused("county", owner, ownerPassword, app, appPassword, sentence);
    }

    @Test
    void anAppThatMayWriteEverythingIsRefusedOnceThereAreTables() {
        refused("loose", "county_owner", "one", "writing_app", "two", "may change rows of ledger_entry");
    }

    @Test
    void tablesThatWereMadeForAnotherAppAreRefused() {
        at("renamed", "county_owner", "one", "county_app", "two");

        refused("renamed", "county_owner", "one", "later_app", "two", "the tables were made for another login");
    }

    @Test
    void aDatabaseOfAnotherEncodingIsRefused() {
        refused("latin", "county_owner", "one", "county_app", "two", "must be UTF8");
    }

    @Test
    void aDatabaseThatForgetsWhatItCommittedIsRefused() {
        refused("hasty", "county_owner", "one", "county_app", "two", "synchronous_commit is off");
    }

    @Test
    void aServerThatIsNotThereIsToldInASentence() throws IOException {
        var url = "jdbc:postgresql://127.0.0.1:" + ServerProcess.freePort() + "/county";

        assertThatThrownBy(() -> ExternalPostgres.at(url, login("county_owner", "one"), login("county_app", "two")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("连接不上");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://host/county",
                "jdbc:mysql://host/county",
                "jdbc:postgresql://host/county?password=two",
                "jdbc:postgresql://host/county?ssl=true&User=x",
                "jdbc:postgresql://owner:one@host/county"
            })
    void anAddressIsAnAddressAndHoldsNoLogin(String url) {
        assertThatThrownBy(() -> ExternalPostgres.at(url, login("county_owner", "one"), login("county_app", "two")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("without user and password");
    }

    @Test
    void tablesOfANewerProgramAreRefused() throws SQLException {
        var database = at("foreign_owner", "postgres", superuser().password(), "county_app", "two");
        Ground.tell(database, database.owner(), """
                insert into flyway_schema_history
                select installed_rank + 1, '999', 'later', type, 'V999__later.sql', 1, installed_by, installed_on, 1, success
                  from flyway_schema_history
                 order by installed_rank desc
                 limit 1
                """);

        refused(
                "foreign_owner",
                "postgres",
                superuser().password(),
                "county_app",
                "two",
                "written by a newer Pingheng");
    }

    private static void refused(
            String name, String owner, String ownerPassword, String app, String appPassword, String sentence) {
        assertThatThrownBy(() -> at(name, owner, ownerPassword, app, appPassword))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);
    }

    private static Database at(String name, String owner, String ownerPassword, String app, String appPassword) {
        var url = postgres.database().url().replace("/pingheng?", "/" + name + "?");
        return ExternalPostgres.at(url, login(owner, ownerPassword), login(app, appPassword));
    }

    private static Database.Login login(String user, String password) {
        return new Database.Login(user, password);
    }

    private static Database.Login superuser() {
        return Superuser.of(folder);
    }
}
