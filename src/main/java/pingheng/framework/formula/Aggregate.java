package pingheng.framework.formula;

import java.util.Locale;

/** What can be asked of the schools of a unit. */
public enum Aggregate {
    SUM,
    /** How many schools meet a condition. */
    COUNT,
    /** The coefficient of variation between schools. */
    CV,
    /** The same by rules 2: where no school has anything there is no coefficient. */
    CV_OF_SOMETHING;

    /** As formulas write it. */
    public String word() {
        return this == CV_OF_SOMETHING ? CV.word() : name().toLowerCase(Locale.ROOT);
    }
}
