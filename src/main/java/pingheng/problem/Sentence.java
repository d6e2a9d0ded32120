package pingheng.problem;

import java.util.Locale;

/** One thing said in the two languages of the house, Chinese first. */
public record Sentence(String zh, String en) {
    /** Both languages share the arguments, written as {@code %s} or {@code %2$s} in each. */
    public static Sentence of(String zh, String en, Object... args) {
        return new Sentence(String.format(Locale.ROOT, zh, args), String.format(Locale.ROOT, en, args));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
