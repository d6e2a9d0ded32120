package pingheng.ledger;

import java.util.List;
import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** Who may read a chain of the ledger. What one of them may not know moves no number and no hash of a chain they read. */
public enum Audience implements Coded {
    UNIT("本单位", "the unit"),
    CITY("市级评审", "review of the city"),
    PROVINCE("省级评审", "review of the province"),
    VISIT("实地抽查", "on-site check"),
    ROUND("本轮次", "the round"),
    ACCESS("登录与权限", "access");

    /** Of whom a unit has a chain each, for what they do to it. */
    public static final List<Audience> ABOVE = List.of(CITY, PROVINCE, VISIT);

    private final Sentence title;

    Audience(String zh, String en) {
        this.title = new Sentence(zh, en);
    }

    public Sentence title() {
        return title;
    }
}
