package pingheng.duty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pingheng.framework.Department;
import pingheng.framework.Framework;
import pingheng.framework.Point.Responsible;
import pingheng.people.Body;
import pingheng.people.Unit;
import pingheng.problem.Nearest;
import pingheng.text.Folding;

/** The bodies of a unit by every name that offices write for them: in full, in short, by their kind, with a note in brackets. */
final class BodyNames {
    private static final Pattern NOTED = Pattern.compile("([^()]+)\\([^()]*\\)");
    private static final Pattern PLACE = Pattern.compile("^[省市区县]");
    private static final Pattern RANK = Pattern.compile("(局?分局|局|委员会|委|部|联合会|街道办事处|街道|街|镇人民政府|镇)$");

    private final String unit;
    private final List<Body> bodies;
    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Map<String, Set<Body>> exact = new LinkedHashMap<>();
    private final Map<String, Set<Body>> core = new LinkedHashMap<>();

    BodyNames(Unit unit, List<Body> bodies, Framework framework) {
        this.unit = unit.name().replaceFirst("[市区县]$", "");
        this.bodies = List.copyOf(bodies);
        framework.points().stream()
                .flatMap(point -> Stream.concat(point.lead().stream(), point.cooperating().stream()))
                .map(Responsible::department)
                .forEach(this::add);
        for (var body : bodies) add(body, Stream.of(body.name(), body.shortName()));
    }

    /** Whom a name means. */
    sealed interface Found {
        record One(Body body) implements Found {}

        record Group(List<Body> bodies) implements Found {}

        /** A group or a kind that the framework knows and the unit has no body of. */
        record Nobody(Department department) implements Found {}

        record Several(List<Body> bodies) implements Found {}

        record Unknown(Optional<String> nearest) implements Found {}
    }

    Found find(String written) {
        var name = folded(written);
        var found = whole(name);
        var noted = NOTED.matcher(name);
        if (found instanceof Found.Unknown && noted.matches()) found = whole(noted.group(1));
        return found;
    }

    private Found whole(String name) {
        var group = department(name);
        if (group.isPresent() && group.get().group()) return group(group.get());
        if (exact.containsKey(name)) return of(exact.getOrDefault(name, Set.of()));
        if (group.isPresent()) return new Found.Nobody(group.get());

        var alike = new LinkedHashSet<Body>();
        for (var one : cores(name)) alike.addAll(core.getOrDefault(one, Set.of()));
        if (!alike.isEmpty()) return of(alike);
        return new Found.Unknown(Nearest.to(name, exact.keySet())
                .map(near ->
                        exact.getOrDefault(near, Set.of()).iterator().next().name()));
    }

    private Optional<Department> department(String name) {
        var known = departments.get(name);
        if (known == null && name.startsWith("各")) known = departments.get(name.substring(1));
        return Optional.ofNullable(known);
    }

    private Found group(Department department) {
        var members = bodies.stream()
                .filter(body -> body.kind().equals(department.kind()))
                .toList();
        return members.isEmpty() ? new Found.Nobody(department) : new Found.Group(members);
    }

    private static Found of(Set<Body> meant) {
        return meant.size() == 1 ? new Found.One(meant.iterator().next()) : new Found.Several(List.copyOf(meant));
    }

    private void add(Department department) {
        var names = new ArrayList<>(department.aliases());
        names.add(department.kind());
        names.forEach(name -> departments.put(folded(name), department));
        if (department.group()) return;
        for (var body : bodies) if (body.kind().equals(department.kind())) add(body, names.stream());
    }

    private void add(Body body, Stream<String> names) {
        names.map(BodyNames::folded).forEach(name -> {
            exact.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(body);
            for (var one : cores(name))
                core.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(body);
        });
    }

    /** What is left of a name without the place and the rank: 市公安局番禺区分局 and 区公安分局 are both 公安. */
    private List<String> cores(String name) {
        var bare = name.replace(unit + "区", "")
                .replace(unit + "县", "")
                .replace(unit + "市", "")
                .replace(unit, "");
        return Stream.of(bare, PLACE.matcher(bare).replaceFirst(""))
                .map(one -> RANK.matcher(one).replaceFirst(""))
                .filter(one -> one.length() > 1)
                .distinct()
                .toList();
    }

    private static String folded(String name) {
        return Folding.word(name).replace(" ", "");
    }
}
