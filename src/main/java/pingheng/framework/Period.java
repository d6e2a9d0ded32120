package pingheng.framework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pingheng.framework.formula.Malformed;

/** When a figure counts: a calendar year, a school year (2019/20), or a date. */
public sealed interface Period {
    Pattern YEAR = Pattern.compile("([0-9]{4})(?:年|年度)?");
    Pattern SCHOOL_YEAR = Pattern.compile("([0-9]{4})(?:[/—-]([0-9]{2}|[0-9]{4})(?:学年)?|学年)");
    Pattern DAY = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

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

    /** Other ways in which people and spreadsheets write the same: 2020/9/1, 2020年9月1日, 2020.9.1. */
    default List<String> spellings() {
        return switch (this) {
            case Year(int year) -> List.of(year + "年", year + "年度");
            case SchoolYear(int start) -> {
                var whole = start + 1;
                var end = toString().substring(5);
                yield List.of(
                        start + "-" + end,
                        start + "/" + whole,
                        start + "-" + whole,
                        start + "—" + whole,
                        start + "/" + end + "学年",
                        start + "-" + end + "学年",
                        start + "/" + whole + "学年",
                        start + "-" + whole + "学年",
                        start + "—" + whole + "学年",
                        start + "学年");
            }
            case Day(LocalDate date) -> {
                var spellings = new ArrayList<String>();
                for (var sign : List.of("/", ".", "-"))
                    for (var format : List.of("%d%4$s%d%4$s%d", "%d%4$s%02d%4$s%02d"))
                        spellings.add(
                                format.formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), sign));
                for (var format : List.of("%d年%d月%d日", "%d年%02d月%02d日"))
                    spellings.add(format.formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
                yield spellings.stream()
                        .filter(spelling -> !spelling.equals(date.toString()))
                        .distinct()
                        .toList();
            }
        };
    }

    /** Reads 2019, 2019/20 or 2020-09-01, or another spelling of them; throws {@link Malformed}. */
    static Period parse(String text) {
        var year = YEAR.matcher(text);
        if (year.matches()) return new Year(Integer.parseInt(year.group(1)));

        var schoolYear = SCHOOL_YEAR.matcher(text);
        if (schoolYear.matches()) {
            int start = Integer.parseInt(schoolYear.group(1));
            int end = schoolYear.group(2) == null ? start + 1 : Integer.parseInt(schoolYear.group(2));
            if (end == start + 1 || end == (start + 1) % 100) return new SchoolYear(start);
        }
        var day = DAY.matcher(text);
        try {
            if (day.matches()) return new Day(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
        } catch (DateTimeException _) {
            // 2020-02-30 is told as what it is: no period
        }
        throw new Malformed(
                "时期应写成 2019、2019/20（学年）或 2020-09-01：%s",
                "a period is written 2019, 2019/20 (school year) or 2020-09-01: %s", text);
    }

    private static int number(Matcher matched, int group) {
        return Integer.parseInt(matched.group(group));
    }
}
