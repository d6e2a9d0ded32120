package pingheng.commands.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.commands.Pingheng;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.digest.Sha256;

/** What an earlier program wrote, with a released year, is verified as a backup and as a folder, and stays as it is. */
class VerifyTest {
    @TempDir
    private Path temp = Path.of("");

    @Test
    void aBackupHoldsAndItsSealIsTold() throws IOException {
        var backup = Fixture.unpacked("backup-287939b", temp).resolve("2019.backup");

        assertThat(run("verify", backup))
                .startsWith("exit 0")
                .contains("封印未核对", "seal not checked", "全部相符", "all holds");
    }

    @Test
    void anOlderFolderHoldsAndNotAByteInItChanges() throws IOException {
        var data = Fixture.unpacked("data-287939b", temp);
        Files.createFile(data.resolve("lock"));
        var before = bytes(data);

        assertThat(run("verify", data)).startsWith("exit 0").contains("全部相符", "all holds");
        assertThat(bytes(data)).isEqualTo(before);
    }

    @Test
    void aFolderInUseIsRefusedAndSoIsOneWithoutData() throws IOException {
        var data = Files.createDirectories(temp.resolve("data"));
        assertThat(run("verify", data)).startsWith("exit 1").contains("这个文件夹里没有评衡的数据", "there is no data");
        try (var postgres = EmbeddedPostgres.start(data)) {
            Schema.bringUpToDate(postgres.database());
            assertThat(run("verify", data)).startsWith("exit 1").contains("正在使用这个数据文件夹", "another Pingheng works");
        }
        assertThat(run("verify", data)).startsWith("exit 0").contains("all holds: 0 values");
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        var bytes = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var path : all.filter(Files::isRegularFile).toList())
                bytes.put(path.toString(), Sha256.told(Sha256.stream(), Files.readAllBytes(path)));
        }
        return bytes;
    }

    private static String run(Object... args) {
        var out = new StringWriter();
        int exit = Pingheng.run(
                new PrintWriter(out),
                new PrintWriter(out),
                Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        return "exit " + exit + "\n" + out;
    }
}
