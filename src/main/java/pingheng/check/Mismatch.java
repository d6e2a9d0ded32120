package pingheng.check;

import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/**
 * One thing that is not what it must be: of which unit and point, if it is of one, in which row, what was expected there and what was
 * found.
 */
public record Mismatch(
        Kind kind, @Nullable UnitCode unit, @Nullable PointCode point, String row, String expected, String found) {
    /** How much of a long value is told. */
    private static final int SHOWN = 160;

    /** What is wrong, each with the exit code of a verification that finds nothing else; a code never changes its meaning. */
    public enum Kind {
        LEDGER(10, "台账", "ledger"),
        SEALED(11, "签名与报送", "signed or sealed"),
        CHANGED(12, "封存后改动", "changed since it was sealed"),
        JUDGED(13, "评审、核查、合议、调查", "judged"),
        RELEASED(14, "发布与意见书", "released"),
        FILE(15, "文件", "file"),
        RECEIPT(16, "回执", "receipt"),
        CURRENT(17, "现行与版本", "current against its versions"),
        RIGHTS(18, "权限", "rights");

        private final int exit;
        private final Sentence title;

        Kind(int exit, String zh, String en) {
            this.exit = exit;
            this.title = new Sentence(zh, en);
        }

        public int exit() {
            return exit;
        }
    }

    /** In words. A row is named as the database names it: table, key, column. */
    public Sentence told() {
        var of = (unit == null ? "" : unit + " ") + (point == null ? "" : point + " ");
        return Sentence.of(
                "【%1$s】%3$s%4$s：应为 %5$s，实为 %6$s",
                "[%2$s] %3$s%4$s: expected %5$s, found %6$s",
                kind.title.zh(),
                kind.title.en(),
                of,
                row,
                shown(expected),
                shown(found));
    }

    /** On one line, and what is empty as such. */
    private static String shown(String value) {
        var line = value.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) return "「」";
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
