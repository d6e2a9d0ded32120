package pingheng.review.fallen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pingheng.problem.Sentence;
import pingheng.review.Decided;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.fallen.FallenSignatures;
import pingheng.submission.sealed.SealedContent;
import pingheng.value.PointCode;

/**
 * Tells of each decision that holds no more what a later submission says otherwise than the one it was taken on. The database is asked
 * only when a decision fell.
 */
@Component
public class FallenDecisions {
    private final FallenSignatures texts;

    FallenDecisions(FallenSignatures texts) {
        this.texts = texts;
    }

    /** What the layer is told of these decisions, by point. */
    public Map<PointCode, List<Sentence>> of(SelfEvaluation own, Map<PointCode, Decided> fallen) {
        if (fallen.isEmpty()) return Map.of();
        var submitted = texts.submitted(own);
        var told = new HashMap<PointCode, List<Sentence>>();
        fallen.forEach((point, decided) -> told.put(point, List.of(told(own, decided, submitted))));
        return told;
    }

    private Sentence told(SelfEvaluation own, Decided decided, List<SealedContent> submitted) {
        var then = submitted.stream()
                .filter(one -> decided.sealed() != null
                        && decided.sealed().equals(one.digests().get(decided.point())))
                .findFirst()
                .map(one -> one.points().getOrDefault(decided.point(), ""))
                .orElse("");
        var now = submitted.isEmpty() ? "" : submitted.getFirst().points().getOrDefault(decided.point(), "");
        var changes = then.isEmpty()
                ? List.<Sentence>of()
                : texts.between(own, then, now).stream()
                        .map(change -> change.told(""))
                        .toList();
        return new Sentence(
                "作出结论之后，补充材料改动了这个观测点，原结论失效，须重新评审"
                        + (changes.isEmpty() ? "" : "：")
                        + changes.stream().map(Sentence::zh).collect(Collectors.joining("；")),
                "a supplement changed this point after it was decided: that decision holds no more, decide anew"
                        + (changes.isEmpty() ? "" : ": ")
                        + changes.stream().map(Sentence::en).collect(Collectors.joining("; ")));
    }
}
