package pingheng.contents;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pingheng.value.UnitCode;

/** Changes the secrets of a phase and compares what each role reads before and after; notes what differs for those who may not know. */
final class Comparing {
    /** A page, an export and an answer for programs that every post of the county reads. */
    private static final List<String> PLANTED =
            List.of("/r/GD-2020/440113", "/r/GD-2020/440113/figures.xlsx", "/api/v1/rounds/GD-2020/units/440113");

    private final World world;
    private final Crawl crawl;
    private final Map<String, String> roles;
    private final Map<String, Map<String, String>> before = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private final List<String> planted = new ArrayList<>();
    private int number;

    Comparing(World world, Map<String, String> roles, List<UnitCode> units, List<UnitCode> points) {
        this.world = world;
        this.roles = roles;
        this.crawl = new Crawl(world.app(), List.copyOf(roles.keySet()), units, points);
    }

    List<String> found() {
        return found;
    }

    /** The leaks that were planted and would not have been seen. */
    List<String> planted() {
        return planted;
    }

    /**
     * Makes another world of every secret of the phase, those together that the same roles may read. Each compares what it has read
     * before something that is theirs to know changes, and once more at the end, then also what was refused.
     */
    void phase(int phase) throws SQLException {
        begin();
        var since = new HashMap<String, List<String>>();
        for (var login : roles.keySet()) since.put(login, new ArrayList<>());
        for (var group : groups(phase).entrySet()) {
            var theirs = roles.keySet().stream()
                    .filter(login -> group.getKey().contains(roles.get(login)))
                    .toList();
            for (var login : theirs) compare(phase + " " + since.get(login), login, Crawl.open(reading(login)));
            for (var secret : group.getValue()) change(secret);
            var names = group.getValue().stream().map(Secret::name).toList();
            since.values().forEach(changed -> changed.addAll(names));
            for (var login : theirs) {
                before.put(login, crawl.read(login));
                since.put(login, new ArrayList<>());
            }
        }
        for (var login : roles.keySet()) compare(phase + " " + since.get(login), login, Set.of());
    }

    /** Does something that nobody but the province may notice. */
    void unseen(String what, Runnable done) {
        begin();
        done.run();
        for (var login : roles.keySet()) compare(what, login, Set.of());
    }

    /** The first look of a day is noted, so everybody looks twice. */
    private void begin() {
        crawl.read("city");
        for (var login : roles.keySet()) before.put(login, crawl.read(login));
    }

    private void change(Secret secret) throws SQLException {
        var one = world.value(secret.value());
        secret.change().make(world, ++number);
        var other = world.value(secret.value());
        for (var path : PLANTED) {
            var leaked = Crawl.differences(leaking(path, one), leaking(path, other));
            if (leaked.size() != 1) planted.add(secret.name() + " at " + path);
        }
    }

    /** What the office reads, with a secret planted at one address. */
    private Map<String, String> leaking(String path, String secret) {
        var answer = reading("office").get(path);
        if (answer == null || !answer.startsWith("200")) throw new IllegalStateException("not read: " + path);
        return Map.of(path, answer + Masks.masked(secret));
    }

    private void compare(String what, String login, Set<String> only) {
        var read = crawl.read(login, only);
        for (var difference : Crawl.differences(reading(login), read))
            found.add(what + " as " + login + " at " + difference);
        reading(login).putAll(read);
    }

    private Map<String, String> reading(String login) {
        var read = before.get(login);
        if (read == null) throw new IllegalStateException("nothing read as " + login);
        return read;
    }

    /** The secrets of the phase by the roles that may read them. */
    private Map<List<String>, List<Secret>> groups(int phase) {
        var groups = new LinkedHashMap<List<String>, List<Secret>>();
        for (var secret : Secrets.in(phase)) {
            var may = roles.values().stream()
                    .distinct()
                    .sorted()
                    .filter(role -> Secrets.may(role, secret, phase))
                    .toList();
            groups.computeIfAbsent(may, none -> new ArrayList<>()).add(secret);
        }
        return groups;
    }
}
