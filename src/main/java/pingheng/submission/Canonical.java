package pingheng.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text that says one thing in one way only, to take a digest of. Each line is a word and its values; white space inside a value is
 * written as in JSON, so that no value can pretend to be two.
 */
final class Canonical {
    private final StringBuilder text = new StringBuilder();

    Canonical line(String word, Object... values) {
        text.append(word);
        for (var value : values) text.append('\t').append(escaped(String.valueOf(value)));
        text.append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }

    String digest() {
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
