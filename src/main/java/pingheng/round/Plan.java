package pingheng.round;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import pingheng.people.Level;
import pingheng.problem.Reason;
import pingheng.value.RoundCode;

/** What a round is opened with: its settings, the digest of the framework of each level, and the day each stage is due. */
public record Plan(Round round, Map<Level, String> frameworks, Map<Stage, LocalDate> due) {
    private static final int LONGEST_TITLE = 200;

    /** Another day for a stage, of all units or of one, and why. */
    public record Rescheduled(LocalDate due, String reason) {}

    /** Why no round can be opened like this; the first reason there is. */
    Optional<Reason> whyNot() {
        if (!round.code().text().matches(RoundCode.SHAPE)) return Optional.of(noCode());
        if (!titled(round.title().zh()) || !titled(round.title().en()))
            return no("round.title", "中英文标题都要填写，至多 200 字", "Both titles are required, 200 characters at most");
        if (round.year() < 1990 || round.year() > 2999)
            return no("round.year", "年份应在 1990 至 2999 之间", "The year lies between 1990 and 2999");
        if (round.quorum() < 1 || round.quorum() > 999)
            return no("round.quorum", "合议法定人数应在 1 至 999 之间", "The quorum lies between 1 and 999");
        if (frameworks.isEmpty())
            return no("round.frameworks", "至少选择一套指标体系", "Choose a framework for one level at least");
        return whyNotDates(due)
                .or(() -> due.values().stream()
                        .flatMap(day -> round.whyNotDay(day).stream())
                        .findFirst());
    }

    /** Stages that lock need a day, and none comes before the one it follows. */
    static Optional<Reason> whyNotDates(Map<Stage, LocalDate> due) {
        LocalDate before = null;
        for (var stage : Stage.values()) {
            var day = due.get(stage);
            if (day == null && stage.locks())
                return no(
                        "round.no-date",
                        "缺少日期：%1$s",
                        "A date is missing: %2$s",
                        stage.title().zh(),
                        stage.title().en());
            if (day != null && before != null && day.isBefore(before))
                return no(
                        "round.order",
                        "日期要按阶段先后：%1$s不能早于前一阶段（%3$s）",
                        "Dates follow the stages: %2$s cannot be before the stage it follows (%3$s)",
                        stage.title().zh(),
                        stage.title().en(),
                        before);
            if (day != null) before = day;
        }
        return Optional.empty();
    }

    private static boolean titled(String title) {
        return !title.isBlank()
                && title.length() <= LONGEST_TITLE
                && title.chars().noneMatch(Character::isISOControl);
    }

    /** What is said of a code that is none. */
    public static Reason noCode() {
        return Reason.malformed(
                "round.code",
                "年度代码用字母、数字和横线，2 至 40 个字符，如 GD-2020",
                "A code has 2 to 40 letters, digits and dashes, like GD-2020");
    }

    private static Optional<Reason> no(String code, String zh, String en, Object... args) {
        return Optional.of(Reason.malformed(code, zh, en, args));
    }
}
