package pingheng.commands.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pingheng.database.Database;
import pingheng.database.Dump;
import pingheng.database.Sql;
import pingheng.files.Stored;
import pingheng.files.Vault;
import pingheng.ledger.Ledger;
import pingheng.seal.SigningKey;

/** Writes a backup. The same state gives the same bytes. */
public final class Backup {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    private Backup(ZipOutputStream zip) {
        this.zip = zip;
    }

    /**
     * What was written: its digest, what it holds, the chains of the ledger that do not hold, and the stored files that are damaged
     * and therefore left out.
     */
    public record Written(String digest, BackupManifest manifest, List<String> broken, List<String> damaged) {
        /** Whether all is as it should be. */
        public boolean sound() {
            return broken.isEmpty() && damaged.isEmpty();
        }
    }

    /**
     * The rows as they are at one moment, then the files: what a row names was stored before the row was written. The key seals what
     * was written.
     */
    public static Written write(Database database, Vault vault, Path out, SigningKey key, Clock wall)
            throws IOException, SQLException {
        var target = out.toAbsolutePath();
        if (Files.exists(target)) throw BackupRefusals.exists(out.toString());
        var draft = Files.createTempFile(target.resolveSibling(".").normalize(), "backup-", ".part");
        try (var dump = Dump.reading(database)) {
            var broken = Ledger.of(Sql.on(dump.connection()), wall).broken();
            var damaged = vault.damaged();
            var manifest = write(dump, vault, damaged, key, draft);
            var digest = TailDigest.set(draft);
            Files.move(draft, target);
            return new Written(digest, manifest, broken, damaged);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static BackupManifest write(Dump dump, Vault vault, List<String> damaged, SigningKey key, Path draft)
            throws IOException, SQLException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(draft), UTF_8)) {
            zip.setComment(TailDigest.OPEN);
            var backup = new Backup(zip);
            zip.setLevel(Deflater.BEST_SPEED);
            var tables = backup.tables(dump);
            var sequences = dump.sequences();
            zip.setLevel(Deflater.NO_COMPRESSION);
            var files = backup.files(vault, damaged);
            zip.setLevel(Deflater.BEST_SPEED);
            var manifest = new BackupManifest(BackupManifest.SEALED, dump.schemaVersion(), tables, sequences, files);
            backup.text(BackupManifest.NAME, manifest.written());
            backup.text(Seal.NAME, Seal.set(key, manifest).written());
            return manifest;
        }
    }

    private List<BackupManifest.Table> tables(Dump dump) throws IOException, SQLException {
        var tables = new ArrayList<BackupManifest.Table>();
        for (var name : dump.tables()) {
            begin(BackupManifest.name(name));
            var out = new Digested(zip, Long.MAX_VALUE);
            long rows = dump.copyOut(name, out);
            zip.closeEntry();
            tables.add(new BackupManifest.Table(name, rows, out.size(), out.sha256Hex()));
        }
        return tables;
    }

    private List<Stored> files(Vault vault, List<String> damaged) throws IOException {
        var files = new ArrayList<Stored>();
        for (var sha256 : vault.all().filter(name -> !damaged.contains(name)).toList()) {
            var out = new Digested(zip, Long.MAX_VALUE);
            try (var in = vault.open(sha256)) {
                begin("files/" + sha256);
                in.transferTo(out);
                zip.closeEntry();
            }
            if (!out.sha256Hex().equals(sha256)) throw new IOException("damaged while it was read: " + sha256);
            files.add(new Stored(sha256, out.size()));
        }
        return files;
    }

    private void text(String name, String text) throws IOException {
        begin(name);
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
