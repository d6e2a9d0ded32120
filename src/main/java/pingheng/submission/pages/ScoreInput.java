package pingheng.submission.pages;

import java.math.BigDecimal;
import java.text.Normalizer;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.value.number.Score;

/** A score as it is typed into a form. */
public final class ScoreInput {
    private ScoreInput() {}

    /** A plain number, full-width digits taken as well; anything else is refused by the name of its field. */
    public static Score score(String field, String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (!plain.matches("[0-9]{1,6}(\\.[0-9]{1,4})?"))
            throw new Refused(Reason.malformed(
                    "submission.number",
                    "「%1$s」应填数字（至多四位小数），不是「%2$s」",
                    "“%1$s” takes a number with four decimals at most, not “%2$s”",
                    field,
                    plain.length() > 40 ? plain.substring(0, 40) + "…" : plain));
        return new Score(new BigDecimal(plain));
    }
}
