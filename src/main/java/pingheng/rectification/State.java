package pingheng.rectification;

import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** How far a deficiency is on its way. */
public enum State implements Coded {
    OPEN("待制定措施", "no measure yet"),
    PLANNED("整改中", "under way"),
    PROVED("待复查", "to be re-checked"),
    RETURNED("复查未通过", "the re-check was not passed"),
    CLOSED("已销号", "closed");

    private final Sentence title;

    State(String zh, String en) {
        this.title = new Sentence(zh, en);
    }

    public Sentence title() {
        return title;
    }
}
