package pingheng.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public half of a key of Ed25519 (RFC 8032), told as {@code ed25519:} and the 64 hexadecimal digits of its 32 bytes. */
public record SealKey(String text) {
    static final String ALGORITHM = "Ed25519";

    private static final String PREFIX = "ed25519:";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    /** What stands before the 32 bytes when a key is encoded as X.509 does (RFC 8410). */
    private static final String ENCODING = "302a300506032b6570032100";

    private static final HexFormat HEX = HexFormat.of();

    public SealKey {
        if (!TEXT.matcher(text).matches()) throw new IllegalArgumentException("not a public key: " + text);
    }

    static SealKey of(PublicKey key) {
        return new SealKey(PREFIX + HEX.formatHex(key.getEncoded()).substring(ENCODING.length()));
    }

    /** Reads a key that somebody typed off paper: spaces and large letters do not matter. Empty when it is none. */
    public static Optional<SealKey> read(String typed) {
        var text = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return Optional.of(text)
                .filter(given -> TEXT.matcher(given).matches())
                .map(SealKey::new)
                .filter(SealKey::isKey);
    }

    /** Whether the signature was made over the content with the secret half of this key. */
    public boolean holds(byte[] content, byte[] signature) {
        try {
            var check = checking();
            check.update(content);
            return check.verify(signature);
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Not every 32 bytes are a point of the curve. */
    private boolean isKey() {
        try {
            checking();
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private Signature checking() throws GeneralSecurityException {
        var bytes = HEX.parseHex(ENCODING + text.substring(PREFIX.length()));
        var check = Signature.getInstance(ALGORITHM);
        check.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes)));
        return check;
    }
}
