package pingheng.paper;

/** Elements of XML as text, one put into the other. Only {@link #text} takes words of others. */
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private Xml() {}

    /** An element with what is inside it; its attributes, if any, stand behind the name. */
    static String element(String start, String... inside) {
        var content = String.join("", inside);
        if (content.isEmpty()) return "<" + start + "/>";
        int space = start.indexOf(' ');
        return "<" + start + ">" + content + "</" + (space < 0 ? start : start.substring(0, space)) + ">";
    }

    /** Words as content of an element; a character that XML cannot hold becomes a box, as on the printed page. */
    static String text(String words) {
        var text = new StringBuilder();
        words.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                default -> text.appendCodePoint(holds(letter) ? letter : '□');
            }
        });
        return text.toString();
    }

    /** Whether it is a Char of XML 1.0 that is read back as it was written: a carriage return would become a line feed. */
    private static boolean holds(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}
