package pingheng.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pingheng.commands.Pingheng;

/** The program against a second implementation that shares no code with it but the file reader, on every example. */
class NaiveStory {
    private static final long SEED = 440113;

    @TempDir
    private Path temp = Path.of(".");

    static Stream<Path> examples() throws IOException {
        try (var folders = Files.list(Path.of("examples"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNaiveComputationRanksAlike(Path example) throws IOException {
        assertThat(Files.readString(evaluated(example, "a").resolve("ranking.csv")))
                .isEqualTo(NaiveRanking.of(example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void evaluatingTwiceGivesTheSameBytes(Path example) throws IOException {
        var first = evaluated(example, "a");
        var second = evaluated(example, "b");
        try (var files = Files.walk(first)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(second.resolve(first.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theOrderOfRowsDoesNotMatter(Path example) throws IOException {
        var shuffled = temp.resolve("shuffled");
        try (var files = Files.walk(example)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = shuffled.resolve(example.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, shuffled(file));
            }
        }
        assertThat(evaluated(shuffled, "b").resolve("ranking.csv"))
                .hasSameBinaryContentAs(evaluated(example, "a").resolve("ranking.csv"));
    }

    @Test
    void theShippedProvinceIsWhatItsSeedMakes() throws IOException {
        made("2020", List.of("figures", "schools", "survey", "judgements", "deliberation"));
    }

    @Test
    void soIsTheYearBeforeWhichAsksForNeitherSchoolsNorASurvey() throws IOException {
        made("2019", List.of("figures", "judgements", "deliberation"));
        assertThat(temp.resolve("schools.tsv")).doesNotExist();
        assertThat(temp.resolve("survey.tsv")).doesNotExist();
    }

    private void made(String year, List<String> tables) throws IOException {
        var example = Path.of("examples/guangdong-" + year);
        run("rehearse", example.toString(), "--seed", year, "--out", temp.toString());

        for (var table : tables)
            assertThat(temp.resolve(table + ".tsv")).hasSameBinaryContentAs(example.resolve(table + ".tsv"));
    }

    /** The rows of figures, schools, judgements … in another order; items and grades have an order that means something. */
    private static List<String> shuffled(Path file) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        boolean ordered = file.getFileName().toString().matches("(items|grades|points|rules|figures)\\.tsv")
                && file.getNameCount() > 3;
        if (!ordered) Collections.shuffle(lines.subList(1, lines.size()), new Random(SEED));
        return lines;
    }

    private Path evaluated(Path folder, String name) {
        var out = temp.resolve(name);
        run("evaluate", folder.toString(), "--out", out.toString());
        return out;
    }

    private static void run(String... args) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        assertThat(Pingheng.run(writer, writer, args)).as(told.toString()).isZero();
    }
}
