package pingheng.review.fallen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pingheng.problem.Sentence;
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

    /** What the layer is told of fallen decisions, by point, each known by the digest of the point that it was taken on. */
    public Map<PointCode, List<Sentence>> of(SelfEvaluation own, Map<PointCode, String> fallen) {
        if (fallen.isEmpty()) return Map.of();
        var submitted = texts.submitted(own);
        var told = new HashMap<PointCode, List<Sentence>>();
        fallen.forEach((point, takenOn) -> told.put(point, List.of(told(own, point, takenOn, submitted))));
        return told;
    }

    private Sentence told(SelfEvaluation own, PointCode point, String takenOn, List<SealedContent> submitted) {
        var then = submitted.stream()
                .filter(one -> takenOn.equals(one.digests().get(point)))
                .findFirst()
                .map(one -> one.points().getOrDefault(point, ""))
                .orElse("");
        var now = submitted.isEmpty() ? "" : submitted.getFirst().points().getOrDefault(point, "");
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
