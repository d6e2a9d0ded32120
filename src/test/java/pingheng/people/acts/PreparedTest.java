package pingheng.people.acts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Program;
import pingheng.app.Statements;

/** What comes as a table is read before the transaction of its act is opened, whose first statement spends the token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparedTest {
    private static final Path BALANCE = Path.of("examples/balance/county");
    private static final Map<String, byte[]> UNREADABLE = Map.of("points.xlsx", "PK no workbook".getBytes(UTF_8));
    private static final String SPENDS = "insert into spent_token";

    private App app = App.shared();

    @BeforeAll
    void start() {
        app = App.fresh().assigned();
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void noTransactionIsOpenWhileATableIsRead() {
        var unit = "/r/GD-2020/" + App.PANYU;
        for (var at : Map.of(
                        "/frameworks",
                        "province",
                        "/r/GD-2020/survey",
                        "province",
                        "/people/" + App.PANYU + "/contacts",
                        "office",
                        unit + "/schools",
                        "office",
                        unit + "/figures/table",
                        "finance")
                .entrySet()) {
            var guest = Guest.as(app, at.getValue());
            refusedUnopened(
                    at.getKey(),
                    () -> guest.upload(at.getKey(), Map.of(), UNREADABLE).status());
        }
        var province = Program.as(app, "province");
        for (var path : List.of("/api/v1/frameworks", "/api/v1/rounds/GD-2020/survey"))
            refusedUnopened(
                    path,
                    () -> province.upload(path, "unreadable", List.of("seen", "0"), UNREADABLE)
                            .status());
    }

    /** So it is where nothing has to be read first: the refusal of an empty urging comes out of its transaction. */
    @Test
    void theTransactionOfAnActIsSeenByItsFirstStatement() {
        var office = Guest.as(app, "office");
        var body = String.valueOf(app.visitor("finance").post().body().id());
        var urging = new String[] {"body", body, "point", "", "text", "", "by", "2020-09-01"};
        var statements = Statements.of(() -> assertThat(office.post("/r/GD-2020/" + App.PANYU + "/urgings", urging)
                        .status())
                .isEqualTo(422));

        assertThat(statements).anyMatch(statement -> statement.contains(SPENDS));
    }

    @Test
    void tablesSentTwiceArePublishedOnceAndAnsweredTheSame() throws IOException {
        var province = Guest.as(app, "province");
        var form = province.opened();
        var first = province.upload("/frameworks", form, tables());
        int published = published();
        var again = province.upload("/frameworks", form, tables());
        var other = province.upload("/frameworks", form, UNREADABLE);

        assertThat(first.status()).isEqualTo(302);
        assertThat(again.status()).isEqualTo(302);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(published()).isEqualTo(published);
        assertThat(other.status()).as("spent for other tables").isEqualTo(409);
        assertThat(other.code()).isEqualTo("people.spent");
    }

    @Test
    void aProgramThatSendsTablesUnderItsKeyAgainGetsTheAnswerItGot() throws IOException {
        var province = Program.as(app, "province");
        var first = province.upload("/api/v1/frameworks", "framework-1", List.of(), tables());
        var again = province.upload("/api/v1/frameworks", "framework-1", List.of(), tables());
        var malformed = province.upload("/api/v1/frameworks", "a b", List.of(), tables());

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).contains("\"digest\"");
        assertThat(malformed.status()).isEqualTo(422);
    }

    private static void refusedUnopened(String path, Supplier<Integer> sent) {
        var status = new AtomicReference<Integer>();
        var statements = Statements.of(() -> status.set(sent.get()));

        assertThat(status.get()).as(path).isEqualTo(422);
        assertThat(statements).as(path).isNotEmpty().noneMatch(statement -> statement.contains(SPENDS));
    }

    private int published() {
        return app.db()
                .sql("select count(*) from framework")
                .query(Integer.class)
                .single();
    }

    private static Map<String, byte[]> tables() throws IOException {
        var tables = new HashMap<String, byte[]>();
        try (var files = Files.list(BALANCE)) {
            for (var file : files.toList()) tables.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
        return tables;
    }
}
