package pingheng.seal;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file of the secret half, which must lie apart from what it seals: whoever takes one must not have the other. */
public record KeyFile(Path path) {
    private static final int LONGEST = 4096;
    private static final Set<PosixFilePermission> OWN = fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = fromString("rwx------");

    public KeyFile {
        path = path.toAbsolutePath().normalize();
    }

    /** Where the account of this program keeps its settings. */
    public static KeyFile ofAccount(Map<String, String> environment) {
        var told = environment.getOrDefault("XDG_CONFIG_HOME", "");
        var home = Path.of(System.getProperty("user.home", ".")).resolve(".config");
        var settings =
                told.startsWith("/") ? Path.of(told) : home; // a relative one does not count (XDG base directories)
        return new KeyFile(settings.resolve("pingheng").resolve("seal.key"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Refuses a key that lies in one of the folders of the data, however the way there is called. */
    void refuseIn(List<Path> folders) throws IOException {
        for (var folder : folders) if (real(path).startsWith(real(folder))) throw SealRefusals.inData(path, folder);
    }

    /** Refuses a key in the folder that the backup is written to. */
    public void refuseBeside(Path backup) throws IOException {
        var real = real(path);
        var out = real(backup.toAbsolutePath().normalize());
        if (real.equals(out) || above(real).equals(above(out))) throw SealRefusals.besideBackup(path, backup);
    }

    /** The key, if only its account can read and replace it and it is whole. */
    SigningKey read() throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) > LONGEST) throw SealRefusals.damaged(path);
        if (!OWN.containsAll(Files.getPosixFilePermissions(path))) throw SealRefusals.readable(path);
        for (var folder : List.of(above(path).toRealPath(), above(path.toRealPath()))) refuseReplaceable(folder);
        var text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        return SigningKey.read(text).orElseThrow(() -> SealRefusals.damaged(path));
    }

    private void refuseReplaceable(Path folder) throws IOException {
        var granted = Files.getPosixFilePermissions(folder);
        if (granted.contains(PosixFilePermission.GROUP_WRITE) || granted.contains(PosixFilePermission.OTHERS_WRITE))
            throw SealRefusals.replaceable(path, folder);
    }

    /** Makes a key; where two make one at once, both get the one that was there first. */
    SigningKey make() throws IOException {
        try {
            var folder = Files.createDirectories(above(path), asFileAttribute(OWN_FOLDER));
            var draft = Files.createTempFile(folder, "draft-", "", asFileAttribute(OWN));
            try {
                write(draft, SigningKey.make().written());
                Files.createLink(path, draft); // unlike a move it never replaces
            } catch (FileAlreadyExistsException _) {
                return read();
            } finally {
                Files.delete(draft);
            }
            force(folder);
        } catch (FileSystemException failed) {
            throw SealRefusals.unwritable(path, failed);
        }
        return read();
    }

    private static void write(Path draft, String text) throws IOException {
        try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.US_ASCII.encode(text));
            out.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    /** As the system finds it: without links, as far as there is something. */
    private static Path real(Path path) throws IOException {
        var absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) return absolute.toRealPath();
        var above = absolute.getParent();
        return above == null ? absolute : real(above).resolve(absolute.getFileName());
    }

    private static Path above(Path path) {
        var above = path.getParent();
        return above == null ? path : above;
    }
}
