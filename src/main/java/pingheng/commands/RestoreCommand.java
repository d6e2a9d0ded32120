package pingheng.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pingheng.commands.backup.Restoration;

/** {@code restore FILE}: a backup into an empty folder, whole or not at all. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "恢复：把备份放回空文件夹，核对每个摘要和台账。 Restores a backup into an empty folder, every digest checked.")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "备份文件 the backup")
    private Path file = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "空的数据文件夹 an empty folder for the data")
    private Path data = Path.of("data");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        var restored = Restoration.restore(file, data, Clock.systemUTC());
        if (spec != null)
            spec.commandLine()
                    .getOut()
                    .printf(
                            "已恢复：%d 行，%d 个文件；每个摘要相符，台账的每条链成立；备份的摘要 %s%n"
                                    + "restored: %1$d rows, %2$d files; every digest is right, every chain of the ledger holds;"
                                    + " digest of the backup %3$s%n",
                            restored.manifest().rows(),
                            restored.manifest().files().size(),
                            restored.seal());
        return 0;
    }
}
