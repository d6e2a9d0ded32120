package pingheng.text;

/** As much of what somebody handed in as a sentence quotes of it. */
public final class Excerpt {
    private static final int MOST = 40;

    private Excerpt() {}

    public static String of(String text) {
        return of(text, MOST);
    }

    /** At most so many characters, none of them cut in half. */
    public static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
