package pingheng.submission.fallen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.value.PointCode;

/** Compares two contents, of a point or of the whole, line by line: what was signed, and what there is now. */
final class Contents {
    private Contents() {}

    /** Of a point, or of none: a line that is in one and not in the other, or says something else there. An empty list stands for no such line. */
    record Difference(@Nullable PointCode point, String word, String key, List<String> signed, List<String> now) {}

    /** What a line is about: two contents are compared where this is equal. */
    private record Subject(@Nullable PointCode point, String word, String key) {}

    static List<Difference> between(String signed, String now) {
        var then = lines(signed);
        var today = lines(now);
        var all = new LinkedHashSet<>(then.keySet());
        all.addAll(today.keySet());
        var differences = new ArrayList<Difference>();
        for (var subject : all) {
            var from = then.getOrDefault(subject, List.of());
            var to = today.getOrDefault(subject, List.of());
            if (!from.equals(to))
                differences.add(new Difference(subject.point(), subject.word(), subject.key(), from, to));
        }
        return differences;
    }

    private static Map<Subject, List<String>> lines(String content) {
        var lines = new LinkedHashMap<Subject, List<String>>();
        @Nullable PointCode point = null;
        for (var line : content.split("\n")) {
            var parts = List.of(line.split("\t", -1));
            var word = parts.getFirst();
            var values =
                    parts.subList(1, parts.size()).stream().map(Contents::plain).toList();
            if (word.equals("point")) point = values.isEmpty() ? null : new PointCode(values.getFirst());
            boolean keyed = word.equals("figure") || word.equals("evidence") || word.equals("summary");
            var key = keyed && !values.isEmpty() ? values.getFirst() : "";
            if (word.equals("summary")) point = null;
            lines.put(
                    new Subject(point, word, key),
                    keyed ? values.subList(Math.min(1, values.size()), values.size()) : values);
        }
        return lines;
    }

    /** A value as it was before it was made canonical. */
    private static String plain(String value) {
        var plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            if (at != '\\' || i + 1 == value.length()) {
                plain.append(at);
                continue;
            }
            char next = value.charAt(++i);
            plain.append(
                    switch (next) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> next;
                    });
        }
        return plain.toString();
    }
}
