package pingheng.commands.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.check.Mismatches;
import pingheng.commands.backup.Restoration;
import pingheng.commands.backup.SealState;
import pingheng.database.Database;
import pingheng.database.Dump;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.database.Sql;
import pingheng.files.Vault;
import pingheng.seal.BackupKey;
import pingheng.seal.SealKey;

/** Verifies a data folder or a backup in a copy, which is gone afterwards: what is shown stays as it is, to the byte. */
public final class Verification {
    private final Path work;
    private final @Nullable HeldPaper paper;

    private Verification(Path work, @Nullable HeldPaper paper) {
        this.work = work;
        this.paper = paper;
    }

    /** What was found, and what is known of the seal; a data folder has none. */
    public record Verified(Mismatches mismatches, @Nullable SealState seal) {}

    /**
     * Verifies a data folder that nobody works on, or a backup.
     *
     * @param key the public key of whoever took the backup; null when none was told
     * @param paper what is held against it; null when nothing is
     */
    public static Verified of(Path shown, @Nullable SealKey key, @Nullable HeldPaper paper)
            throws IOException, SQLException {
        var work = Files.createTempDirectory("pingheng-verify-");
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx--x--x")); // for the database's account
        try {
            var verification = new Verification(Files.createDirectory(work.resolve("data")), paper);
            return Files.isDirectory(shown) ? verification.folder(shown) : verification.backup(shown, key);
        } finally {
            for (var folder : EmbeddedPostgres.folders(work.resolve("data"))) delete(folder);
            delete(work);
        }
    }

    private Verified folder(Path shown) throws IOException, SQLException {
        EmbeddedPostgres.copy(shown, work);
        var noted = BackupKey.noted(shown).map(SealKey::text).orElse(null);
        return new Verified(mismatches(new Vault(shown.resolve("files")), noted), null);
    }

    private Verified backup(Path shown, @Nullable SealKey key) throws IOException, SQLException {
        var seal = Restoration.restoreAsItIs(shown, work, key).seal();
        var by = switch (seal) {
            case SealState.Holds(var holds) -> holds.text();
            case SealState.Unchecked(var claimed) -> claimed.text();
            case SealState.None() -> null;
        };
        return new Verified(mismatches(new Vault(work.resolve("files")), by), seal);
    }

    private Mismatches mismatches(Vault vault, @Nullable String sealKey) throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start(work)) {
            Schema.bringUpToDate(postgres.database());
            return mismatches(postgres.database(), vault, new Checks.Held(paper, sealKey));
        }
    }

    /** As the database is at one moment; nothing can be written. */
    private static Mismatches mismatches(Database database, Vault vault, Checks.Held held) throws SQLException {
        try (var dump = Dump.reading(database)) {
            return Checks.run(Sql.on(dump.connection()), vault, held);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (var all = Files.walk(tree)) {
            for (var path : Stream.of(all.toArray(Path[]::new)).toList().reversed()) Files.delete(path);
        }
    }
}
