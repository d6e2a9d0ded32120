package pingheng.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/**
 * What a browser called a file, made safe for every system, page and header: no folders, nothing invisible, nothing reserved,
 * at most {@value #MOST} UTF-16 units, which is as long as a name can be on Windows; on Linux names are shorter. So a real name
 * is kept whole. What cannot be made safe is refused. Made safe again it stays the same.
 */
public record FileName(String value) {
    static final int MOST = 255;

    private static final int LONGEST_ENDING = 16;
    private static final int SHOWN = 60;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern FOLDERS = Pattern.compile("(?s)^.*[/\\\\]|^\\s*[A-Za-z]:");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}.]+$");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9¹²³])[\\s\\p{Z}]*(?:\\..*)?");
    private static final String PLAIN_IN_HEADER = "!#$&+-.^_`|~";

    public FileName {
        if (CONTROL.matcher(value).find()) throw control(value);

        var visible = Normalizer.normalize(INVISIBLE.matcher(value).replaceAll(""), Normalizer.Form.NFC);
        var bare = FOLDERS.matcher(visible).replaceFirst("");
        value = safe(FORBIDDEN.matcher(bare).replaceAll("_"));
        if (value.isEmpty()) throw empty(visible);
    }

    /** What stands after the last dot, in small letters; nothing when there is none. */
    public String ending() {
        return value.substring(dot(value)).replaceFirst("^\\.", "").toLowerCase(Locale.ROOT);
    }

    /** The header Content-Disposition (RFC 6266): the name in ASCII for old readers, whole for the others (RFC 8187). */
    public String contentDisposition(boolean inline) {
        var plain = value.replaceAll("[^\\x20-\\x7E]", "_").replaceAll("[\"\\\\%;]", "_");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded();
    }

    /** Until nothing is left to do: what was cut may end in a space, and without it be reserved. */
    private static String safe(String name) {
        var trimmed = AROUND.matcher(name).replaceAll("");
        var next = cut(RESERVED.matcher(trimmed).matches() ? "_" + trimmed : trimmed);
        return next.equals(name) ? name : safe(next);
    }

    private String encoded() {
        var encoded = new StringBuilder();
        for (var octet : value.getBytes(UTF_8))
            if (isPlain((char) (octet & 0xFF))) encoded.append((char) octet);
            else encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
        return encoded.toString();
    }

    private static boolean isPlain(char letter) {
        return letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN_IN_HEADER.indexOf(letter) >= 0);
    }

    /** The beginning and the ending, with what is too much between them left out; no letter is cut in two. */
    private static String cut(String name) {
        int dot = dot(name);
        var ending = name.substring(dot);
        int end = Math.min(dot, MOST - ending.length());
        if (end > 0 && Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end) + ending;
    }

    /** Where the ending begins with its dot; the end of the name when it has none, or none that is one. */
    private static int dot(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > LONGEST_ENDING ? name.length() : dot;
    }

    private static Refused control(String given) {
        return new Refused(
                Place.file(shown(given)),
                "evidence.name-control",
                Sentence.of(
                        "文件名含有控制字符，没有接收；请改名后重新选择",
                        "the name has control characters in it and was not taken: rename the file and choose it again"));
    }

    private static Refused empty(String given) {
        return new Refused(
                Place.file("「" + shown(given) + "」"),
                "evidence.name-empty",
                Sentence.of(
                        "文件名为空或只有点、空格和不可见字符；请改名后重新选择",
                        "the name is empty, or only dots, spaces and what cannot be seen: rename the file and choose it again"));
    }

    private static String shown(String given) {
        var seen = CONTROL.matcher(INVISIBLE.matcher(given).replaceAll("")).replaceAll("\uFFFD");
        return seen.codePointCount(0, seen.length()) <= SHOWN
                ? seen
                : seen.substring(0, seen.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
