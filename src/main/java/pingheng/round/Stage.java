package pingheng.round;

import java.util.Locale;
import java.util.Optional;
import pingheng.problem.Sentence;

/** A stage of a round and the day it is due. What the province sets locks; what a county sets for itself only reminds. */
public enum Stage {
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

    /** As the database and forms write it: city_review. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> of(String code) {
        for (var stage : values()) if (stage.code().equals(code)) return Optional.of(stage);
        return Optional.empty();
    }
}
