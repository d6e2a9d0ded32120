package pingheng.duty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import pingheng.problem.Sentence;

/** What a body owes beside its points; it differs from body to body. */
public enum Obligation {
    SUMMARY("工作小结", "work summary"),
    EVIDENCE("佐证材料", "evidence"),
    CONTACT("联系人", "contact"),
    SELF_EVALUATION("自评", "self-evaluation");

    private final Sentence title;

    Obligation(String zh, String en) {
        this.title = new Sentence(zh, en);
    }

    public Sentence title() {
        return title;
    }

    /** As the database writes it: self-evaluation. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Obligation> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
