package pingheng.framework.formula;

import java.util.Locale;

/** What can be asked of the schools of a unit. */
public enum Aggregate {
    SUM,
    /** How many schools meet a condition. */
    COUNT,
    /** The coefficient of variation between schools. */
    CV;

    /** As formulas write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
