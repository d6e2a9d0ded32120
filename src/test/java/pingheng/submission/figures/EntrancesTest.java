package pingheng.submission.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Program;
import pingheng.people.account.Accounts;
import pingheng.problem.Sentence;
import pingheng.value.Login;

/**
 * Every figure of the example's framework has exactly one owner, and each of the four ways in refuses all others. Who owns what is
 * read here from the tables of the example, not from the program.
 */
class EntrancesTest {
    private static final String PANYU = "/r/GD-2020/440113";
    private static final String API = "/api/v1/rounds/GD-2020/units/440113/figures";

    /** The figures of the survey are nobody's to report. */
    private static final String SURVEYED = "survey_";

    @Test
    void eachWayInRefusesAFigureToEverybodyButItsOwner() throws Exception {
        var owners = owners();
        try (var app = App.fresh().assigned()) {
            var cells = cells(app);
            assertThat(owners.keySet()).containsAll(figures(cells));
            var logins = new TreeSet<>(owners.values());
            logins.addAll(List.of("office", "land", "deputy"));
            var wrong = new ArrayList<String>();
            for (var login : logins) {
                var others = cells.stream()
                        .filter(cell -> !owners.getOrDefault(figure(cell), "").equals(login))
                        .filter(cell -> !login.equals("office")
                                || !owners.getOrDefault(figure(cell), "").equals("supervision"))
                        .toList();
                var guest = letIn(app, login);
                var one = others.get(Math.floorMod(login.hashCode(), others.size()));
                if (guest.post(PANYU + "/figures", "cell", one, "value", "1", "seen", "0")
                                .status()
                        < 400) wrong.add(login + " enters " + one + " in its cell");
                var table = table(others);
                if (guest.post(PANYU + "/figures/table", "text", table).status() < 400)
                    wrong.add(login + " pastes a table of others");
                if (guest.upload(PANYU + "/figures/table", Map.of(), "数据.tsv", table.getBytes(StandardCharsets.UTF_8))
                                .status()
                        < 400) wrong.add(login + " hands in a table of others");
                var program = Program.as(app, login);
                if (program.json("PUT", API, entry(one, "1")).status() < 400)
                    wrong.add(login + " reports " + one + " by a program");
            }
            assertThat(wrong).isEmpty();
            assertThat(app.db()
                            .sql("select figure, person from " + TABLE)
                            .query()
                            .listOfRows())
                    .isEmpty();
        }
    }

    @Test
    void eachOwnerIsTakenInEveryWay() throws Exception {
        var owners = owners();
        try (var app = App.fresh().assigned()) {
            var byOwner = cells(app).stream()
                    .collect(Collectors.groupingBy(
                            cell -> owners.getOrDefault(figure(cell), ""), TreeMap::new, Collectors.toList()));
            byOwner.forEach((login, cells) -> {
                var guest = letIn(app, login);
                var one = cells.getFirst();
                assertThat(guest.post(PANYU + "/figures", "cell", one, "value", value(one), "seen", "0")
                                .status())
                        .as(login + " " + one)
                        .isEqualTo(302);
                var pasted = guest.post(PANYU + "/figures/table", "text", table(cells));
                assertThat(pasted.status()).as(login + " " + pasted.body()).isEqualTo(302);
                var again = entry(one, value(one)).replace("\"seen\": 0", "\"seen\": 1, \"source\": \"台账\"");
                assertThat(Program.as(app, login).json("PUT", API, again).status())
                        .as(login + " " + again)
                        .isEqualTo(200);
            });
            assertThat(app.db()
                            .sql("select distinct figure from " + TABLE + " order by figure")
                            .query(String.class)
                            .list())
                    .containsExactlyElementsOf(new TreeSet<>(figures(cells(app))));
        }
    }

    private static Guest letIn(App app, String login) {
        var accounts = app.bean(Accounts.class);
        if (accounts.cast().stream().noneMatch(cast -> cast.login().text().equals(login)))
            accounts.cast(new Login(login), new Sentence("报送", "reports"));
        return Guest.as(app, login);
    }

    /** The keys of the cells that the unit fills, as its programs are told. */
    private static List<String> cells(App app) {
        var cells = new ArrayList<String>();
        Program.as(app, "office")
                .get(API)
                .json()
                .forEach(one -> cells.add(one.path("cell").asString()));
        return cells;
    }

    private static Set<String> figures(List<String> cells) {
        return cells.stream().map(EntrancesTest::figure).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String figure(String cell) {
        return cell.replaceFirst("[.@].*", "");
    }

    /** The sign-in name of the contact of the one body of Panyu of the kind that owns each figure. */
    private static Map<String, String> owners() throws Exception {
        var bodies = new HashMap<String, String>();
        for (var row : rows("cast/bodies.tsv"))
            if ("440113".equals(row.get("division"))) bodies.put(row.get("kind"), row.get("name"));
        var contacts = new HashMap<String, String>();
        for (var row : rows("cast/posts.tsv"))
            if ("contact".equals(row.get("role"))) contacts.put(row.get("body"), row.get("login"));
        var owners = new HashMap<String, String>();
        for (var row : rows("county/figures.tsv"))
            if (row.getOrDefault("formula", "").isEmpty()
                    && !row.getOrDefault("code", SURVEYED).startsWith(SURVEYED))
                owners.put(row.get("code"), contacts.get(bodies.get(row.get("owner"))));
        assertThat(owners.values()).doesNotContainNull();
        return owners;
    }

    private static List<Map<String, String>> rows(String file) throws Exception {
        var lines = Files.readAllLines(Path.of("examples/guangdong-2020").resolve(file));
        var heading = lines.getFirst().split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split("\t", -1);
                    var row = new HashMap<String, String>();
                    for (int i = 0; i < cells.length; i++) row.put(heading[i], cells[i]);
                    return (Map<String, String>) row;
                })
                .toList();
    }

    /** A table with one value in each of these cells. */
    private static String table(List<String> cells) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        var periods = new TreeSet<String>();
        for (var cell : cells) {
            var period = cell.substring(cell.indexOf('@') + 1);
            periods.add(period);
            rows.computeIfAbsent(cell.substring(0, cell.indexOf('@')), row -> new HashMap<>())
                    .put(period, value(cell));
        }
        var table = new StringBuilder("代码\t数据项\t分项\t" + String.join("\t", periods));
        rows.forEach((row, values) -> {
            var parts = row.split("\\.");
            table.append('\n').append(parts[0]).append("\t\t").append(parts.length > 1 ? parts[1] : "");
            periods.forEach(period -> table.append('\t').append(values.getOrDefault(period, "")));
        });
        return table.toString();
    }

    private static String value(String cell) {
        return cell.startsWith("food_incident") ? "否" : "6";
    }

    private static String entry(String cell, String value) {
        return "[{\"cell\": \"%s\", \"value\": \"%s\", \"seen\": 0}]".formatted(cell, value);
    }

    private static final String TABLE = "figure_version";
}
