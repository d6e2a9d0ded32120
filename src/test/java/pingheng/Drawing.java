package pingheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The floors as ARCHITECTURE.md draws them, in the block that begins with {@code ```floors}:
 * <pre>10  commands -> rehearsal · rehearsal     what they are</pre>
 * A number, the modules of the floor between single spaces and dots, after two spaces anything. An arrow allows a module
 * to import the sibling it names; arrows point right, so that there is no circle.
 */
record Drawing(Map<String, Module> modules) {
    private static final Pattern BLOCK = Pattern.compile("(?s)\n```floors\n(.*?)\n```\n");
    private static final Pattern FLOOR = Pattern.compile("\\s*(\\d+) {2,}(\\S+(?: \\S+)*)(?: {2,}.*)?");

    /** A module, the floor it stands on, and the siblings it may import. */
    record Module(String name, int floor, Set<String> siblings) {}

    static Drawing ofTheHouse() throws IOException {
        return of(Files.readString(Path.of("ARCHITECTURE.md")));
    }

    static Drawing of(String architecture) {
        var block = BLOCK.matcher(architecture);
        if (!block.find()) throw new IllegalArgumentException("there is no block ```floors");

        var modules = new HashMap<String, Module>();
        for (var line : block.group(1).split("\n")) {
            var floor = FLOOR.matcher(line);
            if (!floor.matches()) throw new IllegalArgumentException("not a floor: " + line);
            for (var module : modules(Integer.parseInt(floor.group(1)), floor.group(2)))
                if (modules.put(module.name, module) != null)
                    throw new IllegalArgumentException("drawn twice: " + module.name);
        }
        return new Drawing(Map.copyOf(modules));
    }

    /** Why a module may not import another; nothing when it may. */
    Optional<String> whyNot(String from, String to) {
        var above = modules.get(from);
        var below = modules.get(to);
        if (above == null) return Optional.of(from + " is not drawn");
        if (below == null) return Optional.of(to + " is not drawn");
        if (above.equals(below) || above.floor > below.floor || above.siblings.contains(to)) return Optional.empty();
        return Optional.of(
                above.floor == below.floor
                        ? to + " is a sibling of " + from + " and no arrow is drawn"
                        : to + " stands on floor " + below.floor + ", above " + from + " on floor " + above.floor);
    }

    private static List<Module> modules(int floor, String drawn) {
        var texts = List.of(drawn.split(" · "));
        var names = texts.stream().map(text -> text.split(" ")[0]).toList();
        return texts.stream()
                .map(text -> new Module(text.split(" ")[0], floor, siblings(text, names)))
                .toList();
    }

    private static Set<String> siblings(String text, List<String> names) {
        var sides = text.split(" -> ");
        if (sides.length > 2 || sides[0].contains(" ")) throw new IllegalArgumentException("not a module: " + text);
        if (sides.length == 1) return Set.of();

        var siblings = Arrays.stream(sides[1].split(", ")).collect(Collectors.toSet());
        var right = names.subList(names.indexOf(sides[0]) + 1, names.size());
        if (!right.containsAll(siblings))
            throw new IllegalArgumentException("an arrow points right, to a module of the same floor: " + text);
        return siblings;
    }
}
