package pingheng.commands.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import pingheng.seal.SigningKey;

/** A backup that somebody has taken apart, changed, and sealed again with a key of their own. */
record Forged(Map<String, byte[]> members) {
    static final SigningKey OTHER = SigningKey.make();

    /** What somebody does to it. */
    interface Change {
        void to(Forged forged);

        default Change andThen(Change next) {
            return forged -> {
                to(forged);
                next.to(forged);
            };
        }
    }

    static void of(Path backup, Path target, Change change) throws IOException {
        edited(backup, target, change.andThen(Forged::sealAnew));
    }

    /** As above, but only the digest at the end is taken anew. */
    static void edited(Path backup, Path target, Change change) throws IOException {
        var forged = new Forged(new LinkedHashMap<>());
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList())
                forged.members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
        change.to(forged);
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setComment(TailDigest.OPEN);
            for (var member : forged.members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        TailDigest.set(target);
    }

    private void sealAnew() {
        if (!members.containsKey(BackupManifest.NAME) || !members.containsKey(Seal.NAME)) return;
        var signature = OTHER.sign(text(BackupManifest.NAME).getBytes(UTF_8));
        put(
                Seal.NAME,
                new Seal(OTHER.open(), HexFormat.of().formatHex(signature))
                        .written()
                        .getBytes(UTF_8));
    }

    void remove(String member) {
        members.remove(member);
    }

    void put(String member, byte[] bytes) {
        members.put(member, bytes);
    }

    /** Replaces words in a member, and nothing else. */
    void replace(String member, String from, String to) {
        var text = text(member);
        if (!text.contains(from)) throw new IllegalArgumentException(member + " does not say " + from + ": " + text);
        put(member, text.replace(from, to).getBytes(UTF_8));
    }

    /** Replaces words in a table, and makes the manifest fit. */
    void rewrite(String table, String from, String to) {
        var before = line(table);
        replace("tables/" + table, from, to);
        replace(BackupManifest.NAME, before, line(table));
    }

    private String line(String table) {
        var bytes = members.getOrDefault("tables/" + table, new byte[0]);
        return "%d\t%s".formatted(bytes.length, sha256(bytes));
    }

    private String text(String member) {
        return new String(members.getOrDefault(member, new byte[0]), UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
