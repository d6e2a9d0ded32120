package pingheng.people.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pingheng.problem.Reason;
import pingheng.text.Excerpt;
import pingheng.text.Folding;
import pingheng.value.Login;

/** What may stand in a name: of a person, a body, a post; and in a sign-in name. */
public final class Wording {
    private static final Pattern LOGIN = Pattern.compile(Login.SHAPE);
    private static final Pattern PHONE = Pattern.compile("(86)?1[3-9][0-9]{9}");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 -]{5,}[0-9]");

    private Wording() {}

    /** A sign-in name as it is meant, however it was typed: plain, small letters. */
    public static String login(String typed) {
        return Folding.word(typed).toLowerCase(Locale.ROOT);
    }

    /** What is said of a sign-in name that is none. */
    public static Reason noLogin(String typed) {
        return Reason.malformed(
                "people.login",
                "登录名由 2 到 40 个小写字母、数字、点、横线组成：%s",
                "A sign-in name has 2 to 40 lower-case letters, digits, dots and dashes: %s",
                Excerpt.of(typed));
    }

    /** The ledger names people by it, and holds no phone number. */
    public static Optional<Reason> whyNotLogin(Login login) {
        if (!LOGIN.matcher(login.text()).matches()) return Optional.of(noLogin(login.text()));
        if (PHONE.matcher(login.text()).matches())
            return Optional.of(Reason.malformed(
                    "people.login-phone",
                    "登录名不能是手机号：台账不记手机号；请改用姓名拼音",
                    "A sign-in name is no phone number: the ledger keeps none"));
        return Optional.empty();
    }

    /** A name of so many letters at most, which is seen as it is and is neither formula nor phone number. */
    public static Optional<Reason> whyNotName(String name, int most) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (name.isBlank())
            return Optional.of(
                    Reason.malformed("people.name-empty", "名称不能为空，请填写", "A name must not be empty: fill it in"));
        if (name.length() > most)
            return Optional.of(Reason.malformed(
                    "people.name-long", "名称超过 %d 个字符，请缩短", "A name of more than %d characters: shorten it", most));
        if (UNSEEN.matcher(name).find() || FORMULA.matcher(plain.strip()).find())
            return Optional.of(Reason.malformed(
                    "people.name",
                    "名称不能含看不见的字符，也不能以 = + - @ 开头：%s",
                    "A name has no invisible characters and does not begin with = + - @: %s",
                    Excerpt.of(name)));
        if (NUMBER.matcher(plain).find())
            return Optional.of(Reason.malformed(
                    "people.name-phone",
                    "名称中不要写电话号码：台账不记电话号码",
                    "Write no phone number into a name: the ledger keeps none"));
        return Optional.empty();
    }
}
