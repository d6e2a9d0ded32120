package pingheng.figure.undecided;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pingheng.figure.Cell;
import pingheng.figure.owner.FigureOwners;
import pingheng.framework.FigureDefinition;
import pingheng.framework.Framework;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Name;
import pingheng.framework.rule.Lacking;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;

/**
 * Explains an undecided outcome to people: the figures by what they are called, the schools by name, and who reports what. The sentence
 * that results keep is not touched; what no rule was run for has no other words than that.
 */
public final class Explanation {
    /** More known figures than this are counted. */
    private static final int MOST_KNOWN = 12;

    private static final int MOST_SCHOOLS = 5;

    private final Titles titles;
    private final Function<FigureDefinition, Optional<Sentence>> owner;

    private Explanation(Framework framework, Function<FigureDefinition, Optional<Sentence>> owner) {
        this.titles = new Titles(framework);
        this.owner = owner;
    }

    /** Naming the kind of department that the framework names: which body that is in a unit is not asked. */
    public static Explanation of(Framework framework) {
        return new Explanation(framework, figure -> department(framework, figure));
    }

    /** Naming the very bodies of a unit. */
    public static Explanation of(Framework framework, FigureOwners owners) {
        return new Explanation(
                framework,
                figure -> owners.of(figure)
                        .map(body -> Sentence.of("报送单位：%1$s", "reported by %1$s", body.name()))
                        .or(() -> department(framework, figure)));
    }

    /** The outcome with its reason in words; any other outcome as it is. */
    public Outcome explained(Outcome outcome) {
        return outcome instanceof Outcome.Undecided(Sentence why, Lacking lacking)
                ? new Outcome.Undecided(of(why, lacking), lacking)
                : outcome;
    }

    /** The reason in words: what is missing, then what is known. */
    public Sentence of(Sentence why, Lacking lacking) {
        if (lacking.gaps().isEmpty()) return why;
        var gaps = gaps(lacking.gaps());
        var known = known(lacking.known());
        return new Sentence(
                joined(gaps, Sentence::zh, "；") + (known.isEmpty() ? "" : "。已知：" + joined(known, Sentence::zh, "、")),
                joined(gaps, Sentence::en, "; ")
                        + (known.isEmpty() ? "" : ". Known: " + joined(known, Sentence::en, ", ")));
    }

    private List<Sentence> gaps(List<Lacking.Gap> gaps) {
        var told = new ArrayList<Sentence>();
        var schools = new LinkedHashMap<Name, List<String>>();
        for (var gap : gaps) {
            if (gap instanceof Lacking.Unreported(Name name, String school) && school != null)
                schools.computeIfAbsent(name, figure -> new ArrayList<>()).add(school);
            else told.add(told(gap));
        }
        schools.forEach((name, lacking) -> told.add(unreported(name, lacking)));
        return told;
    }

    private Sentence told(Lacking.Gap gap) {
        return switch (gap) {
            case Lacking.Unreported(Name name, var _) -> unreported(name, List.of());
            case Lacking.Unreadable(Sentence why) -> why;
            case Lacking.Uncomputable(Name name, Sentence why) -> name == null ? why : uncomputable(name, why);
            case Lacking.NoSchools(Expr.Schools of) -> noSchools(of);
            case Lacking.NoPupils(String school, Expr pupils) ->
                Sentence.of(
                        "%1$s的%2$s不大于 0，差异系数无法计算%4$s",
                        "%3$s is not above 0 for %1$s, so there is no coefficient of variation%5$s",
                        school,
                        titles.of(pupils).zh(),
                        titles.of(pupils).en(),
                        owners(pupils).zh(),
                        owners(pupils).en());
            case Lacking.TooFew(var part, int number, Expr requires) ->
                Sentence.of(
                        "%1$s的样本量不足，不能计分，要求%2$s",
                        "the sample of %3$s is too small for a score, which takes %4$s",
                        titles.of(part, number).zh(),
                        titles.of(requires).zh(),
                        titles.of(part, number).en(),
                        titles.of(requires).en());
            case Lacking.Unplaced _ -> new Sentence("本区域尚未排名", "there is no place in the region yet");
        };
    }

    private Sentence unreported(Name name, List<String> schools) {
        var title = titles.of(name);
        boolean more = schools.size() > MOST_SCHOOLS;
        var first = schools.stream().limit(MOST_SCHOOLS).toList();
        return Sentence.of(
                "%1$s缺%2$s%3$s",
                "%5$s is missing%4$s%6$s",
                String.join("、", first) + (more ? "等 " + schools.size() + " 所学校" : ""),
                title.zh(),
                owned(name).zh(),
                schools.isEmpty()
                        ? ""
                        : " for " + String.join(", ", first)
                                + (more ? " and others, " + schools.size() + " schools" : ""),
                title.en(),
                owned(name).en());
    }

    private Sentence uncomputable(Name name, Sentence why) {
        var title = titles.of(name);
        return Sentence.of("%1$s算不出：%2$s", "%3$s cannot be computed: %4$s", title.zh(), why.zh(), title.en(), why.en());
    }

    private Sentence noSchools(Expr.Schools of) {
        var level = Cell.title(of.member() == null ? "" : of.member());
        return Sentence.of(
                "没有任何%1$s学校的数据：%2$s%3$s",
                "nothing is reported for any %4$s school: %5$s%6$s",
                level.zh(),
                joined(titles.read(of), Sentence::zh, "、"),
                owners(of).zh(),
                level.en(),
                joined(titles.read(of), Sentence::en, ", "),
                owners(of).en());
    }

    private List<Sentence> known(List<Lacking.Known> known) {
        var told = known.stream().limit(MOST_KNOWN).map(titles::of).collect(Collectors.toCollection(ArrayList::new));
        int more = known.size() - told.size();
        if (more > 0) told.add(Sentence.of("另 %1$d 项", "%1$d more", more));
        return told;
    }

    /** Who reports the first figure that the formula reads. */
    private Sentence owners(Expr expr) {
        return Titles.names(expr).stream().findFirst().map(this::owned).orElse(new Sentence("", ""));
    }

    private Sentence owned(Name name) {
        return Optional.ofNullable(titles.framework().figures().get(name.code()))
                .flatMap(owner)
                .map(by -> new Sentence("（" + by.zh() + "）", " (" + by.en() + ")"))
                .orElse(new Sentence("", ""));
    }

    private static Optional<Sentence> department(Framework framework, FigureDefinition figure) {
        if (figure.owner().isEmpty()) return Optional.empty();
        var known = framework.points().stream()
                .flatMap(point -> Stream.concat(point.lead().stream(), point.cooperating().stream()))
                .map(responsible -> responsible.department())
                .filter(department -> department.kind().equals(figure.owner()))
                .findFirst();
        return Optional.of(new Sentence(
                "报送部门：" + figure.owner(),
                "reported by: " + known.map(department -> department.english()).orElse(figure.owner())));
    }

    private static String joined(List<Sentence> sentences, Function<Sentence, String> language, String between) {
        return sentences.stream().map(language).collect(Collectors.joining(between));
    }
}
