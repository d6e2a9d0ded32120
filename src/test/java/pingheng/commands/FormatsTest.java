package pingheng.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
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

    private static final Path SMALL = Path.of("src/test/resources/pingheng/small");

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
        assertThat(evaluated("in")).contains("番禺区");
        assertThat(folder.resolve("in.out/ranking.csv")).hasContent(ranking);
    }

    /** Whole numbers as numbers and the rest as text, as people type them: all tables of a folder in one workbook. */
    @Test
    void theSameTablesAsWorkbooksOrInGb18030GiveTheSameBytes() throws IOException {
        var tables = new TreeMap<Path, List<String>>();
        try (var files = Files.walk(SMALL)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                tables.put(SMALL.relativize(file), Files.readAllLines(file));
        }
        for (var table : tables.entrySet()) {
            var csv = table.getKey().toString().replace(".tsv", ".csv");
            write("tsv/" + table.getKey(), String.join("\n", table.getValue()), StandardCharsets.UTF_8);
            write("gb/" + csv, commas(table.getValue()), Charset.forName("GB18030"));
        }
        workbook("xlsx/数据.xlsx", tables, null);
        workbook("xlsx/county/指标.xlsx", tables, Path.of("county"));
        for (var form : List.of("tsv", "gb", "xlsx")) evaluated(form);

        for (var result : List.of("ranking.csv", "result.json", "derivations/440114.json", "derivations/440113.zh.txt"))
            for (var form : List.of("gb", "xlsx"))
                assertThat(folder.resolve(form + ".out").resolve(result))
                        .hasSameBinaryContentAs(folder.resolve("tsv.out").resolve(result));
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

    private String evaluated(String name) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        var from = folder.resolve(name).toString();
        assertThat(Pingheng.run(writer, writer, "evaluate", from, "--out", from + ".out"))
                .as(told.toString())
                .isZero();
        return told.toString();
    }

    private void write(String file, String text, Charset charset) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(charset));
    }

    private static String commas(List<String> lines) {
        return lines.stream()
                .map(line -> Stream.of(line.split("\t", -1))
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
    }

    private void workbook(String file, Map<Path, List<String>> tables, @Nullable Path parent) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        try (var out = Files.newOutputStream(folder.resolve(file));
                var workbook = new Workbook(out, "test", "1.0")) {
            for (var table : tables.entrySet())
                if (Objects.equals(table.getKey().getParent(), parent))
                    fill(
                            workbook.newWorksheet(
                                    table.getKey().getFileName().toString().replace(".tsv", "")),
                            table.getValue());
        }
    }

    private static void fill(Worksheet sheet, List<String> lines) {
        for (int row = 0; row < lines.size(); row++) {
            var cells = lines.get(row).split("\t");
            for (int column = 0; column < cells.length; column++) {
                if (cells[column].matches("[0-9]{1,9}")) sheet.value(row, column, Integer.parseInt(cells[column]));
                else if (!cells[column].isEmpty()) sheet.value(row, column, cells[column]);
            }
        }
    }

    private static Map<String, String> blocks() throws IOException {
        var blocks = new LinkedHashMap<String, String>();
        var block = BLOCK.matcher(Files.readString(Path.of("docs/formats.md")));
        while (block.find()) blocks.put(block.group(1), block.group(2));
        return blocks;
    }
}
