package pingheng.submission.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.evidence.Document;
import pingheng.evidence.Kind;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.owner.Owner;
import pingheng.figure.undecided.Explanation;
import pingheng.framework.rule.Clause;
import pingheng.framework.rule.Derivation;
import pingheng.framework.rule.Outcome;
import pingheng.framework.rule.Part;
import pingheng.ledger.Entry;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.Answer;
import pingheng.submission.OwnPoint;
import pingheng.submission.fallen.Change;
import pingheng.submission.fallen.Fallen;
import pingheng.submission.texts.AtOnce;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PointCode;

/** One point: its rule, what the unit says of it, the evidence, and what the visitor may do with it, each no with its reason. */
public record PointPage(
        RequestContext context,
        OwnPoint own,
        Figures figures,
        Map<BodyId, String> bodies,
        Map<Login, String> names,
        Texts texts,
        May may,
        Around around,
        @Nullable Sentence saved)
        implements Page {

    /** The figures that the point reads: what is reported, who owns each, why the visitor cannot change it, and what the rule lacks. */
    public record Figures(
            Map<String, FigureVersion> versions,
            Map<String, Owner> owners,
            Map<String, Reason> whyNot,
            Explanation explanation) {}

    /** What the form holds, and what several have written at once. */
    public record Texts(Answer draft, AtOnce atOnce) {}

    /** Why not, verb by verb. */
    public record May(
            Optional<Reason> whyNotEdit,
            Optional<Reason> whyNotFill,
            Optional<Reason> whyNotCheck,
            Optional<Reason> whyNotGiveBack) {}

    /** What lies about: the points before and after, who did what, which signatures fell and which would. */
    public record Around(
            @Nullable PointCode before,
            @Nullable PointCode after,
            List<Entry> history,
            List<Document> others,
            Optional<Derivation> derivation,
            List<Fallen> fallen,
            Optional<Sentence> warning) {}

    public String path() {
        return context.path("points/" + own.point().code());
    }

    /** The items to mark, part by part, each with the mark given so far. */
    public List<Item> items() {
        var given = texts.draft().marks().fields();
        var items = new java.util.ArrayList<Item>();
        for (var part : own.point().rule().parts()) {
            for (int i = 0; i < part.rule().marks(); i++) {
                var wording = i < part.wording().items().size()
                        ? part.wording().items().get(i)
                        : part.wording().title();
                var mark = items.size() < given.size() ? given.get(items.size()) : "";
                items.add(new Item(wording, mark, hint(part)));
            }
        }
        return items;
    }

    /** One thing to mark. */
    public record Item(Sentence wording, String mark, Sentence hint) {}

    /** The name of who has this sign-in name; the sign-in name itself where they hold no post any more. */
    public String name(Login login) {
        return names.getOrDefault(login, login.text());
    }

    /** What has changed since a signature, in a sentence. */
    public Sentence told(Change change) {
        return change.told(change.person() == null ? "" : name(change.person()));
    }

    public List<Sentence> clauses() {
        return own.point().rule().parts().stream().map(Clause::of).toList();
    }

    public @Nullable FigureVersion version(Cell cell) {
        return figures.versions().get(cell.key());
    }

    /** Where a figure comes from: its own source, otherwise what the framework says. */
    public String source(Cell cell, boolean chinese) {
        var version = version(cell);
        if (version != null && !version.source().isEmpty()) return version.source();
        return chinese
                ? cell.definition().source().zh()
                : cell.definition().source().en();
    }

    /** Why the visitor cannot change a figure. */
    public Optional<Reason> whyNot(Cell cell) {
        return Optional.ofNullable(figures.whyNot().get(cell.key()));
    }

    /** Who owns a figure. */
    public Optional<Owner> owner(Cell cell) {
        return Optional.ofNullable(figures.owners().get(cell.key()));
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    /** The score the rule proposes, in words. */
    public Sentence proposal() {
        return switch (own.proposal()) {
            case Outcome.Scored(var score) -> {
                var plain = score.stripTrailingZeros().toPlainString();
                yield new Sentence(plain + " 分", plain);
            }
            case Outcome.NotApplicable(var why) -> why;
            case Outcome.Undecided(var why, var lacking) ->
                figures.explanation().of(why, lacking);
        };
    }

    /** What the rule lacks and what it has, with the bodies that report it; empty where it comes to a score or was not run. */
    public Optional<Sentence> undecided() {
        return own.proposal() instanceof Outcome.Undecided(var _, var lacking)
                        && !lacking.gaps().isEmpty()
                ? Optional.of(proposal())
                : Optional.empty();
    }

    /** What keeps the point from being complete; empty where it is, and where that is told already as what the rule lacks. */
    public Optional<Sentence> incomplete() {
        var told = List.of("submission.undecided", "submission.figures");
        return own.whyNotComplete()
                .filter(why -> undecided().isEmpty() || !told.contains(why.code()))
                .map(Reason::sentence);
    }

    private static Sentence hint(Part part) {
        return switch (part.rule()) {
            case pingheng.framework.rule.Rule.Deductions _ -> new Sentence("次数", "cases");
            case pingheng.framework.rule.Rule.Bands _ -> new Sentence("分", "points");
            default -> new Sentence("0 至 1", "0 to 1");
        };
    }
}
