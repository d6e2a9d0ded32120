package pingheng.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pingheng.commands.backup.Backup;
import pingheng.database.Database;
import pingheng.database.EmbeddedPostgres;
import pingheng.files.Vault;

/** {@code backup}: the data of a folder in one file, while the server runs or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "备份：把数据文件夹写成一个文件，系统运行时也可以。 Writes the data folder to one file, also while the server runs.")
final class BackupCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "数据文件夹 where the data is kept")
    private Path data = Path.of("data");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "备份写到（新文件） the new file")
    private Path out = Path.of("");

    @Mixin
    private SealKeyOption sealKey = new SealKeyOption();

    @Option(
            names = "--new-seal-key",
            description = "密钥遗失或要更换：改用 --seal-key 处的密钥，没有就新建 the key is lost or to be changed: take the one at"
                    + " --seal-key, or make one there")
    private boolean newSealKey;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        var written = written();
        say("已备份：%d 行，%d 个文件；摘要 %s / backed up: %1$d rows, %2$d files; digest %3$s"
                .formatted(written.manifest().rows(), written.manifest().files().size(), written.digest()));
        written.broken().forEach(chain -> say("台账的链不成立 / a chain of the ledger does not hold: " + chain));
        written.damaged().forEach(file -> say("文件已损坏，没有备份 / a damaged file, not backed up: " + file));
        return written.sound() ? 0 : Pingheng.REFUSED;
    }

    private Backup.Written written() throws IOException, SQLException {
        var vault = new Vault(data.resolve("files"));
        var running = EmbeddedPostgres.running(data);
        if (running.isPresent()) return write(running.get(), vault);
        try (var postgres = EmbeddedPostgres.start(data)) {
            return write(postgres.database(), vault);
        }
    }

    /** The key is told before anything is written: what is sealed by it can be checked whatever happens next. */
    private Backup.Written write(Database database, Vault vault) throws IOException, SQLException {
        sealKey.file().refuseBeside(out);
        var backupKey = newSealKey ? sealKey.anew(data) : sealKey.backupKey(data);
        var told = sealKey.told(backupKey);
        say(told.zh() + " / " + told.en());
        return Backup.write(database, vault, out, backupKey.key(), Clock.systemUTC());
    }

    private void say(String line) {
        if (spec != null) spec.commandLine().getOut().println(line);
    }
}
