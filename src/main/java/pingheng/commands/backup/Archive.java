package pingheng.commands.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import pingheng.files.Stored;
import pingheng.seal.SealKey;

/** A backup that was looked through from end to end: every part as the manifest says, nothing else in it, its seal over all. */
public final class Archive implements AutoCloseable {
    private static final long MOST_MANIFEST = 256L << 20;
    private static final long MOST_SEAL = 1L << 10;

    private final ZipFile zip;
    private final Path file;
    private final String digest;
    private final BackupManifest manifest;

    private Archive(ZipFile zip, Path file, String digest, BackupManifest manifest) {
        this.zip = zip;
        this.file = file;
        this.digest = digest;
        this.manifest = manifest;
    }

    /** Opens it if all of it is right, and there is room for it in the folder; no name in it is ever used as a path. */
    static Archive open(Path file, Path target) throws IOException {
        return open(file, archive -> archive.checkRoom(target));
    }

    /** Opens it, only to be looked at, if all of it is right. */
    public static Archive open(Path file) throws IOException {
        return open(file, archive -> {});
    }

    /** What is asked for before the parts are read. */
    private interface Asked {
        void of(Archive archive);
    }

    private static Archive open(Path file, Asked asked) throws IOException {
        var digest = TailDigest.check(file);
        try {
            var zip = new ZipFile(file.toFile(), UTF_8);
            try {
                var archive = new Archive(zip, file, digest, manifest(zip));
                archive.checkNames();
                archive.checkSeal();
                asked.of(archive);
                archive.checkParts();
                return archive;
            } catch (IOException | RuntimeException failed) {
                zip.close();
                throw failed;
            }
        } catch (ZipException _) {
            throw BackupRefusals.changed(file.toString());
        }
    }

    String digest() {
        return digest;
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /**
     * Who sealed it, held against the key that was told by another way. Refuses a backup without a seal, and one sealed by another key.
     */
    public SealState sealState(SealKey expected) throws IOException {
        if (!manifest.isSealed()) throw BackupRefusals.noSeal(file.toString());
        var by = seal().by();
        if (!by.equals(expected)) throw BackupRefusals.otherKey(file.toString(), by, expected);
        return new SealState.Holds(by);
    }

    /** As above, when no key was told: whoever changed a backup can have sealed it anew. */
    public SealState sealState() throws IOException {
        return manifest.isSealed() ? new SealState.Unchecked(seal().by()) : new SealState.None();
    }

    InputStream open(BackupManifest.Table table) throws IOException {
        return open(zip, BackupManifest.name(table.name()));
    }

    InputStream open(Stored file) throws IOException {
        return open(zip, BackupManifest.name(file));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void checkNames() {
        var names = new HashSet<>(manifest.names());
        names.add(BackupManifest.NAME);
        if (manifest.isSealed()) names.add(Seal.NAME);
        for (var entry : zip.stream().toList())
            if (!names.remove(entry.getName())) throw BackupRefusals.member(entry.getName());
        for (var missing : names) throw BackupRefusals.member(missing);
    }

    /** Under the key it names itself. */
    private void checkSeal() throws IOException {
        if (manifest.isSealed() && !seal().holds(manifest)) throw BackupRefusals.seal(file.toString());
    }

    private void checkRoom(Path target) {
        long there = room(target.toAbsolutePath());
        if (manifest.size() > there) throw BackupRefusals.room(target.toString(), manifest.size(), there);
    }

    private void checkParts() throws IOException {
        for (var table : manifest.tables()) check(BackupManifest.name(table.name()), table.size(), table.sha256());
        for (var stored : manifest.files()) check(BackupManifest.name(stored), stored.size(), stored.sha256());
    }

    /** Of the first folder above that is there. */
    private static long room(Path target) {
        var folder = target.toFile();
        while (!folder.exists() && folder.getParentFile() != null) folder = folder.getParentFile();
        return folder.getUsableSpace();
    }

    /** No more is unpacked than the manifest says. */
    private void check(String name, long size, String sha256) throws IOException {
        var out = new Digested(OutputStream.nullOutputStream(), size);
        try (var in = open(zip, name)) {
            in.transferTo(out);
        } catch (Digested.TooMany | ZipException _) {
            throw BackupRefusals.member(name);
        }
        if (out.size() != size || !out.sha256Hex().equals(sha256)) throw BackupRefusals.member(name);
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException {
        return BackupManifest.read(text(zip, BackupManifest.NAME, MOST_MANIFEST));
    }

    private Seal seal() throws IOException {
        return Seal.read(text(zip, Seal.NAME, MOST_SEAL));
    }

    private static String text(ZipFile zip, String name, long most) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var in = open(zip, name)) {
            in.transferTo(new Digested(text, most));
        } catch (Digested.TooMany | ZipException _) {
            throw BackupRefusals.member(name);
        }
        return text.toString(UTF_8);
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) throw BackupRefusals.member(name);
        return zip.getInputStream(entry);
    }
}
