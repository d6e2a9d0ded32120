package pingheng.commands;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pingheng.database.EmbeddedPostgres;
import pingheng.problem.Sentence;
import pingheng.seal.BackupKey;
import pingheng.seal.KeyFile;

/** Where the secret key lies by which backups are sealed. */
final class SealKeyOption {
    @Option(
            names = "--seal-key",
            paramLabel = "FILE",
            description = "备份的封印私钥，须在数据和备份之外（默认在帐户的配置文件夹） the secret key that seals backups, outside data and"
                    + " backups (by default among the settings of the account)")
    private @Nullable Path file;

    KeyFile file() {
        return file == null ? KeyFile.ofAccount(System.getenv()) : new KeyFile(file);
    }

    /** The key of a data folder, made at the first time. */
    BackupKey backupKey(Path data) throws IOException {
        return BackupKey.of(file(), EmbeddedPostgres.folders(data));
    }

    /** As above, whatever key it was before. */
    BackupKey anew(Path data) throws IOException {
        return BackupKey.anew(file(), EmbeddedPostgres.folders(data));
    }

    /** What whoever runs the command is told of it. */
    Sentence told(BackupKey backupKey) {
        var open = backupKey.key().open().text();
        if (!backupKey.made()) return Sentence.of("封印公钥 %s", "public key of the seal %s", open);
        return Sentence.of(
                "新的封印公钥 %1$s；请抄在纸上，与备份分开保管，恢复时凭它核对；私钥在 %2$s，请另存一份",
                "the new public key of the seal is %1$s: keep it on paper and apart from the backups, a restore is checked by it; the"
                        + " secret key is %2$s, keep a copy of that, too",
                open,
                file().path());
    }
}
