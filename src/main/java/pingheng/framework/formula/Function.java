package pingheng.framework.formula;

import java.util.Locale;

/** What can be asked of a few numbers or conditions. */
public enum Function {
    MIN,
    MAX,
    ABS,
    /** How many of the conditions hold. */
    TALLY;

    /** As formulas write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
