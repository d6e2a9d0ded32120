package pingheng.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.deliberation.DeliberationSheet;
import pingheng.figure.FigureSheet;
import pingheng.figure.SchoolSheet;
import pingheng.review.JudgementSheet;
import pingheng.sheet.Column;
import pingheng.survey.SurveySheet;

/** docs/formats.md is held to what the program does. */
class FormatsTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(?:tsv|csv) (\\S+)\n(.*?)```");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void theSmallestEvaluationOfThePageComesOutAsThePageSays() throws IOException {
        var blocks = blocks();
        var ranking = blocks.remove("ranking.csv");
        for (var table : blocks.entrySet()) {
            var file = folder.resolve("in/" + table.getKey() + ".tsv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, table.getValue());
        }
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        int exit = Pingheng.run(
                writer,
                writer,
                "evaluate",
                folder.resolve("in").toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(told.toString()).contains("番禺区");
        assertThat(exit).isZero();
        assertThat(folder.resolve("out/ranking.csv")).hasContent(ranking);
    }

    @Test
    void everyColumnIsOnThePage() throws IOException {
        var page = Files.readString(Path.of("docs/formats.md"));
        Stream.of(
                        FigureSheet.COLUMNS,
                        SchoolSheet.COLUMNS,
                        JudgementSheet.COLUMNS,
                        SurveySheet.COLUMNS,
                        DeliberationSheet.COLUMNS)
                .flatMap(List::stream)
                .map(Column::name)
                .forEach(name -> assertThat(page).contains(name));
    }

    private static Map<String, String> blocks() throws IOException {
        var blocks = new LinkedHashMap<String, String>();
        var block = BLOCK.matcher(Files.readString(Path.of("docs/formats.md")));
        while (block.find()) blocks.put(block.group(1), block.group(2));
        return blocks;
    }
}
