package pingheng.round;

import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** A stage of a round and the day it is due. What the province sets locks; what a county sets for itself only reminds. */
public enum Stage implements Coded {
    PLAN(false, "制订方案", "plan"),
    MATERIAL(false, "部门材料", "material of the departments"),
    SUBMISSION(true, "自评报送", "self-evaluation and submission"),
    CITY_REVIEW(true, "市级初审", "city review"),
    PROVINCE_REVIEW(true, "省级审核", "provincial review"),
    ONSITE(true, "实地抽查", "on-site checks");

    private final boolean locks;
    private final Sentence title;

    Stage(boolean locks, String zh, String en) {
        this.locks = locks;
        this.title = new Sentence(zh, en);
    }

    public boolean locks() {
        return locks;
    }

    public Sentence title() {
        return title;
    }
}
