package pingheng.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.util.List;
import java.util.Optional;

/**
 * The key by which the backups of one data folder are sealed. The folder notes the public half, so that another key in the place of
 * the first does not go unseen.
 *
 * @param made whether there was none before
 */
public record BackupKey(SigningKey key, boolean made) {
    private static final String NOTE = "seal.pub";
    private static final int LONGEST = 200;

    /**
     * The key of the file, made at the first time. Refuses one that lies in one of the folders, and one that is lost or not the one
     * these data were sealed with before.
     *
     * @param folders where the data lie, the data folder first
     */
    public static BackupKey of(KeyFile file, List<Path> folders) throws IOException {
        file.refuseIn(folders);
        var noted = noted(folders.getFirst());
        if (noted.isPresent() && !file.exists()) throw SealRefusals.lost(file.path(), noted.get());
        var backupKey = begin(file);
        var open = backupKey.key.open();
        if (noted.isPresent() && !noted.get().equals(open)) throw SealRefusals.other(file.path(), open, noted.get());
        if (noted.isEmpty()) note(folders.getFirst(), open);
        return backupKey;
    }

    /** As above, when another key is meant: the old one is lost, or was seen by others. */
    public static BackupKey anew(KeyFile file, List<Path> folders) throws IOException {
        file.refuseIn(folders);
        var backupKey = begin(file);
        note(folders.getFirst(), backupKey.key.open());
        return backupKey;
    }

    private static BackupKey begin(KeyFile file) throws IOException {
        return file.exists() ? new BackupKey(file.read(), false) : new BackupKey(file.make(), true);
    }

    /** The public key that a data folder notes, if it does. */
    public static Optional<SealKey> noted(Path data) throws IOException {
        var note = data.resolve(NOTE);
        if (!Files.exists(note)) return Optional.empty();
        if (!Files.isRegularFile(note) || Files.size(note) > LONGEST) throw SealRefusals.note(note);
        var text = new String(Files.readAllBytes(note), StandardCharsets.ISO_8859_1);
        return Optional.of(SealKey.read(text).orElseThrow(() -> SealRefusals.note(note)));
    }

    private static void note(Path data, SealKey open) throws IOException {
        var draft = Files.createTempFile(data, "draft-", "");
        Files.writeString(draft, open.text() + "\n");
        var owner = Files.getOwner(data); // root notes it for the account that the data belong to
        if (!owner.equals(Files.getOwner(draft)))
            Files.getFileAttributeView(draft, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setOwner(owner);
        Files.move(draft, data.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE);
    }
}
