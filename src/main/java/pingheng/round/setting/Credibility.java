package pingheng.round.setting;

import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** How scores are corrected by what an on-site sample says of the self-evaluation; no formula is published, a round picks. */
public enum Credibility implements Coded {
    /** Nothing is corrected. */
    OFF("off", "不修正", "off"),
    /** The total times sum checked / sum self over the sample. */
    A("A", "A：总分 × 抽查核定之和 / 自评之和", "A: total × sum checked / sum self"),
    /** The total times 1 - sum |self - checked| / sum self over the sample: errors in either direction cost. */
    B("B", "B：总分 × (1 − 差值之和 / 自评之和)", "B: total × (1 − sum of differences / sum self)"),
    /** Each point times the factor of A, at most the point's maximum. */
    C("C", "C：逐点按 A 修正，不超过该点满分", "C: like A, point by point");

    private final String code;
    private final Sentence title;

    Credibility(String code, String zh, String en) {
        this.code = code;
        this.title = new Sentence(zh, en);
    }

    /** What it means, in a few words. */
    public Sentence title() {
        return title;
    }

    /** As {@code round.tsv} writes it. */
    @Override
    public String code() {
        return code;
    }
}
