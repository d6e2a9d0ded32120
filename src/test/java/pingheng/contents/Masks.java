package pingheng.contents;

import java.util.List;
import java.util.regex.Pattern;

/** What differs from one answer to the next without telling anything. No number and no digest is among it. */
final class Masks {
    /** Tokens of forms, and times of the day, also as a form proposes one; days stand. */
    private static final List<Pattern> ALWAYS = List.of(
            Pattern.compile("(?<=name=\"(?:_csrf|_once)\" value=\")[^\"]*"),
            Pattern.compile("(?<=[?&;]_(?:csrf|once)=)[A-Za-z0-9_-]*"),
            Pattern.compile("(?<=name=\"time\" value=\")\\d\\d:\\d\\d"),
            Pattern.compile(
                    "(?<=\\d{4}-\\d\\d-\\d\\d)[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?( ?(Z|[+-]\\d\\d:?\\d\\d))?"));

    private Masks() {}

    static String masked(String text) {
        var masked = text;
        for (var pattern : ALWAYS) masked = pattern.matcher(masked).replaceAll("~");
        return masked;
    }
}
