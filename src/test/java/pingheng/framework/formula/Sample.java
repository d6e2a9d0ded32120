package pingheng.framework.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;

/**
 * A unit with schools, for tests: any name is a figure, unless it begins with {@code no_}. What is not declared is a bare number that
 * may be negative; {@code is_…} is a yes or no, {@code s_…} a figure of schools.
 */
public final class Sample implements Scope, Names {
    private final Map<String, Name.Traits> traits;
    private final Map<String, String> derived;
    private final Map<String, Exact> values = new HashMap<>();
    private final List<School> schools = new ArrayList<>();
    private final @Nullable Sample unit;

    private record School(String level, Sample figures) {}

    public Sample() {
        this(null, new HashMap<>(), new HashMap<>());
    }

    private Sample(@Nullable Sample unit, Map<String, Name.Traits> traits, Map<String, String> derived) {
        this.unit = unit;
        this.traits = traits;
        this.derived = derived;
    }

    /** Declares a figure; the words are {@code positive}, {@code negative}, {@code yesno} and {@code school}. */
    public Sample figure(String code, String unit, String... words) {
        var said = Set.of(words);
        traits.put(
                code,
                new Name.Traits(
                        MeasureUnit.parse(unit),
                        said.contains("yesno"),
                        said.contains("positive"),
                        said.contains("negative"),
                        said.contains("school")));
        return this;
    }

    /** Declares how a figure is computed. */
    public Sample derived(String code, String formula) {
        derived.put(code, formula);
        return this;
    }

    public Sample with(String name, String value) {
        values.put(name, Exact.of(value));
        return this;
    }

    /** Adds a school of a level, and hands it over. */
    public Sample school(String level) {
        var school = new Sample(this, traits, derived);
        schools.add(new School(level, school));
        return school;
    }

    public Expr parse(String text) {
        return Parser.parse(text, this);
    }

    /** Parsed and checked. */
    public Expr checked(String text) {
        return Checker.check(parse(text)).expr();
    }

    /** The formulas of the derived figures. */
    public Map<Name, Expr> formulas() {
        var formulas = new HashMap<Name, Expr>();
        derived.keySet().forEach(code -> formulas.put(name(new FigureCode(code), null, 0), formula(code)));
        return formulas;
    }

    private Expr formula(String code) {
        var parsed = parse(String.valueOf(derived.get(code)));
        return (name(new FigureCode(code), null, 0).traits().perSchool()
                        ? Checker.checkInSchool(parsed)
                        : Checker.check(parsed))
                .expr();
    }

    @Override
    public Exact number(Name name) {
        if (unit != null && !name.traits().perSchool()) return unit.number(name);
        if (derived.containsKey(name.toString()))
            return formula(name.code().text()).number(this);
        var value = values.get(name.toString());
        if (value == null) throw new Missing(name.toString());
        return value;
    }

    @Override
    public List<? extends Scope> schools(@Nullable String member) {
        return schools.stream()
                .filter(school -> member == null || school.level.equals(member))
                .map(School::figures)
                .toList();
    }

    @Override
    public Name name(FigureCode code, @Nullable String member, int back) {
        if (code.text().startsWith("no_")) throw new Malformed("没有「%s」", "there is no “%s”", code);
        var usual = new Name.Traits(
                MeasureUnit.NONE,
                code.text().startsWith("is_"),
                false,
                true,
                code.text().startsWith("s_"));
        return new Name(code, member, back, 0, traits.getOrDefault(code.text(), usual));
    }

    @Override
    public List<String> members(FigureCode code) {
        return code.text().equals("lonely") ? List.of() : List.of("primary", "junior");
    }
}
