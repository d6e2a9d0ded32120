package pingheng.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where in what was handed in: a file, its sheet, the row as its reader counts (the heading is row 1), the column. A file or a column
 * that is called differently in the two languages is named in each by its own name.
 */
public record Place(
        String file,
        String fileEn,
        @Nullable String sheet,
        int row,
        @Nullable String column,
        @Nullable Sentence heading) {
    public Place(String file, @Nullable String sheet, int row, @Nullable String column) {
        this(file, file, sheet, row, column, null);
    }

    public static Place file(String file) {
        return new Place(file, null, 0, null);
    }

    /** What has no name of its own, as it is called in each language. */
    public static Place file(Sentence called) {
        return new Place(called.zh(), called.en(), null, 0, null, null);
    }

    public Place sheet(String name) {
        return new Place(file, fileEn, name, row, column, heading);
    }

    public Place row(int number) {
        return new Place(file, fileEn, sheet, number, column, heading);
    }

    public Place column(String name) {
        return new Place(file, fileEn, sheet, row, name, null);
    }

    /** A column and how it is headed in each language. */
    public Place column(String name, Sentence headed) {
        return new Place(file, fileEn, sheet, row, name, headed);
    }

    /** In each language. */
    public Sentence told() {
        return new Sentence(zh(), en()).named();
    }

    private String zh() {
        var headed = heading == null ? column : heading.zh();
        return file
                + (sheet == null ? "" : " 工作表「" + sheet + "」")
                + (row == 0 ? "" : " 第 " + row + " 行")
                + (headed == null ? "" : "「" + headed + "」列");
    }

    private String en() {
        var headed = heading == null ? column : heading.en();
        return fileEn
                + (sheet == null ? "" : ", sheet “" + sheet + "”")
                + (row == 0 ? "" : ", row " + row)
                + (headed == null ? "" : ", column “" + headed + "”");
    }
}
