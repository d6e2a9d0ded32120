package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;

/** What the committee marked for one unit: the marks of the members present, the recused counted but left out. */
public record Deliberation(
        BigDecimal maximum,
        int quorum,
        List<BigDecimal> marks,
        int recused,
        @Nullable Sentence unreadable) {
    /** One of which every mark can be read. */
    public Deliberation(BigDecimal maximum, int quorum, List<BigDecimal> marks, int recused) {
        this(maximum, quorum, marks, recused, null);
    }

    /** Refuses a quorum below one and marks that are not between 0 and the maximum. */
    public Deliberation {
        if (quorum < 1) throw new IllegalArgumentException("a quorum of " + quorum);
        if (recused < 0) throw new IllegalArgumentException("recused: " + recused);
        marks = List.copyOf(marks);
        for (var mark : marks)
            if (mark.signum() < 0 || mark.compareTo(maximum) > 0)
                throw new IllegalArgumentException("not between 0 and " + maximum + ": " + mark);
    }

    /** Whether every mark can be read and enough members marked; the recused do not count towards the quorum. */
    public boolean decided() {
        return unreadable == null && marks.size() >= quorum;
    }

    /** The mean of the marks in points, rounded once to the decimals of a score; only where it is {@link #decided()}. */
    public BigDecimal mean(Rounding rounding) {
        return rounding.quotient(sum(), BigDecimal.valueOf(marks.size()));
    }

    Adjustment adjustment(Rounding rounding) {
        var mean = mean(rounding);
        var working = Adjustment.told(sum()) + " ÷ " + marks.size() + " = " + Adjustment.told(mean);
        return new Adjustment(
                Adjustment.DELIBERATION,
                mean,
                new Sentence(
                        "合议：" + marks.size() + " 人打分，" + recused + " 人回避，平均 " + working,
                        "deliberation: " + marks.size() + " marked, " + recused + " recused, mean " + working));
    }

    Sentence whyUndecided() {
        if (unreadable != null) return unreadable;
        return new Sentence(
                "合议只有 " + marks.size() + " 人打分，法定 " + quorum + " 人",
                "only " + marks.size() + " marked in the deliberation, the quorum is " + quorum);
    }

    private BigDecimal sum() {
        var sum = BigDecimal.ZERO;
        for (var mark : marks) sum = sum.add(mark);
        return sum;
    }
}
