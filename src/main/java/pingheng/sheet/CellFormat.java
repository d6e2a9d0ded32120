package pingheng.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a spreadsheet shows a number, told from its format: as it is, in percent, as a day or as a time. */
enum CellFormat {
    NUMBER,
    PERCENT,
    DAY,
    TIME;

    /** Literals, escapes, padding, colours and conditions, but not elapsed time like [h]: they do not tell the kind. */
    private static final Pattern DRESSING = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[(?!(?:h+|m+|s+)])[^]]*]?");

    private static final Pattern LETTERS_OF_A_NUMBER = Pattern.compile("general|e[+-]");
    private static final Pattern PLACES = Pattern.compile("^[^;\"]*0\\.(0+)(?![0-9#?])");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    static CellFormat of(@Nullable Integer id, @Nullable String code) {
        // what Chinese spreadsheets leave unwritten: 27-36 and 50-58 are dates, but for four times of day
        if (code == null) return id == null ? NUMBER : unwritten(id);

        var shown = DRESSING.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
        shown = LETTERS_OF_A_NUMBER.matcher(shown).replaceAll("");
        int end = shown.indexOf(';');
        if (end >= 0) shown = shown.substring(0, end);

        if (shown.indexOf('%') >= 0) return PERCENT;
        if (shown.indexOf('y') >= 0 || shown.indexOf('d') >= 0) return DAY;
        if (shown.indexOf('h') >= 0 || shown.indexOf('s') >= 0) return TIME;
        return shown.indexOf('m') >= 0 ? DAY : NUMBER;
    }

    private static CellFormat unwritten(int id) {
        if (id >= 32 && id <= 35) return TIME;
        return id >= 27 && id <= 36 || id >= 50 && id <= 58 ? DAY : NUMBER;
    }

    /** The cell as it would be typed: 85%, 2020-09-10, 08:30:00. */
    SheetCell cell(BigDecimal number, boolean from1904) {
        return switch (this) {
            case NUMBER -> new SheetCell(plain(number), false);
            case PERCENT -> new SheetCell(plain(number.movePointRight(2)) + "%", true);
            case DAY -> new SheetCell(dated(number) ? day(number, from1904) : plain(number), false);
            case TIME -> new SheetCell(dated(number) ? time(number) : plain(number), false);
        };
    }

    /** What a spreadsheet shows of a plain number: as many places as its format has after the point. */
    static String shown(BigDecimal number, @Nullable String code) {
        var places = code == null ? null : PLACES.matcher(code);
        return places != null && places.find()
                ? number.setScale(places.group(1).length(), RoundingMode.HALF_UP)
                        .toPlainString()
                : plain(number);
    }

    private static boolean dated(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
    }

    private static String day(BigDecimal number, boolean from1904) {
        long seconds = seconds(number);
        long days = seconds / 86_400;
        // spreadsheets count a 29 February 1900 that never was
        var zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days <= 60 ? 31 : 30);
        var day = zero.plusDays(days);
        long rest = seconds % 86_400;
        return rest == 0
                ? day.toString()
                : day.atTime(LocalTime.ofSecondOfDay(rest)).toString();
    }

    private static String time(BigDecimal number) {
        long seconds = seconds(number);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
