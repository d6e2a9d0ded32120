package pingheng.submission.fallen;

import java.util.List;
import pingheng.problem.Sentence;
import pingheng.value.Code;
import pingheng.value.PointCode;

/** A figure, or the table of schools, that a supplement changed: what, from what to what, and which points read it that were not returned. */
public record MovedAlong(Sentence what, String from, String to, List<PointCode> points) {
    /** What it means, before anything is frozen. */
    public Sentence told() {
        return Sentence.of(
                "「%1$s」从 %3$s 改为 %4$s，没有退回的观测点 %5$s 也用到它：须重新填报、审核；报送后，上级对它们的结论失效，重新评审",
                "“%2$s” changed from %3$s to %4$s, and points read it that were not returned: %5$s. They are to be signed and checked"
                        + " again; once this is submitted, what was decided on them above holds no more and they are reviewed anew",
                what.zh(),
                what.en(),
                Change.shown(from, "—"),
                Change.shown(to, "—"),
                Code.joined(" ", points));
    }
}
