package pingheng.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) as 64 small hexadecimal digits. */
public final class Sha256 {
    private Sha256() {}

    /** Of a text in UTF-8. */
    public static String of(String text) {
        return told(stream(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** For bytes that come one after the other; {@link #told} says what has come out. */
    public static MessageDigest stream() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What comes out after these last bytes; the stream begins again. */
    public static String told(MessageDigest stream, byte... last) {
        return HexFormat.of().formatHex(stream.digest(last));
    }
}
