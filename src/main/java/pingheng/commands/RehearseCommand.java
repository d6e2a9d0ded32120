package pingheng.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pingheng.rehearsal.made.Province;

/** {@code rehearse FOLDER}: makes up what a province reports and judges, by a seed. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "按种子生成一省的演练数据。 Makes up the figures and judgements of a province, by a seed.")
final class RehearseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "含 units、plausible 和指标体系 with units, plausible and the frameworks")
    private Path folder = Path.of(".");

    @Option(names = "--out", paramLabel = "DIR", description = "写到（默认写回原处） where to write (default: there)")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "种子（默认 2020） the seed (default 2020)")
    private long seed = 2020;

    @Override
    public Integer call() throws IOException {
        Province.read(folder, seed).write(out == null ? folder : out);
        return 0;
    }
}
