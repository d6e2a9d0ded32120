package pingheng.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pingheng.commands.verify.HeldPaper;
import pingheng.commands.verify.Verification;
import pingheng.problem.Sentence;
import pingheng.seal.GivenKey;

/** {@code verify DATA|BACKUP}: whether what was signed, sealed and released is what is stored; a sentence a difference. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "核验：台账的链、签名和报送的摘要、评审意见、发布、文件，逐项重算；不改动所给的数据。",
            "Verifies chains, seals, opinions, releases and files by computing them anew; the data it is shown stays as it is."
        },
        exitCodeListHeading = "%n退出码 exit codes:%n",
        exitCodeList = {
            " 0:全部相符 all holds",
            " 1:没有核验：输入被退回 nothing was verified: refused",
            " 2:命令行有误 the command line is not understood",
            " 3:没有核验：机器、磁盘或数据库出错 nothing was verified: it failed",
            "10:台账不符 the ledger differs",
            "11:签名或报送不符 something signed or sealed differs",
            "12:封存后有改动 something changed since it was sealed",
            "13:评审、核查、合议或调查不符 something judged differs",
            "14:发布或意见书不符 something released differs",
            "15:文件缺失或被改 a file is missing or altered",
            "16:回执不符 the receipt differs",
            "20:以上几类都有 several of these kinds"
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATA|BACKUP", description = "数据文件夹或备份文件 a data folder or a backup")
    private Path shown = Path.of("");

    @Option(
            names = "--seal-key",
            paramLabel = "KEY",
            description =
                    "备份者的封印公钥 ed25519:…，或写有它的文件 the public key of whoever took the backup, or a file in which it stands")
    private @Nullable String sealKey;

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description =
                    "一份报送回执或意见书：接口给出的 JSON，或其页面、PDF 中的文字 a receipt of a submission, or an opinion letter: the JSON of the"
                            + " interface, or the text of the page or the PDF")
    private @Nullable Path receipt;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        var verified = Verification.of(shown, sealKey == null ? null : GivenKey.of(sealKey), paper());
        var seal = verified.seal();
        if (seal != null) say(seal.told());
        var mismatches = verified.mismatches();
        mismatches.found().forEach(difference -> say(difference.told()));
        say(
                mismatches.found().isEmpty()
                        ? Sentence.of("全部相符：比对了 %d 项", "all holds: %d values were compared", mismatches.compared())
                        : Sentence.of(
                                "有 %1$d 处不符，比对了 %2$d 项",
                                "%1$d differences among %2$d values that were compared",
                                mismatches.found().size(),
                                mismatches.compared()));
        return mismatches.exit();
    }

    private @Nullable HeldPaper paper() throws IOException {
        if (receipt == null) return null;
        var read = HeldPaper.read(receipt.toString(), Files.readString(receipt));
        read.lacks().ifPresent(this::say);
        return read;
    }

    private void say(Sentence sentence) {
        if (spec == null) return;
        spec.commandLine().getOut().println(sentence.zh());
        spec.commandLine().getOut().println(sentence.en());
    }
}
