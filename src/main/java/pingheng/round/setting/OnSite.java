package pingheng.round.setting;

import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** What an on-site check does to the score of the layer that decides. */
public enum OnSite implements Coded {
    /** It counts instead. */
    REPLACE("以实地结论为准", "the on-site score counts instead"),
    /** The mean of the two counts. */
    AVERAGE("与省级审核取平均", "the mean of the two counts"),
    /** It counts nowhere; it may still measure how credible the self-evaluation is. */
    NONE("不计入", "counts nowhere");

    private final Sentence title;

    OnSite(String zh, String en) {
        this.title = new Sentence(zh, en);
    }

    /** What it means, in a few words. */
    public Sentence title() {
        return title;
    }
}
