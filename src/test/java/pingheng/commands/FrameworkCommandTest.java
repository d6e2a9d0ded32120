package pingheng.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.sheet.BrokenWorkbooks;
import pingheng.sheet.written.NewWorkbook;

/** The life of a framework: draft, published and bound to its digest, next version. */
class FrameworkCommandTest {
    private static final Path GOOD = Path.of("src/test/resources/pingheng/small/county");

    @TempDir
    private Path temp = Path.of(".");

    private Path folder = temp;

    @BeforeEach
    void aDraft() throws IOException {
        folder = Files.createDirectory(temp.resolve("county"));
        try (var tables = Files.list(GOOD)) {
            for (var table : tables.toList()) Files.copy(table, folder.resolve(table.getFileName()));
        }
    }

    @Test
    void aDraftIsCheckedAndItsDigestTold() {
        assertThat(run("check", folder))
                .startsWith("exit 0")
                .contains("小指标体系 第 1 版：5 个观测点，12 分")
                .containsPattern("[0-9a-f]{64}");
    }

    @Test
    void aPublishedFrameworkIsBoundToItsDigest() throws IOException {
        run("publish", folder);
        assertThat(run("check", folder)).startsWith("exit 0");

        var points = folder.resolve("points.tsv");
        Files.writeString(points, Files.readString(points).replace("各 1 分。", "各 1 分！"));

        assertThat(run("check", folder)).startsWith("exit 1").contains("指标体系发布后被改动");
    }

    @Test
    void itIsPublishedOnce() throws IOException {
        run("publish", folder);
        var published = Files.readString(folder.resolve("published.tsv"));

        assertThat(run("publish", folder)).startsWith("exit 1").contains("已经发布");
        assertThat(folder.resolve("published.tsv")).hasContent(published);
    }

    @Test
    void aNumberWrittenOtherwiseIsNoChange() throws IOException {
        run("publish", folder);
        var rules = folder.resolve("rules.tsv");
        Files.writeString(rules, Files.readString(rules).replace("2.1\t\t3\t", "2.1\t\t3.0\t"));

        assertThat(run("check", folder)).startsWith("exit 0");
    }

    @Test
    void theNextVersionIsADraftAgain() throws IOException {
        run("publish", folder);
        var next = temp.resolve("next");

        assertThat(run("next", folder, next)).startsWith("exit 0");
        assertThat(next.resolve("published.tsv")).doesNotExist();
        assertThat(run("check", next)).contains("第 2 版");
        assertThat(run("next", folder, next)).startsWith("exit 1").contains("已经存在");
    }

    @Test
    void theVersionIsRaisedInATextOfAnyEncodingAndOtherwiseSaid() throws IOException {
        var settings = folder.resolve("settings.tsv");
        var gbk = Charset.forName("GB18030");
        Files.write(settings, Files.readString(settings).replace('\t', ',').getBytes(gbk));

        assertThat(run("next", folder, temp.resolve("second")))
                .startsWith("exit 0")
                .doesNotContain("还是旧版");
        assertThat(run("check", temp.resolve("second"))).contains("第 2 版");

        var rows = Files.readAllLines(settings, gbk).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        var workbook = new NewWorkbook("settings", List.of(12, 12)).of(rows.getFirst(), rows.subList(1, rows.size()));
        Files.write(settings, workbook);

        assertThat(run("next", folder, temp.resolve("third")))
                .startsWith("exit 0")
                .contains("还是旧版：请改为 2");
        assertThat(run("check", temp.resolve("third"))).contains("第 1 版");
    }

    @Test
    void whatIsHiddenInATableIsSaid() throws IOException {
        var rows = Files.readAllLines(folder.resolve("settings.tsv")).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        var workbook = new NewWorkbook("settings", List.of(12, 12)).of(rows.getFirst(), rows.subList(1, rows.size()));
        Files.write(
                folder.resolve("settings.tsv"),
                new BrokenWorkbooks(workbook, 1).with(Map.of("<row r=\"3\"", "<row r=\"3\" hidden=\"1\"")));

        for (var told : List.of(run("check", folder), run("next", folder, temp.resolve("b")), run("publish", folder)))
            assertThat(told).startsWith("exit 0").contains("其中有 1 个隐藏的行", "1 hidden rows are among them");
    }

    private static String run(String command, Path... folders) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        var args = new String[folders.length + 2];
        args[0] = "framework";
        args[1] = command;
        for (int i = 0; i < folders.length; i++) args[i + 2] = folders[i].toString();
        return "exit " + Pingheng.run(writer, writer, args) + "\n" + told;
    }
}
