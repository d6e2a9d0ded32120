package pingheng.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Both halves of a key. Written as PEM, which other programs read too, and a line with the public half. */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final Pattern WRITTEN =
            Pattern.compile(BEGIN + "(?<secret>[A-Za-z0-9+/]{64})" + END + "(?<open>ed25519:[0-9a-f]{64})\n?");

    private final PrivateKey secret;
    private final SealKey open;

    private SigningKey(PrivateKey secret, SealKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** A new one. */
    public static SigningKey make() {
        try {
            var pair = KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), SealKey.of(pair.getPublic()));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Empty when the text was not written by {@link #written}, or its two halves do not belong together. */
    static Optional<SigningKey> read(String text) {
        var lines = WRITTEN.matcher(text);
        if (!lines.matches()) return Optional.empty();
        return SealKey.read(lines.group("open")).flatMap(open -> read(lines.group("secret"), open));
    }

    private static Optional<SigningKey> read(String secret, SealKey open) {
        try {
            var bytes = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret));
            var key = new SigningKey(KeyFactory.getInstance(SealKey.ALGORITHM).generatePrivate(bytes), open);
            var probe = new byte[] {1};
            return Optional.of(key).filter(read -> open.holds(probe, read.sign(probe)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String written() {
        return BEGIN + Base64.getEncoder().encodeToString(secret.getEncoded()) + END + open.text() + "\n";
    }

    /** The half that everybody may know. */
    public SealKey open() {
        return open;
    }

    /** The signature over the content; the same content gives the same one. */
    public byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance(SealKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
