package pingheng.figure.undecided;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pingheng.figure.Cell;
import pingheng.framework.Framework;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;
import pingheng.framework.rule.Lacking;
import pingheng.framework.rule.Part;
import pingheng.problem.Sentence;

/** What people call the figures and formulas of a framework, where formulas name them by codes. */
record Titles(Framework framework) {
    /** A figure as formulas write it, or any other word. */
    private static final Pattern WORD =
            Pattern.compile("previous\\([a-z0-9_.]+(?:, [0-9]+)?\\)|[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)?");

    /** 「人口数 2019/20」: with member and period. */
    Sentence of(Name name) {
        var figure = framework.figures().get(name.code());
        if (figure == null) return new Sentence("「" + name + "」", "“" + name + "”");
        var member = name.member() == null ? "" : name.member();
        var title = figure.formula() == null
                ? new Cell(figure, member, figure.period().earlier(name.back()), name.back()).title()
                : figure.title();
        return new Sentence("「" + title.zh() + "」", "“" + title.en() + "”");
    }

    /** A formula with the figures by their titles; signs and functions stay. */
    Sentence of(Expr expr) {
        return new Sentence(told(expr, Sentence::zh), told(expr, Sentence::en));
    }

    /** What is known, and how much of it. */
    Sentence of(Lacking.Known known) {
        return switch (known) {
            case Lacking.Value(Name name, Exact value) -> {
                var title = of(name);
                var told = told(name, value);
                yield new Sentence(title.zh() + told.zh(), title.en() + " " + told.en());
            }
            case Lacking.OfSchools(Name name, int schools) -> {
                var title = of(name);
                yield new Sentence(title.zh() + schools + " 所学校", title.en() + " of " + schools + " schools");
            }
            case Lacking.Earned(Part part, int number, Exact points) -> {
                var title = of(part, number);
                yield new Sentence(title.zh() + " " + points + " 分", title.en() + " " + points + " points");
            }
        };
    }

    /** The part by its title; by its number where it has none. */
    Sentence of(Part part, int number) {
        var title = part.wording().title();
        return new Sentence(
                title.zh().isEmpty() ? "第 " + number + " 分项" : "分项「" + title.zh() + "」",
                title.en().isEmpty() ? "part " + number : "part “" + title.en() + "”");
    }

    /** The titles of the figures that a formula reads. */
    List<Sentence> read(Expr expr) {
        return names(expr).stream().map(this::of).toList();
    }

    /** The figures that a formula names itself. */
    static List<Name> names(Expr expr) {
        var names = new ArrayList<Name>();
        if (expr instanceof Expr.Figure(Name name)) names.add(name);
        for (var part : expr.parts()) names.addAll(names(part));
        return names.stream().distinct().toList();
    }

    private String told(Expr expr, Function<Sentence, String> language) {
        Map<String, String> titles = names(expr).stream()
                .collect(Collectors.toMap(Name::toString, name -> language.apply(of(name)), (one, same) -> one));
        return WORD.matcher(expr.toString())
                .replaceAll(word -> Matcher.quoteReplacement(
                        titles.getOrDefault(word.group(), language.apply(Cell.title(word.group())))));
    }

    private static Sentence told(Name name, Exact value) {
        if (name.traits().truth()) return value.signum() != 0 ? new Sentence("是", "yes") : new Sentence("否", "no");
        var unit = name.traits().unit();
        var plain = unit.bare() ? value.toString() : value + (unit.equals(MeasureUnit.PERCENT) ? "%" : " " + unit);
        return new Sentence(plain, plain);
    }
}
