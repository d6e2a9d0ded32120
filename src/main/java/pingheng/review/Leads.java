package pingheng.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.Reported;
import pingheng.framework.Point;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;
import pingheng.submission.OwnPoint;

/** What a reviewer should look at before agreeing to a point, as the layer finds it. */
final class Leads {
    private final Layer layer;
    private final Map<Layer, Map<String, Confirmed>> confirmed;
    private final Review.Carried carried;
    private final Map<String, Reported> reported = new HashMap<>();

    Leads(Layer layer, Map<Layer, Map<String, Confirmed>> confirmed, Review.Carried carried, List<Reported> reported) {
        this.layer = layer;
        this.confirmed = confirmed;
        this.carried = carried;
        for (var one : reported) this.reported.put(one.key(), one);
    }

    List<Sentence> of(OwnPoint point, @Nullable Decided decided, @Nullable Decided city, List<Sentence> fallen) {
        var leads = new ArrayList<>(fallen);
        if (decided != null) decided.unreadable(layer).ifPresent(leads::add);
        if (city != null) city.unreadable(Layer.CITY).ifPresent(leads::add);
        proposed(point, leads);
        if (point.point().kind() == Point.Kind.QUALITATIVE && point.evidence().isEmpty())
            leads.add(new Sentence("没有佐证", "no evidence"));
        if (city != null && city.decision() != Decision.AGREE)
            leads.add(Sentence.of(
                    "市级：%1$s",
                    "the city: %2$s",
                    city.decision().told().zh(),
                    city.decision().told().en()));
        if (layer != Layer.CITY) for (var cell : point.reads()) corrected(cell).ifPresent(leads::add);
        return leads;
    }

    private static void proposed(OwnPoint point, List<Sentence> leads) {
        var claim = point.answer().claim();
        switch (point.proposal()) {
            case Outcome.Scored(BigDecimal score) -> {
                if (claim != null && claim.points().compareTo(score) != 0)
                    leads.add(Sentence.of(
                            "自评 %1$s，按细则为 %2$s",
                            "claims %1$s, the rule gives %2$s",
                            claim,
                            score.stripTrailingZeros().toPlainString()));
            }
            case Outcome.NotApplicable(var why) -> leads.add(why);
            case Outcome.Undecided(var why, var _) -> {
                if (!point.point().rule().ranks()) leads.add(why);
            }
        }
    }

    /** A figure that the city confirmed as another one than was reported or this layer confirmed: what counts then is to be looked at. */
    private Optional<Sentence> corrected(Cell cell) {
        var city = confirmed.getOrDefault(Layer.CITY, Map.of()).get(cell.key());
        if (city == null || city.value() == null) return Optional.empty();
        var here = here(cell.key());
        if (here != null && here.compareTo(city.value()) == 0) return Optional.empty();
        var own = reported.get(cell.key());
        var counts = counts(cell.key());
        return Optional.of(Sentence.of(
                "市级核定「%1$s」为 %2$s（上报 %3$s）：%4$s" + counts.zh(),
                "the city confirmed “%5$s” as %2$s (reported: %3$s): %4$s" + counts.en(),
                cell.definition().title().zh()
                        + (cell.member().isEmpty()
                                ? ""
                                : "·" + cell.memberTitle().zh()),
                city.written(),
                own == null ? "—" : own.written(),
                city.reason(),
                cell.definition().title().en()
                        + (cell.member().isEmpty()
                                ? ""
                                : ", " + cell.memberTitle().en())));
    }

    /** Whether what the city confirmed counts here, where that is asked. */
    private Sentence counts(String key) {
        return switch (carried) {
            case NOT_ASKED -> new Sentence("", "");
            case NOT_YET -> new Sentence("（市级意见尚未签署，暂按上报数计分）", " (the city has not signed: what was reported counts)");
            case CITY ->
                own(key) == null
                        ? new Sentence("（已沿用，各观测点都按此计分）", " (carried: every point counts with it)")
                        : new Sentence("（本层另有核定，按本层计分）", " (this layer confirmed another value, which counts)");
        };
    }

    private @Nullable BigDecimal own(String key) {
        var own = confirmed.getOrDefault(layer, Map.of()).get(key);
        return own == null ? null : own.value();
    }

    /** What this layer confirmed itself, else what was reported. */
    private @Nullable BigDecimal here(String key) {
        var counts = own(key);
        if (counts != null) return counts;
        var own = reported.get(key);
        return own == null ? null : own.value();
    }
}
