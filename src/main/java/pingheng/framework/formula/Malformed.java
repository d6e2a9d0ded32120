package pingheng.framework.formula;

import pingheng.problem.Sentence;

/** A formula that cannot be understood or would not be safe; the sentence says why and what to write instead. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Sentence sentence;

    public Malformed(String zh, String en, Object... args) {
        this(Sentence.of(zh, en, args));
    }

    private Malformed(Sentence sentence) {
        super(sentence.en(), null, false, false);
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
