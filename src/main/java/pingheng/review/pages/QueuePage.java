package pingheng.review.pages;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import pingheng.framework.rule.Outcome;
import pingheng.page.Page;
import pingheng.people.Level;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.review.Opinion;
import pingheng.review.Review;
import pingheng.review.Review.Reviewed;
import pingheng.round.Layer;
import pingheng.round.RequestContext;

/** All points of a unit as a layer reviews them: what the unit says, what is decided, what to look at; and the opinion. */
public record QueuePage(RequestContext context, Review review, String only, May may) implements Page {
    /** Why not, verb by verb. */
    public record May(Optional<Reason> whyNotDecide, Optional<Reason> whyNotSign) {}

    public String path() {
        return context.path("review/" + review.layer().code());
    }

    /** Those that were asked for: the open ones, those with a lead, or all. */
    public List<Reviewed> shown() {
        return review.points().stream()
                .filter(one -> switch (only) {
                    case "open" -> one.open();
                    case "lead" -> !one.leads().isEmpty();
                    default -> true;
                })
                .toList();
    }

    public long leads() {
        return review.points().stream().filter(one -> !one.leads().isEmpty()).count();
    }

    /** Whether it can be agreed to together with others. */
    public boolean plain(Reviewed one) {
        return one.open() && one.leads().isEmpty() && may.whyNotDecide.isEmpty();
    }

    /** Those that are open and cannot be agreed to together with others. */
    public List<Reviewed> apart() {
        return shown().stream()
                .filter(one -> one.open() && !one.leads().isEmpty() && may.whyNotDecide.isEmpty())
                .toList();
    }

    public boolean anyPlain() {
        return shown().stream().anyMatch(this::plain);
    }

    /** The score of a layer in words, to two decimals; a dash while there is none. */
    public static Sentence told(Optional<Outcome> outcome) {
        return outcome.map(QueuePage::told).orElse(new Sentence("—", "—"));
    }

    private static Sentence told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored(var score) -> {
                var shown = score.setScale(2, RoundingMode.HALF_UP);
                var plain =
                        shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
                yield new Sentence(plain, plain);
            }
            case Outcome.NotApplicable _ -> new Sentence("不适用", "n/a");
            case Outcome.Undecided _ -> new Sentence("未定", "open");
        };
    }

    /** What the next opinion begins with: the visitor's own draft, else the newest draft, else the opinion that is void by now. */
    public String begun() {
        var texts = review.earlier();
        return texts.stream()
                .filter(text -> text.digest().isEmpty()
                        && text.person().equals(context.user().login()))
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .map(Opinion::text)
                .orElse("");
    }

    public boolean byProvince() {
        return review.layer() == Layer.PROVINCE && review.own().unit().level() == Level.COUNTY;
    }
}
