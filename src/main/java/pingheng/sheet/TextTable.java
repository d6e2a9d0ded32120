package pingheng.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** A table in a text file: tab-separated or comma-separated, in UTF-8 (with or without a mark) or GB18030. */
record TextTable(Path file, Place place, char separator) implements Source {
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public void rows(Taker taker) {
        try {
            refuseLarge();
            read(charset(), taker);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void refuseLarge() throws IOException {
        if (Files.size(file) > MOST_BYTES)
            throw refused(place, "sheet.too-large", "文件超过 256 MB，请拆分", "the file is larger than 256 MB: split it");
    }

    private void read(Charset charset, Taker taker) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        int number = 0;
        try (var parser = CSVParser.parse(reader(charset), format)) {
            for (var record : parser) {
                number++;
                if (number > MOST_ROWS) throw tooManyRows();
                taker.take(number, cells(number, record));
            }
        } catch (UncheckedIOException broken) {
            throw unclosed(number);
        } catch (IllegalStateException broken) {
            throw unclosed(number);
        }
    }

    private List<@Nullable Cell> cells(int number, CSVRecord record) {
        if (record.size() > MOST_COLUMNS)
            throw refused(
                    place.row(number),
                    "sheet.columns",
                    "超过 %d 列，请核对分隔符",
                    "more than %d columns: check the separator",
                    MOST_COLUMNS);
        var cells = new ArrayList<@Nullable Cell>(record.size());
        for (var value : record) cells.add(cell(number, number == 1 && cells.isEmpty() ? unmarked(value) : value));
        return cells;
    }

    private @Nullable Cell cell(int number, String value) {
        if (value.length() > MOST_LETTERS)
            throw refused(
                    place.row(number),
                    "sheet.letters",
                    "一格超过 %d 个字符，请检查引号是否配对",
                    "a cell of more than %d characters: check that quotes are closed",
                    MOST_LETTERS);
        if (value.indexOf('\0') >= 0)
            throw refused(
                    place.row(number),
                    "sheet.not-text",
                    "不是文本文件（含空字符）；请另存为 UTF-8 文本",
                    "not a text file (it has NUL characters): save it as UTF-8 text");
        var text = value.strip();
        return text.isEmpty() ? null : new Cell(text, false);
    }

    private Charset charset() throws IOException {
        for (var charset : CHARSETS) if (decodes(charset)) return charset;
        throw refused(
                place,
                "sheet.encoding",
                "既不是 UTF-8 也不是 GB18030 文本；请另存为 UTF-8",
                "neither UTF-8 nor GB18030 text: save it as UTF-8");
    }

    private boolean decodes(Charset charset) throws IOException {
        try (var reader = reader(charset)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private Reader reader(Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
    }

    private Refused unclosed(int number) {
        return refused(
                place.row(number + 1),
                "sheet.quote",
                "引号没有配对，无法分列；请检查这一行的双引号",
                "a quote is not closed, so the columns cannot be told: check the double quotes of this row");
    }

    private Refused tooManyRows() {
        return refused(place, "sheet.rows", "超过 %d 行", "more than %d rows", MOST_ROWS);
    }

    private static String unmarked(String value) {
        return !value.isEmpty() && value.charAt(0) == BYTE_ORDER_MARK ? value.substring(1) : value;
    }

    static Refused refused(Place place, String code, String zh, String en, Object... args) {
        return new Refused(place, code, Sentence.of(zh, en, args));
    }
}
