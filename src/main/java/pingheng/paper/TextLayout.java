package pingheng.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * How text is written in the one font of a paper, STSong-Light, which every reader of PDF has or replaces: Chinese characters are
 * one em wide, those of ASCII half of it.
 */
final class TextLayout {
    /** Characters no line begins with. */
    private static final String NOT_FIRST = "，。、；：？！）》」』”’,.;:?!)%";

    private TextLayout() {}

    /** The width of a text in thousandths of an em. */
    static int width(String text) {
        return text.codePoints().map(TextLayout::width).sum();
    }

    private static int width(int letter) {
        return letter < 128 ? 500 : 1000;
    }

    /** Breaks a text into lines no wider than that, at its own line breaks and elsewhere; words of ASCII are broken only if they must. */
    static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n", -1)) breakUp(paragraph, width, lines);
        return lines;
    }

    private static void breakUp(String paragraph, int width, List<String> lines) {
        var rest = paragraph;
        while (width(rest) > width) {
            int end = fitting(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }

    private static int fitting(String text, int width) {
        int end = 0;
        for (int used = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            used += width(text.codePointAt(end));
            if (used > width) break;
        }
        int wordless = end;
        while (wordless > 1 && inWord(text, wordless)) wordless--;
        if (wordless > 1) end = wordless;
        while (end > 1 && end < text.length() && NOT_FIRST.indexOf(text.charAt(end)) >= 0) end--;
        return end;
    }

    /** Whether both sides belong to one word or number, the point within it included: 100.63 is not broken. */
    private static boolean inWord(String text, int at) {
        if (at >= text.length()) return false;
        boolean fraction = text.charAt(at) == '.' && at + 1 < text.length() && ofWord(text.charAt(at + 1));
        boolean after = at > 1 && text.charAt(at - 1) == '.' && ofWord(text.charAt(at - 2));
        return (ofWord(text.charAt(at)) || fraction) && (ofWord(text.charAt(at - 1)) || after);
    }

    private static boolean ofWord(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    /** The text as a string of PDF, in the encoding UniGB-UCS2-H, which has another middle dot; what it cannot say becomes a box. */
    static String shown(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .map(letter -> letter > 0xFFFF || Character.isISOControl(letter) ? '□' : letter)
                .map(letter -> letter == '·' ? '・' : letter)
                .forEach(plain::appendCodePoint);
        return "<" + HexFormat.of().formatHex(plain.toString().getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
