package pingheng.rectification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How many deficiencies were overdue at the end of each day, by the days that are set for them now. */
public record Overdue(List<Day> days) {
    /** The size of the drawing. */
    public static final int WIDTH = 640;

    public static final int HEIGHT = 120;

    public record Day(LocalDate day, long overdue) {}

    /** From the day after the first was due until today; no day when none is overdue or ever was. */
    public static Overdue of(List<Item> items, LocalDate today, ZoneId zone) {
        var first = items.stream()
                .flatMap(item -> item.due().stream())
                .min(LocalDate::compareTo)
                .map(due -> due.plusDays(1));
        var days = new ArrayList<Day>();
        for (var day = first.orElse(today.plusDays(1)); !day.isAfter(today); day = day.plusDays(1)) {
            var end = day;
            days.add(new Day(
                    day,
                    items.stream().filter(item -> item.overdueOn(end, zone)).count()));
        }
        return days.stream().allMatch(day -> day.overdue == 0) ? new Overdue(List.of()) : new Overdue(days);
    }

    public long most() {
        return days.stream().mapToLong(Day::overdue).max().orElse(0);
    }

    /** The line as steps: each day is as wide as the others, the most is as high as the drawing. */
    public String path() {
        var path = new StringBuilder("M0 " + HEIGHT);
        for (int i = 0; i < days.size(); i++)
            path.append(" V")
                    .append(HEIGHT - days.get(i).overdue * HEIGHT / Math.max(most(), 1))
                    .append(" H")
                    .append((i + 1) * WIDTH / days.size());
        return path.append(" V").append(HEIGHT).append(" Z").toString();
    }

    /** The days on which the count changed, for the table. */
    public List<Day> changes() {
        var changes = new ArrayList<Day>();
        for (var day : days) if (changes.isEmpty() || changes.getLast().overdue != day.overdue) changes.add(day);
        return changes;
    }
}
