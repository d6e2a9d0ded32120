package pingheng.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Folds what was typed, pasted or read from a table to the one form in which it is kept. A text keeps every sign that a reader sees;
 * a word (a code, a keyword, a number) is made plain as well. Folding twice is folding once.
 */
public final class Folding {
    /**
     * Radicals as PDF files hand them out in the place of characters, each before the character that it looks like: what Unicode calls
     * the equivalent unified ideograph. NFKC knows those from U+2F00 on, but not these.
     */
    private static final String RADICALS =
            "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示"
                    + "⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨"
                    + "⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private static final Map<Integer, Integer> CHARACTERS = characters();

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\x85\\u2028\\u2029]");

    /** Formats (U+200B, U+202D, U+FEFF …), controls, fillers that show nothing, and what is no character at all. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\u034F\\u115F\\u1160\\u17B4\\u17B5"
            + "\\u180B-\\u180F\\u3164\\uFFA0\\uFDD0-\\uFDEF\\uFFFE\\uFFFF&&[^\\n\\t]]");

    private static final Pattern VARIATION = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final Pattern BLANK = Pattern.compile("\\s+|\\p{Z}+", Pattern.UNICODE_CHARACTER_CLASS);

    private Folding() {}

    /** Whether a database and a file can keep it: it holds neither the character 0 nor half of a pair. */
    public static boolean writable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /**
     * A text that people read: invisible marks are taken off, radicals become characters, lines end in one way, composed letters are
     * composed (NFC). Full-width commas and brackets stay what they are. Blanks around the text stay.
     */
    public static String text(String typed) {
        var lines = LINE_END.matcher(typed).replaceAll("\n");
        var visible = INVISIBLE.matcher(lines).replaceAll("");
        return Normalizer.normalize(characters(visible), Normalizer.Form.NFC);
    }

    /** A code, a keyword or a number: a text made plain (NFKC), on one line, without blanks around it. */
    public static String word(String typed) {
        var plain = Normalizer.normalize(VARIATION.matcher(text(typed)).replaceAll(""), Normalizer.Form.NFKC);
        return BLANK.matcher(text(plain)).replaceAll(" ").strip();
    }

    private static String characters(String text) {
        if (text.codePoints().noneMatch(Folding::radical)) return text;
        var folded = new StringBuilder(text.length());
        text.codePoints().map(one -> CHARACTERS.getOrDefault(one, one)).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean radical(int sign) {
        return sign >= 0x2E80 && sign <= 0x2FDF;
    }

    private static Map<Integer, Integer> characters() {
        var characters = new HashMap<Integer, Integer>();
        var pairs = RADICALS.codePoints().toArray();
        for (int i = 0; i < pairs.length; i += 2) characters.put(pairs[i], pairs[i + 1]);
        for (int kangxi = 0x2F00; kangxi <= 0x2FD5; kangxi++)
            characters.put(
                    kangxi,
                    Normalizer.normalize(Character.toString(kangxi), Normalizer.Form.NFKC)
                            .codePointAt(0));
        return characters;
    }
}
