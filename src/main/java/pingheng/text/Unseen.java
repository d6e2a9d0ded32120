package pingheng.text;

import java.util.Locale;
import java.util.Map;

/**
 * Names what the eye cannot see in a text that is quoted to somebody: formats, controls, blanks that are not the usual ones, signs for
 * private use, what is no character. Each stands in its place by number and name: 1.1〔U+200B 零宽空格〕.
 */
public final class Unseen {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x0009, "制表符 tab"),
            Map.entry(0x000A, "换行符 line feed"),
            Map.entry(0x000D, "回车符 carriage return"),
            Map.entry(0x00A0, "不换行空格 no-break space"),
            Map.entry(0x00AD, "软连字符 soft hyphen"),
            Map.entry(0x115F, "韩文填充符 Hangul filler"),
            Map.entry(0x1160, "韩文填充符 Hangul filler"),
            Map.entry(0x200B, "零宽空格 zero width space"),
            Map.entry(0x200C, "零宽不连字 zero width non-joiner"),
            Map.entry(0x200D, "零宽连字 zero width joiner"),
            Map.entry(0x200E, "从左至右标记 left-to-right mark"),
            Map.entry(0x200F, "从右至左标记 right-to-left mark"),
            Map.entry(0x2028, "行分隔符 line separator"),
            Map.entry(0x2029, "段分隔符 paragraph separator"),
            Map.entry(0x202A, "从左至右嵌入 left-to-right embedding"),
            Map.entry(0x202B, "从右至左嵌入 right-to-left embedding"),
            Map.entry(0x202C, "方向结束 pop directional formatting"),
            Map.entry(0x202D, "从左至右强制 left-to-right override"),
            Map.entry(0x202E, "从右至左强制 right-to-left override"),
            Map.entry(0x2060, "词连接符 word joiner"),
            Map.entry(0x2066, "从左至右隔离 left-to-right isolate"),
            Map.entry(0x2067, "从右至左隔离 right-to-left isolate"),
            Map.entry(0x2068, "首强隔离 first strong isolate"),
            Map.entry(0x2069, "隔离结束 pop directional isolate"),
            Map.entry(0x2800, "盲文空格 Braille blank"),
            Map.entry(0x3164, "韩文填充符 Hangul filler"),
            Map.entry(0xFEFF, "字节顺序标记 byte order mark"),
            Map.entry(0xFFA0, "韩文填充符 Hangul filler"),
            Map.entry(0xFFFC, "对象占位符 object replacement"));

    private Unseen() {}

    /** Whether a reader cannot see the sign, or cannot tell it from another. */
    public static boolean is(int sign) {
        if (sign == ' ' || sign == '\u3000') return false;
        if (NAMES.containsKey(sign) || isSelector(sign) || sign == 0x034F || sign == 0x17B4 || sign == 0x17B5)
            return true;
        return switch (Character.getType(sign)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }

    public static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            // most of a text is plain, and is passed quickly
            if ((sign < ' ' || sign >= 0x7F) && (sign < 0x4E00 || sign >= 0xA000))
                return text.substring(i).codePoints().anyMatch(Unseen::is);
        }
        return false;
    }

    /** The text with the name of each such sign in its place, in Chinese or in English; the same sign several times is named once. */
    public static String named(String text, boolean chinese) {
        if (!in(text)) return text;
        var named = new StringBuilder(text.length() + 40);
        var signs = text.codePoints().toArray();
        for (int i = 0; i < signs.length; ) {
            int sign = signs[i];
            int next = i + 1;
            while (is(sign) && next < signs.length && signs[next] == sign) next++;
            if (is(sign)) named.append(named(sign, next - i, chinese));
            else named.appendCodePoint(sign);
            i = next;
        }
        return named.toString();
    }

    /** The names of such signs of a text, each once; but for tabs and ends of lines, which a text may have. */
    public static String names(String text, boolean chinese) {
        var names = new StringBuilder();
        text.codePoints()
                .filter(sign -> is(sign) && sign != '\t' && sign != '\n')
                .distinct()
                .limit(10)
                .forEach(sign -> names.append(named(sign, 1, chinese)));
        return names.toString();
    }

    private static String named(int sign, int times, boolean chinese) {
        var name = name(sign);
        int end = name.indexOf(' ');
        var told = "U+%04X %s".formatted(sign, chinese ? name.substring(0, end) : name.substring(end + 1));
        var several = times == 1 ? "" : " ×" + times;
        return chinese ? "〔" + told + several + "〕" : "[" + told + several + "]";
    }

    /** In Chinese and, after a blank, in English. */
    private static String name(int sign) {
        var known = NAMES.get(sign);
        if (known != null) return known;
        if (isSelector(sign)) return "异体字选择符 variation selector";
        return switch (Character.getType(sign)) {
            case Character.PRIVATE_USE -> "私用区字符 private use";
            case Character.SURROGATE -> "半个字符 half a character";
            case Character.UNASSIGNED -> "未定义字符 no character";
            case Character.CONTROL -> "控制字符 control character";
            case Character.SPACE_SEPARATOR -> "特殊空格 " + unicode(sign);
            default -> "看不见的字符 " + unicode(sign);
        };
    }

    private static String unicode(int sign) {
        return String.valueOf(Character.getName(sign)).toLowerCase(Locale.ROOT);
    }

    private static boolean isSelector(int sign) {
        return sign >= 0xFE00 && sign <= 0xFE0F
                || sign >= 0xE0100 && sign <= 0xE01EF
                || sign >= 0x180B && sign <= 0x180F;
    }
}
