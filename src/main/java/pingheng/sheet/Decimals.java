package pingheng.sheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import pingheng.problem.Sentence;
import pingheng.text.Excerpt;
import pingheng.text.Folding;

/** Reads numbers as offices type them: full-width digits, thousands separators, a percent sign. Never through double. */
final class Decimals {
    /** The most digits before the point, and after it; no figure of an evaluation needs more. */
    static final int WHOLE_DIGITS = 18;

    static final int DECIMALS = 15;

    private static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]+");

    /** As spreadsheets show long and very small numbers, and save them as text: 4.40113E+17. */
    private static final Pattern SHOWN = Pattern.compile("[+-]?[1-9](\\.[0-9]+)?[eE][+-][0-9]{2,3}");

    private static final Pattern NOTHING = Pattern.compile("[-—–―－/\\\\]+|无|暂无|N/?A|n/?a|null|NULL|nan|NaN");

    private Decimals() {}

    /** A number, or why it is none. */
    sealed interface Read {
        record Found(BigDecimal value, boolean percent) implements Read {}

        record Not(String code, Sentence why) implements Read {}
    }

    static Read read(String typed) {
        var text = plain(typed);
        if (text.length() > LONGEST)
            return not("sheet.number", "不是数：%s；请只填数字", "not a number: %s; write digits only", Excerpt.of(typed));
        boolean percent = text.endsWith("%");
        if (percent) text = text.substring(0, text.length() - 1).strip();
        if (NOTHING.matcher(text).matches())
            return not(
                    "sheet.no-figure",
                    "「%s」不是数；没有数据请留空，数据为零请填 0",
                    "“%s” is no number: leave the cell empty if there is no figure, write 0 for zero",
                    typed);
        if (EXPONENT.matcher(text).matches())
            return not(
                    "sheet.exponent",
                    "请不用科学计数法，写出完整数字：%s（表格软件存成文本时会丢掉后面的数字，请回原表核对）",
                    "write the number out, without an exponent: %s (a spreadsheet that saves it as text loses the later digits: look it up"
                            + " in the original)",
                    Excerpt.of(typed));
        if (!NUMBER.matcher(text).matches())
            return not("sheet.number", "不是数：%s；请只填数字", "not a number: %s; write digits only", Excerpt.of(typed));
        return sized(new BigDecimal(text.replace(",", "")), percent, typed);
    }

    /** Whether a spreadsheet wrote a number like this, so that what was typed is no longer known. */
    static boolean shownBySpreadsheet(String text) {
        return text.length() <= LONGEST && SHOWN.matcher(Folding.word(text)).matches();
    }

    private static Read sized(BigDecimal value, boolean percent, String typed) {
        var plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.precision() - plain.scale() > WHOLE_DIGITS || plain.scale() > DECIMALS)
            return not(
                    "sheet.digits",
                    "数字过长，请四舍五入：小数点前最多 %d 位、后最多 %d 位：%s",
                    "too many digits, round it: at most %d before the point and %d after it: %s",
                    WHOLE_DIGITS,
                    DECIMALS,
                    Excerpt.of(typed));
        return new Read.Found(plain.scale() < 0 ? plain.setScale(0) : plain, percent);
    }

    /** Full-width signs made plain, and no others: 10² is not 102. */
    private static String plain(String typed) {
        var plain = new StringBuilder(typed);
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            if (sign >= '！' && sign <= '～') plain.setCharAt(i, (char) (sign - '！' + '!'));
            else if (sign == '−' || sign == '﹣') plain.setCharAt(i, '-');
            else if (sign == '﹪') plain.setCharAt(i, '%');
            else if (sign == '\u3000' || sign == '\u00A0') plain.setCharAt(i, ' ');
        }
        return plain.toString().strip();
    }

    private static Read not(String code, String zh, String en, Object... args) {
        return new Read.Not(code, Sentence.of(zh, en, args));
    }
}
