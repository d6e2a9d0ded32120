package pingheng.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pingheng.problem.Findings;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;
import pingheng.result.RankingFile;
import pingheng.result.file.ResultFolder;

/** {@code evaluate FOLDER --out DIR}: figures and judgements in, scores, derivations and ranking out. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "按文件夹中的指标体系、数据和评审结论计算得分与排名。 Computes scores and ranking from a folder (docs/formats.md).")
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "评价文件夹 the folder of the evaluation")
    private Path folder = Path.of(".");

    @Option(names = "--out", paramLabel = "DIR", description = "结果写到 where the result is written")
    private @Nullable Path out;

    @Option(names = "--no-derivations", description = "不写推导 leave the derivations out")
    private boolean withoutDerivations;

    @Option(names = "--quiet", description = "不打印排名 do not print the ranking")
    private boolean quiet;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var findings = new Findings();
        var evaluation = EvaluationFolder.read(folder, findings);
        var results = Evaluator.evaluate(evaluation);
        if (out != null) ResultFolder.write(evaluation, results, out, !withoutDerivations);
        Notes.tell(spec, findings);
        if (spec != null && !quiet) {
            var console = spec.commandLine().getOut();
            console.print(RankingTable.of(evaluation.round(), RankingFile.lines(evaluation.units(), results)));
            console.print(RankingTable.undecided(results));
            if (out != null) console.println("结果 result: " + out);
        }
        return 0;
    }
}
