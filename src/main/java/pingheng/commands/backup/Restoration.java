package pingheng.commands.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.database.Database;
import pingheng.database.Dump;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.database.Sql;
import pingheng.files.Vault;
import pingheng.ledger.Ledger;
import pingheng.seal.SealKey;

/** Puts a backup back into an empty folder: all of it or nothing. */
public final class Restoration {
    private final Archive archive;
    private final BackupManifest manifest;

    private Restoration(Archive archive) {
        this.archive = archive;
        this.manifest = archive.manifest();
    }

    /** What was put back. */
    public record Restored(String digest, SealState seal, BackupManifest manifest) {}

    /** What the rows are looked through for before they are kept; refuses what must not be. */
    private interface Look {
        void at(Dump dump);
    }

    /**
     * Until the end the folder is marked as not whole; what fails leaves it empty, what is killed leaves the mark.
     *
     * @param key the public key of whoever took the backup, as it was told by another way; null when none was
     */
    public static Restored restore(Path file, Path data, @Nullable SealKey key, Clock wall)
            throws IOException, SQLException {
        return restore(file, data, key, dump -> ledger(dump, wall));
    }

    /** As above, for whoever looks closer: chains of the ledger that do not hold are put back as they are. */
    public static Restored restoreAsItIs(Path file, Path data, @Nullable SealKey key) throws IOException, SQLException {
        return restore(file, data, key, dump -> {});
    }

    private static Restored restore(Path file, Path data, @Nullable SealKey key, Look look)
            throws IOException, SQLException {
        EmbeddedPostgres.checkRestorable(data);
        try (var archive = Archive.open(file, data)) {
            var seal = key == null ? archive.sealState() : archive.sealState(key);
            var postgres = EmbeddedPostgres.startRestoring(data);
            boolean whole = false;
            try {
                into(archive, postgres.database(), new Vault(data.resolve("files")), look);
                whole = true;
            } finally {
                if (whole) postgres.restored();
                else postgres.abandon();
            }
            return new Restored(archive.digest(), seal, archive.manifest());
        }
    }

    static void into(Archive archive, Database database, Vault vault, Clock wall) throws IOException, SQLException {
        into(archive, database, vault, dump -> ledger(dump, wall));
    }

    /** The tables as they were when the backup was taken, the rows, the files; then the tables as they are today. */
    private static void into(Archive archive, Database database, Vault vault, Look look)
            throws IOException, SQLException {
        var manifest = archive.manifest();
        Schema.bringUpTo(database, manifest.schema());
        try (var dump = Dump.writing(database)) {
            new Restoration(archive).into(dump, look);
        }
        for (var stored : manifest.files()) {
            try (var in = archive.open(stored)) {
                vault.put(in, stored.size());
            }
        }
        Schema.bringUpToDate(database);
    }

    private void into(Dump dump, Look look) throws IOException, SQLException {
        if (!dump.schemaVersion().equals(manifest.schema())) throw BackupRefusals.schema(manifest.schema());
        rows(dump);
        sequences(dump);
        look.at(dump);
        dump.commit();
    }

    private void rows(Dump dump) throws IOException, SQLException {
        var names = manifest.tables().stream().map(BackupManifest.Table::name).toList();
        if (!Set.copyOf(names).equals(Set.copyOf(dump.tables()))) throw BackupRefusals.schema(manifest.schema());
        dump.empty();
        for (var name : dump.tables()) put(dump, manifest.tables().get(names.indexOf(name)));
    }

    /** What is there afterwards is read again: it must be what was handed in, to the byte. */
    private void put(Dump dump, BackupManifest.Table table) throws IOException {
        try (var in = archive.open(table)) {
            dump.copyIn(table.name(), in);
            var out = new Digested(OutputStream.nullOutputStream(), Long.MAX_VALUE);
            if (dump.copyOut(table.name(), out) != table.rows()
                    || !out.sha256Hex().equals(table.sha256())) throw BackupRefusals.rows(table.name(), "SHA-256");
        } catch (SQLException failed) {
            throw BackupRefusals.rows(table.name(), String.valueOf(failed.getMessage()));
        }
    }

    private void sequences(Dump dump) throws SQLException {
        if (!names(manifest.sequences()).equals(names(dump.sequences())))
            throw BackupRefusals.schema(manifest.schema());
        for (var sequence : manifest.sequences()) dump.set(sequence);
    }

    private static List<String> names(List<Dump.Sequence> sequences) {
        return sequences.stream().map(Dump.Sequence::name).sorted().toList();
    }

    private static void ledger(Dump dump, Clock wall) {
        var broken = Ledger.of(Sql.on(dump.connection()), wall).broken();
        if (!broken.isEmpty()) throw BackupRefusals.ledger(String.join(", ", broken));
    }
}
