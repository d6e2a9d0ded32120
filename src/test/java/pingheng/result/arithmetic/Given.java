package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.round.setting.Credibility;
import pingheng.value.PointCode;

/** What the tests of the arithmetic start from, as the 2020 framework declares it: ten decimals, places on eight. */
final class Given {
    static final Rounding ROUNDING = new Rounding(10, 8);
    static final Sentence WHY = new Sentence("因为", "because");
    static final Totals PLAIN = totals(Credibility.OFF);

    private Given() {}

    static BigDecimal n(String decimal) {
        return new BigDecimal(decimal);
    }

    static Outcome scored(String score) {
        return new Outcome.Scored(n(score));
    }

    /** A point of aspect 0. */
    static PointScore point(String code, String maximum, String score) {
        return point(code, 0, maximum, scored(score));
    }

    static PointScore point(String code, int aspect, String maximum, Outcome outcome) {
        return new PointScore(new PointCode(code), aspect, n(maximum), outcome, Judged.BY_NOBODY);
    }

    /** A point of aspect 0 whose self-score counts and was checked on site. */
    static PointScore checked(String code, String maximum, String self, String checked) {
        return new PointScore(new PointCode(code), 0, n(maximum), scored(self), sample(scored(self), scored(checked)));
    }

    static Judged sample(Outcome self, Outcome onsite) {
        return Judged.BY_NOBODY.with(Layer.SELF, self).with(Layer.ONSITE, onsite);
    }

    /** Three aspects, no grades, no bonus maximum. */
    static Totals totals(Credibility credibility) {
        return new Totals(ROUNDING, List.of("1", "2", "3"), credibility, null, null);
    }

    static Grades.Grade grade(String from, String zh, String en) {
        return new Grades.Grade(n(from), new Sentence(zh, en));
    }
}
