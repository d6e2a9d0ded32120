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
    private final Map<String, Reported> reported = new HashMap<>();

    Leads(Layer layer, Map<Layer, Map<String, Confirmed>> confirmed, List<Reported> reported) {
        this.layer = layer;
        this.confirmed = confirmed;
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

    /** A figure that the city confirmed as another one than this layer counts with: whoever agrees sets it back. */
    private Optional<Sentence> corrected(Cell cell) {
        var city = confirmed.getOrDefault(Layer.CITY, Map.of()).get(cell.key());
        if (city == null || city.value() == null) return Optional.empty();
        var here = here(cell.key());
        if (here != null && here.compareTo(city.value()) == 0) return Optional.empty();
        var own = reported.get(cell.key());
        return Optional.of(Sentence.of(
                "市级核定「%1$s」为 %2$s（上报 %3$s）：%4$s",
                "the city confirmed “%5$s” as %2$s (reported: %3$s): %4$s",
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

    private @Nullable BigDecimal here(String key) {
        var counts = Confirmed.counts(confirmed, layer, key);
        if (counts.isPresent()) return counts.get().value();
        var own = reported.get(key);
        return own == null ? null : own.value();
    }
}
