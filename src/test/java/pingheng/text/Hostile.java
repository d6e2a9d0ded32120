package pingheng.text;

import java.util.ArrayList;
import java.util.List;

/** The alphabet that people, PDF files, spreadsheets and attackers type in, each sign before, within and after something plain. */
public final class Hostile {
    /** What the signs stand around. */
    public static final List<String> PLAIN = List.of("甲乙", "12.5", "2020-09-09");

    private static final List<String> SIGNS = List.of(
            "\u200B",
            "\u200D",
            "\u200E",
            "\uFEFF",
            "\u202D",
            "\u202E",
            "\u2066",
            "\u00AD",
            "\u2060",
            "\u3164",
            "\u3000",
            "\u00A0",
            "\u2028",
            "\u0085",
            "\r\n",
            "\r",
            "\n",
            "\t",
            "\u0001",
            "\u007F",
            "\0",
            "\uD800",
            "\uDC00",
            "\uFFFE",
            "\uE000",
            "𠮷",
            "😀",
            "⺠",
            "⼈",
            "\uF900",
            "e\u0301",
            "ﬁ",
            "１",
            "．",
            "²",
            "٣",
            "½",
            "、",
            ";",
            "_x000D_",
            "<script>",
            "'--",
            "\uFE0F",
            "\uDB40\uDD00");

    private static final List<String> ALONE = List.of(
            "",
            " ",
            "　",
            "\u200B",
            "-1",
            "+1",
            "1e5",
            "0x1F",
            "#1F",
            "010",
            "1 2",
            "1,000",
            "１２３",
            "9".repeat(18),
            "9".repeat(19),
            "0.12345",
            "2147483648",
            "2020-02-30",
            "+999999-01-01",
            "２０２０-０９-０９",
            "true",
            "NaN",
            "Infinity",
            "null",
            "x".repeat(5_000));

    private Hostile() {}

    /** What is a value by itself. */
    public static List<String> alone() {
        return ALONE;
    }

    /** More than 400, in a fixed order. */
    public static List<String> texts() {
        var texts = new ArrayList<>(ALONE);
        for (var plain : PLAIN) texts.addAll(around(plain));
        return List.copyOf(texts);
    }

    /** Each sign before, within and after this one. */
    public static List<String> around(String plain) {
        var texts = new ArrayList<String>();
        int first = plain.isEmpty() ? 0 : plain.offsetByCodePoints(0, 1);
        for (var sign : SIGNS) {
            texts.add(sign + plain);
            texts.add(plain.substring(0, first) + sign + plain.substring(first));
            texts.add(plain + sign);
        }
        return texts;
    }
}
