package pingheng.submission.pages;

import pingheng.problem.Sentence;
import pingheng.submission.OwnPoint;
import pingheng.submission.SubmissionStatus;

/** States in words, and the class that colours them. */
public final class States {
    private States() {}

    public static Sentence word(OwnPoint.State state) {
        return switch (state) {
            case MISSING -> new Sentence("未填", "empty");
            case DRAFT -> new Sentence("草稿", "draft");
            case RETURNED -> new Sentence("已退回", "sent back");
            case FILLED -> new Sentence("待审核", "to be checked");
            case CHECKED -> new Sentence("已审核", "checked");
        };
    }

    public static String colour(OwnPoint.State state) {
        return switch (state) {
            case MISSING -> "open";
            case DRAFT, FILLED -> "wait";
            case RETURNED -> "late";
            case CHECKED -> "done";
        };
    }

    public static Sentence word(SubmissionStatus standing) {
        return word(standing.outline());
    }

    public static Sentence word(SubmissionStatus.Outline standing) {
        if (standing.frozen()) return new Sentence("已定稿，待盖章报送", "frozen, to be stamped and submitted");
        if (standing.submitted() == 0) return new Sentence("自评中", "self-evaluation under way");
        if (standing.due() == null)
            return new Sentence(
                    "已报送（第 " + standing.submitted() + " 次）", "submitted (no. " + standing.submitted() + ")");
        return new Sentence(
                "退回补充 " + standing.returned() + " 个观测点，" + standing.due() + " 前",
                standing.returned() + " points returned for a supplement, due " + standing.due());
    }
}
