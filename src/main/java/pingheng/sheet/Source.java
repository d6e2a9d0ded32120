package pingheng.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** A table in a file of some kind, which hands over its rows one after the other; it throws Refused when it cannot go on. */
interface Source {
    /** Where the table is: its file and, in a workbook, its sheet. */
    Place place();

    void rows(Taker taker);

    /** What of it does not show. */
    default Hidden hidden() {
        return new Hidden(place(), new BitSet(), new BitSet(), false);
    }

    /** Takes one row: its number as a spreadsheet counts, and its cells, null where empty. */
    interface Taker {
        void take(int number, List<@Nullable SheetCell> cells);

        /** Whether no more rows are wanted. */
        default boolean enough() {
            return false;
        }
    }

    /** More rows are refused: nothing in an evaluation has as many. */
    int MOST_ROWS = 1_000_000;

    /** Of each of several tables that are handed in together: more than a framework of the most points has in any of its tables. */
    int MOST_ROWS_TOGETHER = 50_000;

    int MOST_COLUMNS = 512;

    /** The longest text a spreadsheet keeps in a cell. */
    int MOST_LETTERS = 32_767;

    /** More sheets are refused: a province has fewer units. */
    int MOST_SHEETS = 250;

    /** The largest file, and the most that one may unpack to. */
    long MOST_BYTES = 256L << 20;

    /** To throw when the table cannot be read on. */
    static Refused refused(Place place, String code, String zh, String en, Object... args) {
        return new Refused(place, code, Sentence.of(zh, en, args));
    }

    /** Rows that a filter or a hand has hidden, columns and sheets: they are read like all others, and whoever handed them in is told. */
    final class Hidden {
        /** So many rows are named. */
        private static final int NAMED = 20;

        private final Place place;
        private final BitSet hidden;
        private final BitSet columns;
        private final boolean unseen;
        private final List<Sentence> headings = new ArrayList<>();
        private final List<Integer> taken = new ArrayList<>();
        private int count;

        Hidden(Place place, BitSet hidden, BitSet columns, boolean unseen) {
            this.place = place;
            this.hidden = hidden;
            this.columns = columns;
            this.unseen = unseen;
        }

        /** A row that was read. */
        void take(int number) {
            if (!hidden.get(number)) return;
            count++;
            if (count <= NAMED) taken.add(number);
        }

        /** A column that is read, from 0 on, and how it is headed. */
        void take(int column, Sentence heading) {
            if (columns.get(column)) headings.add(heading);
        }

        void tell(Findings findings) {
            if (unseen)
                findings.note(
                        place,
                        "sheet.hidden-sheet",
                        "是隐藏的工作表，已照常读取",
                        "the sheet is hidden and was read like any other");
            if (!headings.isEmpty())
                findings.note(
                        place,
                        "sheet.hidden-columns",
                        "其中有隐藏的列，已照常读取：%1$s",
                        "hidden columns are among them and were read like the others: %2$s",
                        headings.stream().map(one -> "「" + one.zh() + "」").collect(Collectors.joining()),
                        headings.stream().map(one -> "“" + one.en() + "”").collect(Collectors.joining(", ")));
            if (count > 0)
                findings.note(
                        place,
                        "sheet.hidden-rows",
                        "其中有 %1$d 个隐藏的行，已照常读取：第 %2$s 行%3$s",
                        "%1$d hidden rows are among them and were read like the others: %5$s%4$s",
                        count,
                        numbers("、"),
                        count > NAMED ? "等" : "",
                        count > NAMED ? " and more" : "",
                        numbers(", "));
        }

        private String numbers(String separator) {
            return taken.stream().map(String::valueOf).collect(Collectors.joining(separator));
        }
    }
}
