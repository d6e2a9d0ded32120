package pingheng.round;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.setting.Credibility;
import pingheng.round.setting.OnSite;
import pingheng.value.RoundCode;

/** One yearly evaluation: its code and year, whose decision and which figures count, and what the committee needs to decide. */
public record Round(
        RoundCode code,
        Sentence title,
        int year,
        ZoneId zone,
        boolean official,
        Layer decides,
        OnSite onsite,
        Credibility credibility,
        FigureReading figures,
        int quorum) {
    private static final int YEARS_BEFORE = 1;
    private static final int YEARS_AFTER = 3;

    /** The layers whose figures a layer computes with, the first that has one before all others; leads are what others do not read. */
    public List<Layer> reads(Layer layer, Set<Layer> leads) {
        return figures.chain(layer, decides, leads);
    }

    /** Why nothing in this round can be due on a day or be set for it: it lies years away, which nobody means. */
    public Optional<Reason> whyNotDay(LocalDate day) {
        var first = LocalDate.of(year - YEARS_BEFORE, 1, 1);
        var last = LocalDate.of(year + YEARS_AFTER, 12, 31);
        return day.isBefore(first) || day.isAfter(last)
                ? Optional.of(Reason.malformed(
                        "round.far-day",
                        "日期 %1$s 离评价年度太远：应在 %2$s 至 %3$s 之间",
                        "%1$s is too far from the year of the round: days lie between %2$s and %3$s",
                        day,
                        first,
                        last))
                : Optional.empty();
    }
}
