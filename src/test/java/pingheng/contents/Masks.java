package pingheng.contents;

import java.util.List;
import java.util.regex.Pattern;

/** What differs from one answer to the next without telling anything. */
final class Masks {
    /** Tokens of forms, and times of the day, also as a form proposes one; days stand. */
    private static final List<Pattern> ALWAYS = List.of(
            Pattern.compile("(?<=name=\"(?:_csrf|_once)\" value=\")[^\"]*"),
            Pattern.compile("(?<=[?&;]_(?:csrf|once)=)[A-Za-z0-9_-]*"),
            Pattern.compile("(?<=name=\"time\" value=\")\\d\\d:\\d\\d"),
            Pattern.compile(
                    "(?<=\\d{4}-\\d\\d-\\d\\d)[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?( ?(Z|[+-]\\d\\d:?\\d\\d))?"));

    /**
     * Numbers and hashes of a unit's chain, in which entries stand that not everybody reads; until each audience has a chain of its
     * own they tell how many there are. No other number and no other digest is masked.
     */
    private static final List<Mask> OF_CHAINS = List.of(
            new Mask("/r/{round}/{unit}/ledger", "(?<=id=\"n)\\d+"),
            new Mask("/r/{round}/{unit}/ledger", "(?<=<td class=\"number\">)\\d+"),
            new Mask("/r/{round}/{unit}/ledger", "(?<=<code title=\")[0-9a-f]{64}\">[0-9a-f]{12}"),
            new Mask("/r/{round}/{unit}/ledger", "(?<=before=)\\d+"),
            new Mask("/api/v1/rounds/{round}/units/{unit}/ledger", "(?<=\"number\":)\\d+"),
            new Mask("/api/v1/rounds/{round}/units/{unit}/ledger", "(?<=\"(?:previous|hash)\":\")[0-9a-f]{64}"));

    private Masks() {}

    private record Mask(String route, Pattern what) {
        Mask(String route, String what) {
            this(route, Pattern.compile(what));
        }
    }

    static String masked(String route, String text) {
        var masked = text;
        for (var pattern : ALWAYS) masked = pattern.matcher(masked).replaceAll("~");
        for (var mask : OF_CHAINS)
            if (mask.route().equals(route)) masked = mask.what().matcher(masked).replaceAll("~");
        return masked;
    }
}
