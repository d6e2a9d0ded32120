package pingheng.framework.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.framework.FigureDefinition;
import pingheng.framework.formula.Checker;
import pingheng.framework.formula.Checker.Checked;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Names;
import pingheng.framework.formula.Parser;
import pingheng.framework.formula.Type.Sign;
import pingheng.problem.Nearest;
import pingheng.value.FigureCode;

/** The figures of a framework as its formulas name them: gives each name its slot, and compiles the derived ones. */
final class Vocabulary implements Names {
    /** So many derived figures may build on each other; each takes some room while it is computed. */
    private static final int DEEPEST = 200;

    private final Map<String, FigureDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Name> names = new LinkedHashMap<>();
    private final List<Name> ofUnits = new ArrayList<>();
    private final List<Name> ofSchools = new ArrayList<>();
    private final Map<Name, Expr> formulas = new LinkedHashMap<>();
    private final Deque<String> underway = new ArrayDeque<>();
    private final Set<FigureCode> used = new HashSet<>();
    private final Lengths lengths = new Lengths();
    private final int rules;

    Vocabulary(Collection<FigureDefinition> figures, int rules) {
        this.rules = rules;
        figures.forEach(figure -> definitions.put(figure.code().text(), figure));
    }

    /** Parses and checks; throws {@link Malformed}. With {@code known}, under the condition that it holds. */
    Checked compile(String text, @Nullable Expr known) {
        var checked = checked(text, known);
        if (rules > 1) lengths.check(checked.expr());
        return checked;
    }

    private Checked checked(String text, @Nullable Expr known) {
        var parsed = Parser.parse(text, this);
        checkLevels(parsed);
        return known == null ? Checker.check(parsed) : Checker.check(parsed, known);
    }

    /** Compiles what no rule asked for yet, so that every derived figure is checked. */
    void compileAll(FigureDefinition figure) {
        if (figure.formula() == null) return;
        if (figure.members().isEmpty() || figure.perSchool()) find(figure, null, 0);
        else figure.members().forEach(member -> find(figure, member, 0));
    }

    @Override
    public Name name(FigureCode code, @Nullable String member, int back) {
        var figure = definition(code);
        used.add(code);
        if (figure.perSchool() ? member != null : figure.members().isEmpty() != (member == null))
            throw member == null
                    ? new Malformed(
                            "「%1$s」按 %2$s 分项，请写 %1$s.%3$s 这样的名称或 sum(%1$s.*)",
                            "“%1$s” is reported by %2$s: write %1$s.%3$s or sum(%1$s.*)",
                            code,
                            String.join("/", figure.members()),
                            figure.members().getFirst())
                    : new Malformed(
                            "「%s」没有分项「%s」；学校指标请在 sum(…, 学段) 中写学段",
                            "“%s” has no member “%s”; for schools write the level as in sum(…, level)", code, member);
        if (member != null && !figure.members().contains(member))
            throw new Malformed(
                    "「%s」没有分项「%s」，只有 %s",
                    "“%s” has no member “%s”, only %s", code, member, String.join(" ", figure.members()));
        return find(figure, member, back);
    }

    @Override
    public int rules() {
        return rules;
    }

    @Override
    public List<String> members(FigureCode code) {
        return definition(code).members();
    }

    /** Figures that no rule and no other figure uses. */
    List<FigureDefinition> unused() {
        return definitions.values().stream()
                .filter(figure -> !used.contains(figure.code()))
                .toList();
    }

    List<Name> ofUnits() {
        return List.copyOf(ofUnits);
    }

    List<Name> ofSchools() {
        return List.copyOf(ofSchools);
    }

    Map<Name, Expr> formulas() {
        return Map.copyOf(formulas);
    }

    private FigureDefinition definition(FigureCode code) {
        var figure = definitions.get(code.text());
        if (figure != null) return figure;
        throw new Malformed(
                "没有数据项「%s」，最接近的是「%s」",
                "there is no figure “%s”; the nearest is “%s”",
                code,
                Nearest.of(code.text(), definitions.keySet()).orElse("—"));
    }

