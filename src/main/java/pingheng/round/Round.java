package pingheng.round;

import java.time.ZoneId;
import pingheng.problem.Sentence;

/** One yearly evaluation: its code and year, whose decision counts, and what the committee needs to decide. */
public record Round(
        String code,
        Sentence title,
        int year,
        ZoneId zone,
        boolean official,
        Layer decides,
        OnSite onsite,
        Credibility credibility,
        int quorum) {}
