package pingheng.digest;

/**
 * A text that says one thing in one way only, to take a digest of. Each line is a word and its values; white space inside a value is
 * written as in JSON, so that no value can pretend to be two.
 */
public final class Canonical {
    private final StringBuilder text = new StringBuilder();

    public Canonical line(String word, Object... values) {
        text.append(word);
        for (var value : values) text.append('\t').append(escaped(String.valueOf(value)));
        text.append('\n');
        return this;
    }

    public String text() {
        return text.toString();
    }

    public String digest() {
        return Sha256.of(text.toString());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
