package pingheng.evidence;

import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** The three kinds of evidence a county collects. */
public enum Kind implements Coded {
    MATERIAL("评价资料", "material"),
    TABLE("表册", "tables"),
    ARCHIVE("档案资料", "archives");

    private final Sentence title;

    Kind(String zh, String en) {
        this.title = new Sentence(zh, en);
    }

    public Sentence title() {
        return title;
    }
}
