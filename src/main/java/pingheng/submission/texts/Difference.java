package pingheng.submission.texts;

import java.util.ArrayList;
import java.util.List;

/** How one text became another: what stayed, went and came, by half-sentences. */
public final class Difference {
    /** More than this is not compared piece by piece. */
    private static final long MOST = 4_000_000;

    private Difference() {}

    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    public record Part(Kind kind, String text) {}

    public static List<Part> of(String before, String after) {
        var from = pieces(before);
        var to = pieces(after);
        int start = 0;
        while (start < Math.min(from.size(), to.size()) && from.get(start).equals(to.get(start))) start++;
        int end = 0;
        while (end < Math.min(from.size(), to.size()) - start
                && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) end++;
        var parts = new ArrayList<Part>();
        add(parts, Kind.SAME, from.subList(0, start));
        middle(parts, from.subList(start, from.size() - end), to.subList(start, to.size() - end));
        add(parts, Kind.SAME, from.subList(from.size() - end, from.size()));
        return List.copyOf(parts);
    }

    /** By the longest common run of pieces. */
    private static void middle(List<Part> parts, List<String> from, List<String> to) {
        if ((long) from.size() * to.size() > MOST) {
            add(parts, Kind.GONE, from);
            add(parts, Kind.NEW, to);
            return;
        }
        var common = common(from, to);
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                add(parts, Kind.SAME, List.of(from.get(i)));
                i++;
                j++;
            } else if (j == to.size() || i < from.size() && common[i + 1][j] >= common[i][j + 1])
                add(parts, Kind.GONE, List.of(from.get(i++)));
            else add(parts, Kind.NEW, List.of(to.get(j++)));
        }
    }

    /** How many pieces the rests of both texts have in common, from each place on. */
    private static int[][] common(List<String> from, List<String> to) {
        var common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--)
            for (int j = to.size() - 1; j >= 0; j--)
                common[i][j] = from.get(i).equals(to.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        return common;
    }

    private static void add(List<Part> parts, Kind kind, List<String> pieces) {
        if (pieces.isEmpty()) return;
        var text = String.join("", pieces);
        if (!parts.isEmpty() && parts.getLast().kind() == kind)
            parts.set(parts.size() - 1, new Part(kind, parts.getLast().text() + text));
        else parts.add(new Part(kind, text));
    }

    private static List<String> pieces(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=[。；，、：！？\\n,.;:!?])"));
    }
}
