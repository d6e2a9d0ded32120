package pingheng.duty;

import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** What a body owes beside its points; it differs from body to body. */
public enum Obligation implements Coded {
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
    @Override
    public String code() {
        return Coded.super.code().replace('_', '-');
    }
}
