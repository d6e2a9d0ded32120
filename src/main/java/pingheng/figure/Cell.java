package pingheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.FigureDefinition;
import pingheng.framework.Framework;
import pingheng.framework.Period;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.sheet.SheetRow;

/** One cell of the grid that a unit fills: a figure, its member, the period, and how many periods back it lies. */
public record Cell(FigureDefinition definition, String member, Period period, int back) {
    /** The levels of schools, as the statistics call them. */
    private static final Map<String, Sentence> LEVELS = Map.of(
            "kindergarten", new Sentence("幼儿园", "kindergarten"),
            "primary", new Sentence("小学", "primary"),
            "junior", new Sentence("初中", "junior secondary"),
            "senior", new Sentence("普通高中", "senior secondary"),
            "vocational", new Sentence("中职", "vocational"));

    /** Other members of figures: whom a survey asks. */
    private static final Map<String, Sentence> AUDIENCES = Map.of(
            "society", new Sentence("社会公众", "society"),
            "teacher", new Sentence("教师", "teachers"),
            "student", new Sentence("学生", "students"),
            "parent", new Sentence("家长", "parents"),
            "delegate", new Sentence("代表委员", "delegates"));

    /** As it is named everywhere: figure.member@period. */
    public String key() {
        return definition.code() + (member.isEmpty() ? "" : "." + member) + "@" + period;
    }

    /** The member in words; empty for a figure without members. */
    public Sentence memberTitle() {
        return title(member);
    }

    /** The figure, its member in brackets and its period, in words. */
    public Sentence title() {
        var member = memberTitle();
        return new Sentence(
                definition.title().zh() + (member.zh().isEmpty() ? "" : "（" + member.zh() + "）") + " " + period,
                definition.title().en() + (member.en().isEmpty() ? "" : " (" + member.en() + ")") + " " + period);
    }

    /** The value that a row of a table has for this cell in a column; null, and a finding, when it is no such value. */
    public @Nullable BigDecimal read(SheetRow row, String column) {
        return FigureReader.decimal(row, column, definition);
    }

    /** Why the figure cannot have that value, whoever says so. */
    public Optional<Sentence> whyNot(BigDecimal value) {
        return FigureReader.whyNot(definition, value).map(Reason::sentence);
    }

    /** A level of schools or another member, as it is called or as it is coded. */
    public static String member(String written) {
        for (var level : LEVELS.entrySet()) if (level.getValue().zh().equals(written)) return level.getKey();
        return written;
    }

    /** What people call a member. */
    public static Sentence title(String member) {
        var level = LEVELS.get(member);
        return level != null ? level : AUDIENCES.getOrDefault(member, new Sentence(member, member));
    }

    /** The cells of a framework: no derived figures, no figures of single schools. */
    static List<Cell> of(Framework framework) {
        var cells = new ArrayList<Cell>();
        for (var definition : framework.figures().values()) {
            if (definition.formula() != null || definition.perSchool()) continue;
            var members = definition.members().isEmpty() ? List.of("") : definition.members();
            for (var member : members)
                for (int back = 0; back <= definition.previous(); back++)
                    cells.add(new Cell(definition, member, definition.period().earlier(back), back));
        }
        return cells;
    }
}
