package pingheng.round.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import pingheng.people.Level;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.FigureReading;
import pingheng.round.Layer;
import pingheng.round.Plan;
import pingheng.round.Round;
import pingheng.round.Stage;
import pingheng.round.setting.Credibility;
import pingheng.round.setting.OnSite;
import pingheng.text.Coded;
import pingheng.value.RoundCode;

/** The form that opens a round, as it is typed: one text a field. */
public record RoundForm(Map<String, String> typed) {
    /** What it says; refuses what cannot be read, naming the field. */
    public Plan plan() {
        var round = new Round(
                RoundCode.of(text("code")).orElseThrow(() -> new Refused(Plan.noCode())),
                new Sentence(text("title_zh"), text("title_en")),
                whole("year", "年份", "year"),
                zone(),
                !text("official").isEmpty(),
                Coded.of(Layer.class, text("decides")).orElseThrow(() -> choice("计分层级", "layer that decides")),
                Coded.of(OnSite.class, text("onsite")).orElseThrow(() -> choice("实地抽查", "on-site check")),
                Coded.of(Credibility.class, text("credibility")).orElseThrow(() -> choice("可信度修正", "credibility")),
                Coded.of(FigureReading.class, text("figures")).orElseThrow(() -> choice("核定的数据", "confirmed figures")),
                whole("quorum", "法定人数", "quorum"));
        var frameworks = new EnumMap<Level, String>(Level.class);
        for (var level : Level.EVALUATED) if (!text(level.code()).isEmpty()) frameworks.put(level, text(level.code()));
        return new Plan(round, frameworks, due());
    }

    private Map<Stage, LocalDate> due() {
        var due = new EnumMap<Stage, LocalDate>(Stage.class);
        for (var stage : Stage.values()) {
            var day = text("due_" + stage.code());
            if (day.isEmpty()) continue;
            try {
                if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) throw new DateTimeException(day);
                due.put(stage, LocalDate.parse(day));
            } catch (DateTimeException _) {
                throw malformed(
                        stage.title().zh() + "的日期", "date of " + stage.title().en(), "2020-09-10");
            }
        }
        return due;
    }

    private int whole(String field, String zh, String en) {
        var number = text(field);
        if (!number.matches("[0-9]{1,4}")) throw malformed(zh, en, "2020");
        return Integer.parseInt(number);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(text("zone"));
        } catch (DateTimeException _) {
            throw malformed("时区", "zone", "Asia/Shanghai");
        }
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static Refused choice(String zh, String en) {
        return new Refused(Reason.malformed("round.choice", "请选择：%1$s", "Choose one: %2$s", zh, en));
    }

    private static Refused malformed(String zh, String en, String example) {
        return new Refused(Reason.malformed(
                "round.field", "%1$s填写不对，应如 %3$s", "The %2$s is not right, write it like %3$s", zh, en, example));
    }
}
