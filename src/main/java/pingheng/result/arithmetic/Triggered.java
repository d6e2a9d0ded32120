package pingheng.result.arithmetic;

import java.math.BigDecimal;
import pingheng.problem.Sentence;

/** An optional rule of the framework that applies to a unit, and why it does. */
public sealed interface Triggered {
    String code();

    Sentence why();

    /** Points on top. */
    record Bonus(String code, BigDecimal value, Sentence why) implements Triggered {
        public Bonus {
            if (value.signum() < 0) throw new IllegalArgumentException(code + ": a negative bonus: " + value);
        }
    }

    /** The total is at most so many points. */
    record Cap(String code, BigDecimal value, Sentence why) implements Triggered {
        public Cap {
            if (value.signum() < 0) throw new IllegalArgumentException(code + ": a negative cap: " + value);
        }
    }

    /** The total becomes 0 and the grade the lowest (一票否决). */
    record Veto(String code, Sentence why) implements Triggered {}

    /** The grade is lowered by so many steps; the total stays. */
    record Downgrade(String code, int steps, Sentence why) implements Triggered {
        public Downgrade {
            if (steps < 1) throw new IllegalArgumentException(code + ": lowered by " + steps);
        }
    }
}
