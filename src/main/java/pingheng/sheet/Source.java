package pingheng.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** A table in a file of some kind, which hands over its rows one after the other; it throws Refused when it cannot go on. */
interface Source {
    /** Where the table is: its file and, in a workbook, its sheet. */
    Place place();

    void rows(Taker taker);

    /** Takes one row: its number as a spreadsheet counts, and its cells, null where empty. */
    interface Taker {
        void take(int number, List<@Nullable Cell> cells);
    }

    /** More rows are refused: nothing in an evaluation has as many. */
    int MOST_ROWS = 1_000_000;

    int MOST_COLUMNS = 512;

    /** The longest text a spreadsheet keeps in a cell. */
    int MOST_LETTERS = 32_767;

    /** The largest file, and the most that one may unpack to. */
    long MOST_BYTES = 256L << 20;

    /** To throw when the table cannot be read on. */
    static Refused refused(Place place, String code, String zh, String en, Object... args) {
        return new Refused(place, code, Sentence.of(zh, en, args));
    }
}
