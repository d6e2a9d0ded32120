package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.problem.Refused;
import pingheng.result.file.ResultFolder;

class ResultFolderTest {
    private final Evaluation evaluation = EvaluationFolder.read(Path.of("examples/guangdong-2020"));

    @TempDir
    private Path temp = Path.of(".");

    @Test
    void anEarlierResultIsReplacedWhole() throws IOException {
        var out = temp.resolve("out");
        write(out, true);
        write(out, false);

        assertThat(out.resolve("ranking.csv")).exists();
        assertThat(out.resolve("derivations")).doesNotExist();
        assertThat(temp)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
    }

    @Test
    void aFolderWithAnythingElseInItIsLeftAlone() throws IOException {
        var out = temp.resolve("out");
        write(out, false);
        Files.writeString(out.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> write(out, false)).isInstanceOf(Refused.class).hasMessageContaining("left alone");
        assertThat(out.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void aFileOrALinkInThePlaceIsLeftAlone() throws IOException {
        var file = Files.writeString(temp.resolve("file"), "mine");
        var link = Files.createSymbolicLink(temp.resolve("link"), Files.createDirectory(temp.resolve("elsewhere")));

        assertThatThrownBy(() -> write(file, false)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> write(link, false)).isInstanceOf(Refused.class);
        assertThat(file).hasContent("mine");
    }

    private void write(Path out, boolean withDerivations) throws IOException {
        ResultFolder.write(evaluation, Evaluator.evaluate(evaluation), out, withDerivations);
    }
}
