package pingheng.framework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pingheng.framework.Point.Responsible;
import pingheng.framework.formula.Malformed;

/** The kinds of department a framework knows, by every name offices use for them. */
public final class Departments {
    private static final Pattern SEPARATOR = Pattern.compile("[、;,](?![^(]*\\))");
    private static final Pattern WITH_NOTE = Pattern.compile("([^()]+)\\(([^()]*)\\)");

    private final Map<String, Department> byName = new HashMap<>();

    public Departments(Collection<Department> departments) {
        for (var department : departments) {
            byName.put(department.kind(), department);
            department.aliases().forEach(alias -> byName.put(alias, department));
        }
    }

    /** Reads 区教育局、区财政局(教育承办); throws {@link Malformed} for a name that nobody knows. */
    public List<Responsible> parse(String text) {
        var responsible = new ArrayList<Responsible>();
        for (var name : SEPARATOR.split(text.replace('；', ';').replace('，', ',')))
            if (!name.isBlank()) responsible.add(one(name.strip()));
        return List.copyOf(responsible);
    }

    private Responsible one(String name) {
        var known = byName.get(name);
        if (known != null) return new Responsible(known, "");

        var noted = WITH_NOTE.matcher(name);
        if (noted.matches() && byName.get(noted.group(1).strip()) != null)
            return new Responsible(
                    byName.get(noted.group(1).strip()), noted.group(2).strip());
        throw new Malformed(
                "部门「%s」不在部门类别表中，请在 departments 表加入或改正写法",
                "department “%s” is not in the table of departments: add it there or correct the spelling", name);
    }
}
