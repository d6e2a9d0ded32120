package pingheng.framework.rule;

/** The place of a unit among those of its region that have the value: 1 is best, ties share a place. */
public record Placing(int place, int units) {
    /** For rules that do not ask. */
    public static final Placing NONE = new Placing(0, 0);
}
