package pingheng.review.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.Reported;
import pingheng.framework.rule.Clause;
import pingheng.framework.rule.Derivation;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.review.Confirmed;
import pingheng.review.Decided;
import pingheng.review.Judgement.Decision;
import pingheng.review.Review;
import pingheng.review.Review.Reviewed;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** One point under review: rule, figures, statement and evidence side by side, and what the reviewer may decide. */
public record JudgePage(RequestContext context, Review review, Reviewed reviewed, Shown shown, Optional<Reason> whyNot)
        implements Page {
    /** What is shown beside it. */
    public record Shown(
            Map<String, Reported> reported,
            Map<Login, String> names,
            List<Decided> versions,
            Optional<Derivation> derivation,
            @Nullable PointCode before,
            @Nullable PointCode after) {}

    /** One thing to mark: what, what the unit gave itself, what the layer has given so far. */
    public record Item(Sentence wording, String own, String given) {}

    public String path() {
        return context.path("review/" + review.layer().code());
    }

    public List<Sentence> clauses() {
        return reviewed.point().rule().parts().stream().map(Clause::of).toList();
    }

    public @Nullable Reported reported(Cell cell) {
        return shown.reported.get(cell.key());
    }

    public @Nullable Confirmed confirmed(Cell cell) {
        return review.confirmed().get(cell.key());
    }

    /** The values that a point is scored with if the layer agrees, and if it adopts what the city said: by the layer whose figures count. */
    public List<Sentence> records(Layer counted) {
        return reviewed.own().reads().stream()
                .map(cell -> {
                    var confirmed = review.counts(counted, cell.key());
                    var own = reported(cell);
                    var value = confirmed.map(Confirmed::written).orElse(own == null ? "—" : own.written());
                    return new Sentence(
                            cell.definition().title().zh() + " " + value + (confirmed.isPresent() ? "（核定）" : ""),
                            cell.definition().title().en() + " " + value
                                    + (confirmed.isPresent() ? " (confirmed)" : ""));
                })
                .toList();
    }

    /** What the point comes to if this layer decides so, to two decimals. */
    public Sentence would(Decision decision) {
        return QueuePage.told(review.would(decision, reviewed.point().code()));
    }

    /** Whether a figure has one value for all points: what the city confirmed and signed counts here, too. */
    public boolean carried() {
        return review.carried() != Review.Carried.NOT_ASKED;
    }

    /** What the city confirmed for a figure, where the layer may know. */
    public @Nullable Confirmed ofCity(Cell cell) {
        return review.layer() == Layer.CITY
                ? null
                : review.figures().getOrDefault(Layer.CITY, Map.of()).get(cell.key());
    }

    /** The name of who has this sign-in name. */
    public String name(Login login) {
        return shown.names.getOrDefault(login, login.text());
    }

    public Version seen() {
        return reviewed.seen();
    }

    /** What the unit's own marks and figures come to. */
    public Sentence own() {
        return QueuePage.told(reviewed.outcome(Layer.SELF));
    }

    /** The items in the order in which they are marked. */
    public List<Item> items() {
        var own = reviewed.own().answer().marks().fields();
        var decided = reviewed.decided();
        var given = decided == null ? List.<String>of() : decided.marks().fields();
        var items = new ArrayList<Item>();
        for (var part : reviewed.point().rule().parts()) {
            for (int i = 0; i < part.rule().marks(); i++) {
                var wordings = part.wording().items();
                items.add(new Item(
                        i < wordings.size() ? wordings.get(i) : part.wording().title(),
                        at(own, items.size()),
                        at(given, items.size())));
            }
        }
        return items;
    }

    private static String at(List<String> marks, int at) {
        return at < marks.size() ? marks.get(at) : "";
    }
}
