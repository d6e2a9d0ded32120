package pingheng.framework.formula;

/** What is known of a formula's result before there is any value: a condition, or a number with a unit and a sign. */
public record Type(boolean truth, MeasureUnit unit, Sign sign) {
    static final Type TRUTH = new Type(true, MeasureUnit.NONE, Sign.ANY);

    static Type number(MeasureUnit unit, Sign sign) {
        return new Type(false, unit, sign);
    }

    /** What the sign of a number is known to be; the order is from the most known to the least. */
    public enum Sign {
        POSITIVE,
        NOT_NEGATIVE,
        ANY;

        static Sign of(int signum) {
            return signum > 0 ? POSITIVE : signum == 0 ? NOT_NEGATIVE : ANY;
        }

        /** What both share. */
        Sign or(Sign other) {
            return compareTo(other) >= 0 ? this : other;
        }

        Sign plus(Sign other) {
            return or(other) == NOT_NEGATIVE && this != other ? POSITIVE : or(other);
        }

        Sign max(Sign other) {
            return compareTo(other) <= 0 ? this : other;
        }

        boolean known() {
            return this != ANY;
        }
    }
}
