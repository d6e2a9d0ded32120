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
import pingheng.problem.Sentence;
import pingheng.seal.GivenKey;

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

    @Option(
            names = "--seal-key",
            paramLabel = "KEY",
            description = "备份者的封印公钥 ed25519:…，或写有它的文件：核对备份没有被改动后重新封印 the public key of whoever took the backup,"
                    + " or a file in which it stands: shows that nobody has changed and sealed it anew")
    private @Nullable String sealKey;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        var restored =
                Restoration.restore(file, data, sealKey == null ? null : GivenKey.of(sealKey), Clock.systemUTC());
        say(Sentence.of(
                "已恢复：%1$d 行，%2$d 个文件；每个摘要相符，台账的每条链成立；备份的摘要 %3$s",
                "restored: %1$d rows, %2$d files; every digest is right, every chain of the ledger holds; digest of the backup %3$s",
                restored.manifest().rows(),
                restored.manifest().files().size(),
                restored.digest()));
        say(restored.seal().told());
        return 0;
    }

    private void say(Sentence sentence) {
        if (spec == null) return;
        spec.commandLine().getOut().println(sentence.zh());
        spec.commandLine().getOut().println(sentence.en());
    }
}
