package pingheng.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pingheng.framework.Framework;
import pingheng.framework.Publication;
import pingheng.framework.table.FrameworkSheets;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.sheet.Folder;

/** {@code framework check|publish|next}: the life of a framework, from draft to published to the next version. */
@Command(
        name = "framework",
        mixinStandardHelpOptions = true,
        description = "检查、发布指标体系，或建立新版本。 Checks or publishes a framework, or makes its next version.")
final class FrameworkCommand {
    /** Where publication dates are counted. */
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    @Spec
    private @Nullable CommandSpec spec;

    @Command(description = "检查。 Checks a framework and prints its digest.")
    int check(@Parameters(paramLabel = "FOLDER") Path folder) {
        var framework = read(folder);
        say("%s 第 %d 版：%d 个观测点，%s 分。 摘要 digest %s%n", framework);
        return 0;
    }

    @Command(description = "发布：此后内容不能再改。 Publishes: the content does not change any more.")
    int publish(@Parameters(paramLabel = "FOLDER") Path folder) throws IOException {
        var framework = read(folder);
        if (framework.publication() instanceof Publication.Published)
            throw refused(folder, "framework.published", "已经发布，不能再次发布", "is published already");

        var on = LocalDate.now(Clock.system(HERE));
        Files.writeString(
                folder.resolve("published.tsv"), "digest\tpublished\n%s\t%s\n".formatted(framework.digest(), on));
        say("已发布 published: %s 第 %d 版，%d 个观测点，%s 分。 摘要 digest %s%n", framework);
        return 0;
    }

    @Command(description = "复制为新版本的草稿。 Copies to a draft of the next version.")
    int next(@Parameters(paramLabel = "FOLDER") Path folder, @Parameters(paramLabel = "NEW") Path target)
            throws IOException {
        var framework = read(folder);
        if (Files.exists(target)) throw refused(target, "framework.there", "已经存在，没有覆盖", "exists and was left alone");
        Files.createDirectories(target);
        int version = framework.settings().version() + 1;
        boolean raised = FrameworkCopy.copy(folder, target, version);
        say("新版本草稿，自 draft of the next version, from: %s 第 %d 版，%d 个观测点，%s 分。 %s%n", framework);
        if (!raised) sayVersion(version);
        return 0;
    }

    private Framework read(Path folder) {
        var findings = new Findings();
        var tables = Folder.of(folder, findings);
        findings.refuse();
        var framework = FrameworkSheets.read(tables);
        findings.refuse();
        Notes.tell(spec, findings);
        return framework;
    }

    private void say(String format, Framework framework) {
        if (spec == null) return;
        spec.commandLine()
                .getOut()
                .printf(
                        format,
                        framework.settings().title().zh(),
                        framework.settings().version(),
                        framework.points().size(),
                        framework.settings().sums().total().toPlainString(),
                        framework.digest());
    }

    /** The table of settings is a workbook, which is copied as it is. */
    private void sayVersion(int version) {
        if (spec == null) return;
        spec.commandLine()
                .getOut()
                .printf(
                        "settings 表已照抄，其中的 version 还是旧版：请改为 %1$d。%n"
                                + "    The table of settings was copied as it is: change its version to %1$d.%n",
                        version);
    }

    private static Refused refused(Path folder, String code, String zh, String en) {
        return new Refused(Place.file(folder.toString()), code, new Sentence(zh, en));
    }
}
