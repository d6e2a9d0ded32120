package pingheng.framework.formula;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a formula, read from left to right; full-width signs count as their plain twins. */
final class Tokens {
    /** Longer formulas are refused: they would be unreadable to the people they score. */
    static final int LENGTH = 2000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern ALL_MEMBERS = Pattern.compile("([a-z][a-z0-9_]*)\\s*\\.\\s*\\*");
    private static final Pattern UNIT = Pattern.compile("\\[([^\\[\\]]{1,40})]");
    private static final Pattern RELATION = Pattern.compile("<=|>=|<>|[<>=≤≥≠]");

    private final String text;
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static Tokens of(String text) {
        if (text.length() > LENGTH)
            throw new Malformed(
                    "公式超过 %d 个字符，请拆成派生指标", "longer than %d characters: split it into derived figures", LENGTH);
        return new Tokens(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('×', '*')
                .replace('÷', '/'));
    }

    void end() {
        space();
        if (at < text.length()) throw unexpected();
    }

    boolean take(String sign) {
        space();
        if (!text.startsWith(sign, at)) return false;
        at += sign.length();
        return true;
    }

    void expect(String sign) {
        if (!take(sign))
            throw new Malformed(
                    "第 %d 个字符处应为「%s」：%s", "“%2$s” is expected at character %1$d: %3$s", at + 1, sign, rest());
    }

    /** One of these signs, or null when something else stands here. */
    @Nullable
    Character sign(String signs) {
        space();
        return at < text.length() && signs.indexOf(text.charAt(at)) >= 0 ? (Character) text.charAt(at++) : null;
    }

    boolean word(String word) {
        space();
        var matcher = NAME.matcher(text).region(at, text.length());
        if (!matcher.lookingAt() || !matcher.group().equals(word)) return false;
        at = matcher.end();
        return true;
    }

    @Nullable
    Relation relation() {
        var sign = next(RELATION, 0);
        return sign == null
                ? null
                : switch (sign) {
                    case "<" -> Relation.LESS;
                    case "<=", "≤" -> Relation.AT_MOST;
                    case ">" -> Relation.MORE;
                    case ">=", "≥" -> Relation.AT_LEAST;
                    case "=" -> Relation.EQUAL;
                    default -> Relation.UNEQUAL;
                };
    }

    @Nullable
    String number() {
        return next(NUMBER, 0);
    }

    /** The text between square brackets, or null. */
    @Nullable
    String unit() {
        var unit = next(UNIT, 1);
        return unit == null ? null : unit.strip();
    }

    String name() {
        var name = next(NAME, 0);
        if (name == null) throw unexpected();
        return name;
    }

    /** The figure in {@code figure.*}, or null. */
    @Nullable
    String allMembers() {
        return next(ALL_MEMBERS, 1);
    }

    private @Nullable String next(Pattern pattern, int group) {
        space();
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) return null;
        at = matcher.end();
        return matcher.group(group);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private Malformed unexpected() {
        return at >= text.length()
                ? new Malformed("公式没有写完", "the formula is not finished")
                : new Malformed("第 %d 个字符处看不懂：%s", "cannot be understood at character %d: %s", at + 1, rest());
    }

    private String rest() {
        int end = Math.min(text.length(), at + 20);
        return at >= text.length() ? "…" : text.substring(at, end) + (end < text.length() ? "…" : "");
    }
}
