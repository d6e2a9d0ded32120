package pingheng.people;

import pingheng.value.BodyId;
import pingheng.value.UnitCode;

/**
 * A body 单位 of a government: a department, a town, an office. It maps to a kind of department of the framework, or to none;
 * whether it belongs to the leading group is its own matter.
 */
public record Body(
        BodyId id, UnitCode division, String name, String shortName, String kind, boolean town, boolean inGroup) {}
