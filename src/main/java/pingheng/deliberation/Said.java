package pingheng.deliberation;

import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** What a member writes beside a unit: a mark as typed or nothing, whether they are recused, why; and the version they saw. */
public record Said(UnitCode unit, String mark, boolean recused, String reason, Version seen) {}
