package pingheng.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pingheng.framework.FigureDefinition;
import pingheng.framework.Framework;
import pingheng.framework.Period;
import pingheng.problem.Sentence;

/** One cell of the grid that a unit fills: a figure, its member, the period, and how many periods back it lies. */
public record Cell(FigureDefinition definition, String member, Period period, int back) {
    /** The levels of schools, as the statistics call them. */
    private static final Map<String, Sentence> LEVELS = Map.of(
            "kindergarten", new Sentence("幼儿园", "kindergarten"),
            "primary", new Sentence("小学", "primary"),
            "junior", new Sentence("初中", "junior secondary"),
            "senior", new Sentence("普通高中", "senior secondary"),
            "vocational", new Sentence("中职", "vocational"));

    /** As it is named everywhere: figure.member@period. */
    public String key() {
        return definition.code() + (member.isEmpty() ? "" : "." + member) + "@" + period;
    }

    /** The member in words; empty for a figure without members. */
    public Sentence memberTitle() {
        return LEVELS.getOrDefault(member, new Sentence(member, member));
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
