package pingheng.commands.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Pattern;
import pingheng.seal.SealKey;
import pingheng.seal.SigningKey;

/** The seal of a backup: who sealed it, and the signature over the bytes of its manifest, which names the digest of every part. */
record Seal(SealKey by, String signature) {
    /** Its name within the backup. */
    static final String NAME = "seal.tsv";

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern WRITTEN =
            Pattern.compile("pingheng-seal\t1\nkey\t(?<key>[^\t\n]{1,80})\nsignature\t(?<signature>[0-9a-f]{128})\n");

    static Seal set(SigningKey key, BackupManifest manifest) {
        return new Seal(key.open(), HEX.formatHex(key.sign(bytes(manifest))));
    }

    boolean holds(BackupManifest manifest) {
        return by.holds(bytes(manifest), HEX.parseHex(signature));
    }

    private static byte[] bytes(BackupManifest manifest) {
        return manifest.written().getBytes(UTF_8);
    }

    String written() {
        return "pingheng-seal\t1\nkey\t" + by.text() + "\nsignature\t" + signature + "\n";
    }

    /** Only what {@link #written} writes is read. */
    static Seal read(String text) {
        var lines = WRITTEN.matcher(text);
        if (!lines.matches()) throw BackupRefusals.member(NAME);
        return SealKey.read(lines.group("key"))
                .map(key -> new Seal(key, lines.group("signature")))
                .filter(seal -> seal.written().equals(text))
                .orElseThrow(() -> BackupRefusals.member(NAME));
    }
}
