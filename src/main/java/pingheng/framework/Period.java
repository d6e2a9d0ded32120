package pingheng.framework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import pingheng.framework.formula.Malformed;

/** When a figure counts: a calendar year, a school year (2019/20), or a date. */
public sealed interface Period {
    Pattern SCHOOL_YEAR = Pattern.compile("([0-9]{4})/([0-9]{2})");

    /** The same, so many years earlier. */
    Period earlier(int years);

    record Year(int year) implements Period {
        @Override
        public Period earlier(int years) {
            return new Year(year - years);
        }

        @Override
        public String toString() {
            return Integer.toString(year);
        }
    }

    record SchoolYear(int start) implements Period {
        @Override
        public Period earlier(int years) {
            return new SchoolYear(start - years);
        }

        @Override
        public String toString() {
            return "%d/%02d".formatted(start, (start + 1) % 100);
        }
    }

    record Day(LocalDate date) implements Period {
        @Override
        public Period earlier(int years) {
            return new Day(date.minusYears(years));
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** Reads 2019, 2019/20 or 2020-09-01; throws {@link Malformed}. */
    static Period parse(String text) {
        if (text.matches("[0-9]{4}")) return new Year(Integer.parseInt(text));

        var schoolYear = SCHOOL_YEAR.matcher(text);
        if (schoolYear.matches()) {
            int start = Integer.parseInt(schoolYear.group(1));
            if (Integer.parseInt(schoolYear.group(2)) == (start + 1) % 100) return new SchoolYear(start);
        }
        try {
            return new Day(LocalDate.parse(text));
        } catch (DateTimeException _) {
            throw new Malformed(
                    "时期应写成 2019、2019/20（学年）或 2020-09-01：%s",
                    "a period is written 2019, 2019/20 (school year) or 2020-09-01: %s", text);
        }
    }
}
