package pingheng.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Routes;
import pingheng.app.Routes.Route;
import pingheng.evidence.Evidence;
import pingheng.people.account.Accounts;
import pingheng.problem.Sentence;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** Reads whatever can be read: every GET route, as found by the program, of several units, layers and points. */
final class Crawl {
    /** Page by page, and each thing by which the ledger is filtered. */
    private static final List<String> LEDGER = List.of(
            "?before=40",
            "?point=3.1.1",
            "?verb=read",
            "?verb=visit.assigned",
            "?chain=city",
            "?chain=province",
            "?chain=visit",
            "?chain=round",
            "?chain=access",
            "?office=省人民政府教育督导室",
            "?from=2020-09-01&to=2020-12-01&before=60");

    /** What a page may be asked beside its address. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            "/r/{round}/{unit}/review/{layer}", List.of("?only=open", "?only=lead"),
            "/r/{round}/{unit}/ledger", LEDGER,
            "/api/v1/rounds/{round}/units/{unit}/ledger", LEDGER);

    private final List<String> asked;
    private final Map<String, Guest> guests = new LinkedHashMap<>();

    Crawl(App app, List<String> logins, List<UnitCode> units, List<UnitCode> points) {
        this.asked = asked(app, units, points);
        var accounts = app.bean(Accounts.class);
        for (var login : logins) {
            if (accounts.cast().stream().noneMatch(cast -> cast.login().text().equals(login)))
                accounts.cast(new Login(login), new Sentence("内容", "contents"));
            guests.put(login, Guest.as(app, login));
        }
    }

    /** Everything that somebody is answered, masked, by address. */
    Map<String, String> read(String login) {
        return read(login, Set.of());
    }

    /** As above; of these addresses alone where there are any. */
    Map<String, String> read(String login, Set<String> only) {
        var guest = guests.get(login);
        if (guest == null) throw new IllegalArgumentException(login);
        var read = new TreeMap<String, String>();
        for (var one : asked) if (only.isEmpty() || only.contains(one)) read.put(one, told(guest.get(one)));
        return read;
    }

    /** Those that were answered, not refused. */
    static Set<String> open(Map<String, String> read) {
        var open = new TreeSet<String>();
        read.forEach((path, answer) -> {
            if (answer.startsWith("200")) open.add(path);
        });
        return open;
    }

    /** The addresses at which two readings differ, each with the first lines that do. */
    static List<String> differences(Map<String, String> one, Map<String, String> other) {
        var differences = new ArrayList<String>();
        other.forEach((path, answer) -> {
            var before = one.get(path);
            if (before != null && !before.equals(answer)) differences.add(path + "\n" + first(before, answer));
        });
        return differences;
    }

    private static String first(String one, String other) {
        int at = 0;
        int most = Math.min(one.length(), other.length());
        while (at < most && one.charAt(at) == other.charAt(at)) at++;
        return "  - " + around(one, at) + "\n  + " + around(other, at);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 100))
                .replace('\n', ' ');
    }

    private static String told(Guest.Answer answer) {
        return answer.status() + " " + answer.location() + "\n" + Masks.masked(text(answer));
    }

    /** As text; of a workbook or a Word file its parts, by name. */
    private static String text(Guest.Answer answer) {
        byte[] bytes = answer.whole().body();
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') return answer.body();
        try {
            var file = Files.createTempFile("contents", ".zip");
            try (var zip = new ZipFile(Files.write(file, bytes).toFile())) {
                return zip.stream()
                        .sorted(Comparator.comparing(ZipEntry::getName))
                        .map(part -> part.getName() + "\n" + text(zip, part))
                        .collect(Collectors.joining("\n"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(ZipFile zip, ZipEntry part) {
        try (var content = zip.getInputStream(part)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> asked(App app, List<UnitCode> units, List<UnitCode> points) {
        var asked = new ArrayList<String>();
        for (var route : Routes.of(app).all())
            if (route.method().equals("GET")) {
                var paths = new ArrayList<>(List.of(route.path()));
                each(paths, "unit", units);
                each(paths, "layer", List.of(new UnitCode("city"), new UnitCode("province"), new UnitCode("onsite")));
                each(paths, "point", points);
                for (var path : paths) {
                    var filled = new Route("GET", path).filled(variables(app, path));
                    asked.add(filled);
                    for (var query : QUERIES.getOrDefault(route.path(), List.of())) asked.add(filled + query);
                }
            }
        return asked;
    }

    private static void each(List<String> paths, String variable, List<UnitCode> values) {
        for (var path : List.copyOf(paths)) {
            if (!path.contains("{" + variable + "}")) continue;
            paths.remove(path);
            for (var value : values) paths.add(path.replace("{" + variable + "}", value.text()));
        }
    }

    private static Map<String, String> variables(App app, String path) {
        var finance = app.visitor("finance").post();
        var variables = new HashMap<>(Map.of("round", "GD-2020", "number", "1", "token", "x", "stage", "submission"));
        variables.put("body", String.valueOf(finance.body().id()));
        variables.put("post", String.valueOf(finance.id()));
        variables.put("cell", "kindergarten_children@2019/20");
        variables.put("urging", "1");
        variables.put("figure", "kindergarten_children");
        var files = app.bean(Evidence.class).of(app.round(), app.panyu());
        var id = String.valueOf(files.getFirst().id());
        if (path.contains("/bodies/")) id = variables.get("body");
        if (path.contains("/posts/")) id = variables.get("post");
        variables.put("id", id);
        return variables;
    }
}
