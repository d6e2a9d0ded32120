package pingheng.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.check.Mismatch.Kind;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** Collects the mismatches that checks find, in the order in which they are found, and counts what was compared. */
public final class Mismatches {
    /** What is told where something is missing altogether. */
    public static final String NONE = "没有 none";

    /** The exit code where mismatches of several kinds were found. */
    public static final int SEVERAL = 20;

    private final List<Mismatch> found = new ArrayList<>();
    private long compared;

    /** Compares one value; gives whether it is what was expected. */
    public boolean same(
            Kind kind, @Nullable UnitCode unit, @Nullable PointCode point, String row, String expected, String value) {
        compared++;
        if (expected.equals(value)) return true;
        found.add(new Mismatch(kind, unit, point, row, expected, value));
        return false;
    }

    /** As above, of something that belongs to no point. */
    public boolean same(Kind kind, @Nullable UnitCode unit, String row, String expected, String value) {
        return same(kind, unit, null, row, expected, value);
    }

    /** Compares two texts line by line; the first line that differs is told with its number. */
    public void sameText(
            Kind kind, @Nullable UnitCode unit, @Nullable PointCode point, String row, String expected, String value) {
        var expectedLines = expected.lines().toList();
        var lines = value.lines().toList();
        for (int i = 0; i < Math.max(expectedLines.size(), lines.size()); i++) {
            var one = i < expectedLines.size() ? expectedLines.get(i) : NONE;
            var other = i < lines.size() ? lines.get(i) : NONE;
            if (!one.equals(other)) {
                same(kind, unit, point, row + " line " + (i + 1), one, other);
                return;
            }
        }
        same(kind, unit, point, row, expected, value);
    }

    /** Notes what is missing, unless it is there. */
    public void there(
            Kind kind, @Nullable UnitCode unit, @Nullable PointCode point, String row, String value, boolean there) {
        same(kind, unit, point, row, value, there ? value : NONE);
    }

    public List<Mismatch> found() {
        return List.copyOf(found);
    }

    /** How many values were compared. */
    public long compared() {
        return compared;
    }

    /** 0 where all holds, the code of the kind where all mismatches are of one, else {@link #SEVERAL}. */
    public int exit() {
        var kinds = found.stream().map(Mismatch::kind).distinct().toList();
        if (kinds.isEmpty()) return 0;
        return kinds.size() == 1 ? kinds.getFirst().exit() : SEVERAL;
    }
}
