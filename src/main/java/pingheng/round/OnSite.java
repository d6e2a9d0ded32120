package pingheng.round;

import java.util.Optional;
import pingheng.problem.Sentence;

/** What an on-site check does to the score of the layer that decides. */
public enum OnSite {
    /** It counts instead. */
    REPLACE("replace", "以实地结论为准", "the on-site score counts instead"),
    /** The mean of the two counts. */
    AVERAGE("average", "与省级审核取平均", "the mean of the two counts"),
    /** It counts nowhere; it may still measure how credible the self-evaluation is. */
    NONE("none", "不计入", "counts nowhere");

    private final String code;
    private final Sentence title;

    OnSite(String code, String zh, String en) {
        this.code = code;
        this.title = new Sentence(zh, en);
    }

    /** What it means, in a few words. */
    public Sentence title() {
        return title;
    }

    /** The setting written so in {@code round.tsv}; empty if there is none. */
    public static Optional<OnSite> of(String code) {
        for (var setting : values()) if (setting.code.equals(code)) return Optional.of(setting);
        return Optional.empty();
    }

    /** As {@code round.tsv} writes it. */
    public String code() {
        return code;
    }
}
