package pingheng.figure.owner;

import pingheng.problem.Sentence;
import pingheng.value.BodyId;

/** The owner 报送单位 of a figure: the one body that reports it, whether somebody signs in for it, and why it is that body. */
public record Owner(BodyId body, String name, boolean manned, Because because) {
    /** How a body came to own a figure. */
    public enum Because {
        KIND("指标体系规定由这类部门报送", "the framework names this kind of body"),
        LEAD("牵头第一个用到它的观测点", "it leads the first point that reads the figure"),
        MOVED("领导小组办公室改派", "the office of the leading group moved it here");

        private final Sentence title;

        Because(String zh, String en) {
            this.title = new Sentence(zh, en);
        }

        public Sentence title() {
            return title;
        }
    }
}
