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

/** A backup that was looked through from end to end: sealed, every part as the manifest says, nothing else in it. */
public final class Archive implements AutoCloseable {
    private static final long MOST_MANIFEST = 256L << 20;

    private final ZipFile zip;
    private final String seal;
    private final BackupManifest manifest;

    private Archive(ZipFile zip, String seal, BackupManifest manifest) {
        this.zip = zip;
        this.seal = seal;
        this.manifest = manifest;
    }

    /** Opens it if all of it is right and has room; no name in it is ever used as a path. */
    public static Archive open(Path file, Path target) throws IOException {
        var seal = Seal.check(file);
        try {
            var zip = new ZipFile(file.toFile(), UTF_8);
            try {
                var archive = new Archive(zip, seal, manifest(zip));
                archive.check(target);
                return archive;
            } catch (IOException | RuntimeException failed) {
                zip.close();
                throw failed;
            }
        } catch (ZipException _) {
            throw BackupRefusals.changed(file.toString());
        }
    }

    String seal() {
        return seal;
    }

    BackupManifest manifest() {
        return manifest;
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

    private void check(Path target) throws IOException {
        var names = new HashSet<>(manifest.names());
        names.add(BackupManifest.NAME);
        for (var entry : zip.stream().toList())
            if (!names.remove(entry.getName())) throw BackupRefusals.member(entry.getName());
        for (var missing : names) throw BackupRefusals.member(missing);

        long there = room(target.toAbsolutePath());
        if (manifest.size() > there) throw BackupRefusals.room(target.toString(), manifest.size(), there);
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
        var text = new ByteArrayOutputStream();
        try (var in = open(zip, BackupManifest.NAME)) {
            in.transferTo(new Digested(text, MOST_MANIFEST));
        } catch (Digested.TooMany | ZipException _) {
            throw BackupRefusals.member(BackupManifest.NAME);
        }
        return BackupManifest.read(text.toString(UTF_8));
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) throw BackupRefusals.member(name);
        return zip.getInputStream(entry);
    }
}
