package pingheng.sheet;

import static pingheng.sheet.Source.refused;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import pingheng.problem.Place;
import pingheng.problem.Refused;

/** A text file whose whole content has been decoded once before any of it is believed. */
record TextFile(Path path, Place place) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;
    private static final int BEGINNING = 1 << 14;

    /** So many letters beyond ASCII never decode as UTF-8 by chance: a fault after them is damage, not another encoding. */
    private static final int UTF_8_FOR_SURE = 16;

    /** The most letters in one row; more of them mean a quote that is never closed. */
    private static final int LONGEST_ROW = 1 << 20;

    /** Decodes the whole file, then opens it without its mark; throws Refused. */
    Rows open() throws IOException {
        if (Files.size(path) > Source.MOST_BYTES)
            throw refused(place, "sheet.too-large", "文件超过 256 MB，请拆分", "the file is larger than 256 MB: split it");
        refuseOtherKinds();

        var reader = new BufferedReader(new InputStreamReader(in(), strict(charset())), BUFFER);
        reader.mark(1);
        if (reader.read() != '\uFEFF') reader.reset();
        return new Rows(reader);
    }

    Refused unreadable() {
        return refused(
                place,
                "sheet.unreadable",
                "文件无法读取；请检查权限，或关闭占用它的程序",
                "the file cannot be read: check its permissions, or close the program that uses it");
    }

    private void refuseOtherKinds() throws IOException {
        byte[] first;
        try (var in = in()) {
            first = in.readNBytes(4);
        }
        int two = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | first[1] & 0xFF;
        if (two == ('P' << 8 | 'K') && first.length == 4 && first[2] < 9 || two == 0xD0CF)
            throw refused(
                    place,
                    "sheet.not-text",
                    "是工作簿或压缩包，不是文本；请把扩展名改为 .xlsx，或另存为 UTF-8 文本",
                    "a workbook or a zip, not text: name it .xlsx, or save it as UTF-8 text");
        if (two == 0xFFFE || two == 0xFEFF)
            throw refused(
                    place,
                    "sheet.encoding",
                    "是 UTF-16（“Unicode 文本”）；请另存为 UTF-8",
                    "UTF-16 (“Unicode text”): save it as UTF-8");
    }

    /** As much of it as tells what it is. */
    byte[] beginning() throws IOException {
        try (var in = in()) {
            return in.readNBytes(BEGINNING);
        }
    }

    boolean looksLikeOne() throws IOException {
        var beginning = beginning();
        for (byte sign : beginning) if (sign == 0) return false;
        return beginning.length > 0;
    }

    private Charset charset() throws IOException {
        var utf8 = decode(StandardCharsets.UTF_8);
        if (utf8.whole()) return StandardCharsets.UTF_8;
        boolean surelyUtf8 = utf8.beyondAscii() >= UTF_8_FOR_SURE || utf8.marked();
        var gb18030 = surelyUtf8 ? utf8 : decode(GB18030);
        if (gb18030.whole()) return GB18030;
        throw refused(
                place.row(Math.max(utf8.row(), gb18030.row())),
                "sheet.encoding",
                "这一行起既不是 UTF-8 也不是 GB18030 文本；请改正这一行，另存为 UTF-8",
                "from this row on neither UTF-8 nor GB18030 text: mend the row and save the file as UTF-8");
    }

    /** How far a file decodes: to the end, or to a row. */
    private record Decoded(boolean whole, int row, long beyondAscii, boolean marked) {}

    private Decoded decode(Charset charset) throws IOException {
        var decoder = strict(charset);
        var bytes = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        var seen = new Seen();
        try (var in = in()) {
            for (boolean end = false; !end; ) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                if (!end) bytes.position(bytes.position() + read);
                bytes.flip();
                var result = decoder.decode(bytes, chars, end);
                take(chars, seen);
                if (result.isError()) return seen.until(false);
                bytes.compact();
            }
            return seen.until(!decoder.flush(chars).isError());
        }
    }

    private static final class Seen {
        private int row = 1;
        private long beyondAscii;
        private boolean marked;

        Decoded until(boolean whole) {
            return new Decoded(whole, row, beyondAscii, marked);
        }
    }

    private void take(CharBuffer chars, Seen seen) {
        chars.flip();
        while (chars.hasRemaining()) {
            char next = chars.get();
            if (next == '\n') seen.row++;
            if (next == '\uFEFF' && seen.row == 1 && seen.beyondAscii == 0) seen.marked = true;
            if (next > 0x7F) seen.beyondAscii++;
            if (next == 0)
                throw refused(
                        place.row(seen.row),
                        "sheet.not-text",
                        "不是文本（含空字符）；请另存为 UTF-8 文本",
                        "not text (it has a NUL character): save it as UTF-8 text");
        }
        chars.clear();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private InputStream in() throws IOException {
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The text, which stops when a single row gets absurdly long. */
    static final class Rows extends FilterReader {
        private int letters;

        Rows(Reader in) {
            super(in);
        }

        void nextRow() {
            letters = 0;
        }

        @Override
        public int read() throws IOException {
            var one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            letters += Math.max(0, read);
            if (letters > LONGEST_ROW) throw new RowTooLong();
            return read;
        }
    }

    /** A row is longer than any row. */
    static final class RowTooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
