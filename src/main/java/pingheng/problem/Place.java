package pingheng.problem;

import org.jspecify.annotations.Nullable;

/** Where in what was handed in: a file, its sheet, the row as its reader counts (the heading is row 1), the column. */
public record Place(
        String file,
        @Nullable String sheet,
        int row,
        @Nullable String column) {
    public static Place file(String file) {
        return new Place(file, null, 0, null);
    }

    public Place row(int number) {
        return new Place(file, sheet, number, column);
    }

    public Place column(String name) {
        return new Place(file, sheet, row, name);
    }

    /** In both languages. */
    public String told() {
        return zh() + " / " + en();
    }

    String zh() {
        return file
                + (sheet == null ? "" : " 工作表「" + sheet + "」")
                + (row == 0 ? "" : " 第 " + row + " 行")
                + (column == null ? "" : "「" + column + "」列");
    }

    String en() {
        return file
                + (sheet == null ? "" : ", sheet “" + sheet + "”")
                + (row == 0 ? "" : ", row " + row)
                + (column == null ? "" : ", column “" + column + "”");
    }
}
