package pingheng.figure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.framework.FigureDefinition;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Name;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.value.FigureCode;
import pingheng.value.UnitCode;

/** Reads a row of the table of schools: the figures of one school at one level, a column a figure. */
public final class SchoolSheet {
    public static final List<Column> COLUMNS = List.of(
            Column.required("unit", "单位代码"),
            Column.required("school", "学校代码"),
            Column.optional("name", "学校名称"),
            Column.optional("level", "学段"));

    private final Figures figures;
    private final Map<FigureCode, Name> names = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    public SchoolSheet(Figures figures) {
        this.figures = figures;
        for (var name : figures.framework().formulas().ofSchools()) names.put(name.code(), name);
    }

    /** Puts the row into the figures; what is wrong is refused at its cell. The unit is known to exist. */
    public void take(SheetRow row) {
        var school = read(row);
        @Nullable Exact[] values = new Exact[names.size()];
        school.values().forEach((code, value) -> {
            var name = names.get(code);
            if (name != null) values[name.slot()] = Exact.of(value);
        });
        figures.put(new UnitCode(row.word("unit")), school, Arrays.asList(values));
    }

    /** The school of a row; what is wrong is refused at its cell. */
    public School read(SheetRow row) {
        var school = row.required("school");
        var level = row.empty("level") ? null : Cell.member(row.word("level"));
        if (!seen.add(row.word("unit") + " " + school + " " + level))
            row.refuse(
                    "school",
                    "schools.twice",
                    "学校 %s 在此学段已有一行",
                    "the school %s has a row for this level already",
                    school);

        var values = new LinkedHashMap<FigureCode, BigDecimal>();
        var wrongLevel = new HashSet<String>();
        var headings = new LinkedHashSet<>(row.others().keySet());
        names.keySet().stream()
                .map(FigureCode::text)
                .filter(code -> !row.empty(code))
                .sorted()
                .forEach(headings::add);
        for (var heading : headings) {
            var definition = definition(row, heading, level, wrongLevel);
            if (definition == null) continue;
            var value = FigureReader.decimal(row, heading, definition);
            if (value != null && names.containsKey(definition.code())) values.put(definition.code(), value);
        }
        return new School(school, row.text("name"), level == null ? "" : level, values);
    }

    private @Nullable FigureDefinition definition(
            SheetRow row, String heading, @Nullable String level, Set<String> wrongLevel) {
        var definition = figures.framework().figures().get(new FigureCode(heading));
        if (definition == null || !definition.perSchool() || definition.formula() != null) {
            if (unknown.add(heading))
                row.refuse(
                        heading,
                        "schools.unknown",
                        "指标体系中没有按校填报的数据项「%s」",
                        "the framework has no figure “%s” that schools report",
                        heading);
            return null;
        }
        if (!definition.members().isEmpty()
                && (level == null || !definition.members().contains(level))) {
            if (wrongLevel.add("level"))
                row.refuse(
                        "level",
                        "schools.level",
                        "学段应为 %s",
                        "the level is one of: %s",
                        String.join(" ", definition.members()));
            return null;
        }
        return definition;
    }
}