    private Name find(FigureDefinition figure, @Nullable String member, int back) {
        var key = figure.code() + "." + member + "@" + back;
        var known = names.get(key);
        if (known != null) return known;
        if (back > 0 && figure.formula() != null)
            throw new Malformed(
                    "「%s」是派生指标，previous() 请写在它的公式里",
                    "“%s” is derived: use previous() inside its formula", figure.code());
        if (back > figure.previous())
            throw new Malformed(
                    "「%s」只报送此前 %d 期，公式用到第 %d 期；请改 previous 列",
                    "“%s” is reported for %d earlier periods, the formula needs %d: change its column “previous”",
                    figure.code(),
                    figure.previous(),
                    back);
        return figure.formula() == null
                ? slotted(key, figure, member, back, figure.traits(), null)
                : derived(key, figure, member);
    }

    private Name derived(String key, FigureDefinition figure, @Nullable String member) {
        if (underway.contains(key))
            throw new Malformed(
                    "派生指标循环引用：%s",
                    "derived figures go in a circle: %s",
                    String.join(" → ", underway.reversed())
                                    .replace(".null@0", "")
                                    .replace("@0", "") + " → "
                            + key.replace(".null@0", "").replace("@0", ""));
        if (underway.size() >= DEEPEST)
            throw new Malformed(
                    "派生指标逐级引用超过 %d 级：%s", "derived figures are chained more than %d deep: %s", DEEPEST, figure.code());
        underway.push(key);
        try {
            var text = String.valueOf(figure.formula());
            var checked = ofFigure(member == null ? text : text.replace("{}", member), figure.perSchool());
            mustFit(figure, checked);
            var type = checked.type();
            var traits = new Name.Traits(
                    figure.unit(),
                    type.truth(),
                    type.sign() == Sign.POSITIVE,
                    type.sign() == Sign.ANY,
                    figure.perSchool());
            return slotted(key, figure, member, 0, traits, checked.expr());
        } finally {
            underway.pop();
        }
    }

    private Checked ofFigure(String text, boolean perSchool) {
        return perSchool ? Checker.checkInSchool(Parser.parse(text, this)) : checked(text, null);
    }

    private Name slotted(
            String key,
            FigureDefinition figure,
            @Nullable String member,
            int back,
            Name.Traits traits,
            @Nullable Expr formula) {
        var names = figure.perSchool() ? ofSchools : ofUnits;
        var name = new Name(figure.code(), member, back, names.size(), traits);
        if (formula != null && rules > 1) lengths.derived(name, formula);
        names.add(name);
        this.names.put(key, name);
        if (formula != null) formulas.put(name, formula);
        return name;
    }

    private static void mustFit(FigureDefinition figure, Checked checked) {
        boolean truth = figure.type() == FigureDefinition.Type.YESNO;
        if (truth != checked.type().truth())
            throw new Malformed("公式的结果与 type 列不符", "the result of the formula does not fit the column “type”");
        if (!truth && !checked.type().unit().equals(figure.unit()))
            throw new Malformed(
                    "公式的单位是「%s」，unit 列写的是「%s」",
                    "the formula is in “%s”, the column “unit” says “%s”",
                    told(checked.type().unit()),
                    told(figure.unit()));
    }

    private void checkLevels(Expr expr) {
        if (expr instanceof Expr.Schools schools && schools.member() != null) {
            var levels = new HashSet<String>();
            definitions.values().stream()
                    .filter(FigureDefinition::perSchool)
                    .forEach(figure -> levels.addAll(figure.members()));
            if (levels.isEmpty())
                throw new Malformed(
                        "学校的数据项没有写学段：请在 figures 的 members（分项）列写「%s」",
                        "the figures of schools name no levels: write “%s” in the column members of figures",
                        schools.member());
            if (!levels.contains(schools.member()))
                throw new Malformed(
                        "没有学段「%s」，只有 %s",
                        "there is no school level “%s”, only %s", schools.member(), String.join(" ", levels));
        }
        expr.parts().forEach(this::checkLevels);
    }

    private static String told(MeasureUnit unit) {
        return unit.bare() ? "1" : unit.toString();
    }
}
