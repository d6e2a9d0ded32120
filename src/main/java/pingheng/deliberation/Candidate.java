package pingheng.deliberation;

import java.math.BigDecimal;
import pingheng.people.Unit;

/** A unit that the committee marks, and the most that the framework of its level gives for it. */
public record Candidate(Unit unit, BigDecimal most) {}
