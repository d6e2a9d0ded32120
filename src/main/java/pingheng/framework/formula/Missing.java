package pingheng.framework.formula;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;

/** There is no result: a figure that a formula needs has not been reported, or what it asks for cannot be computed. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient Sentence why;
    private final transient @Nullable Sentence reason;

    /** @param name the figure that was not reported, as formulas write it */
    public Missing(String name) {
        this(name, Sentence.of("缺少「%s」", "“%s” has not been reported", name), null);
    }

    /** As above, and why there is none although somebody reported it. */
    public Missing(String name, Sentence why) {
        this(name, why, why);
    }

    private Missing(String name, Sentence why, @Nullable Sentence reason) {
        super(why.en(), null, false, false);
        this.name = name;
        this.why = why;
        this.reason = reason;
    }

    /** The result of a formula cannot be computed, though every figure is there. */
    static Missing uncomputable(String zh, String en, Object... args) {
        return new Missing("", Sentence.of(zh, en, args));
    }

    /** The same, told of the derived figure whose formula it was; the first one that is told stays. */
    public Missing in(String figure) {
        return name.isEmpty()
                ? new Missing(figure, Sentence.of("「%1$s」：%2$s", "“%1$s”: %3$s", figure, why.zh(), why.en()), reason)
                : this;
    }

    /** The figure; empty where a formula that is no figure cannot be computed. */
    public String name() {
        return name;
    }

    /** Why there is no result, by the name that formulas use. */
    public Sentence why() {
        return why;
    }

    /** The reason without that name; empty for a figure that simply was not reported. */
    public Optional<Sentence> reason() {
        return Optional.ofNullable(reason);
    }
}
