package pingheng.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with a folder is told in sentences, several at once, and nothing is written. All sentences stand in one golden
 * file; with {@code -Dgolden=write} it is written anew, to be read as a difference.
 */
class DamagedFoldersTest {
    private static final Path GOOD = Path.of("src/test/resources/pingheng/small");
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/damaged.golden.txt");

    @TempDir
    private Path temp = Path.of(".");

    @Test
    void theGoodFolderIsGood() throws IOException {
        assertThat(evaluate(copy("good"))).startsWith("exit 0");
        assertThat(temp.resolve("good.out/ranking.csv")).hasContent("""
                        code,name,level,region,total,place,total_exact
                        440113,番禺区,county,珠三角,16.00,1,16.0000000000
                        440114,花都区,county,珠三角,9.97,2,9.9747058824
                        """);
    }

    @Test
    void fullWidthDigitsPercentSignsAndGb18030AreNoDamage() throws IOException {
        var folder = copy("widths");
        Damages.inGb18030(folder);

        assertThat(Files.readString(folder.resolve("figures.tsv"))).contains("７０００", "10,000", "85%");
        assertThat(evaluate(folder)).startsWith("exit 0");
    }

    @Test
    void everyDamageIsToldInSentences() throws IOException {
        var told = new StringBuilder();
        int number = 0;
        for (var damage : Damages.all().entrySet()) {
            var folder = copy("damaged" + number++);
            damage.getValue().to(folder);
            told.append("== ")
                    .append(damage.getKey())
                    .append('\n')
                    .append(evaluate(folder))
                    .append('\n');
            assertThat(temp.resolve(folder.getFileName() + ".out"))
                    .as(damage.getKey())
                    .doesNotExist();
        }
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, told);

        assertThat(told.toString())
                .doesNotContain("Exception", "\tat ", "java.")
                .doesNotContain("exit 0", "exit 2")
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void aFolderThatIsNotThereIsToldSo() {
        assertThat(evaluate(temp.resolve("nowhere"))).startsWith("exit 1").contains("没有这个文件夹");
    }

    private String evaluate(Path folder) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        var out = temp.resolve(folder.getFileName() + ".out");
        int exit = Pingheng.run(writer, writer, "evaluate", folder.toString(), "--out", out.toString());
        return "exit " + exit + "\n" + told.toString().replace(temp.toString(), "TEMP");
    }

    private Path copy(String name) throws IOException {
        var target = temp.resolve(name);
        try (var files = Files.walk(GOOD)) {
            for (var file : files.toList()) {
                var copied = target.resolve(GOOD.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copied);
                else Files.copy(file, copied);
            }
        }
        return target;
    }
}
