package pingheng.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The table of contents at the end of a zip, read within bounds; of what it lists, only a small part is ever unpacked. */
final class ZipTable {
    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int LISTED = 0x02014B50;
    private static final int LISTED_LENGTH = 46;
    private static final int LOCAL = 0x04034B50;
    private static final int LOCAL_LENGTH = 30;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int MOST_TABLE = 4 << 20;
    private static final int MOST_PACKED = 2 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final Bytes bytes;
    private final List<Entry> entries;

    private ZipTable(Bytes bytes, List<Entry> entries) {
        this.bytes = bytes;
        this.entries = entries;
    }

    /** One file inside, as the table tells of it. */
    record Entry(String name, boolean encrypted, int method, long packed, long size, long at) {}

    /** It would unpack to more than is ever unpacked, or has more inside than anybody puts there. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    static ZipTable of(Bytes bytes) throws IOException {
        long at = end(bytes);
        if (at < 0) throw new Bytes.CutOff();
        var end = bytes.at(at, END_LENGTH);
        int count = end.getShort(10) & 0xFFFF;
        long length = end.getInt(12) & 0xFFFFFFFFL;
        long from = end.getInt(16) & 0xFFFFFFFFL;
        if (count > MOST_ENTRIES || length > MOST_TABLE) throw new TooMuch();
        if (from + length != at) throw new Bytes.Broken();
        return new ZipTable(bytes, entries(bytes, from, (int) length, count));
    }

    /** Whether a zip ends where the file ends, whatever the file begins with. */
    static boolean endsIn(Bytes bytes) throws IOException {
        return end(bytes) >= 0;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The letters of one file inside; more than so many bytes are {@link TooMuch}. */
    String text(Entry entry, int most) throws IOException {
        if (entry.size > most || entry.packed > MOST_PACKED) throw new TooMuch();
        var local = bytes.at(entry.at, LOCAL_LENGTH);
        if (local.getInt(0) != LOCAL) throw new Bytes.Broken();
        long from = entry.at + LOCAL_LENGTH + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        var packed = new byte[(int) entry.packed];
        bytes.at(from, packed.length).get(packed);
        return switch (entry.method) {
            case STORED -> new String(packed, UTF_8);
            case DEFLATED -> inflated(packed, most);
            default -> throw new Bytes.Broken();
        };
    }

    private static String inflated(byte[] packed, int most) throws IOException {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(packed);
            var unpacked = new byte[most + 1];
            int length = 0;
            while (!inflater.finished() && length <= most) {
                int more = inflater.inflate(unpacked, length, unpacked.length - length);
                if (more == 0 && !inflater.finished()) throw new Bytes.Broken();
                length += more;
            }
            if (length > most) throw new TooMuch();
            return new String(unpacked, 0, length, UTF_8);
        } catch (DataFormatException broken) {
            throw new Bytes.Broken();
        }
    }

    private static List<Entry> entries(Bytes bytes, long from, int length, int count) throws IOException {
        var table = bytes.at(from, length);
        var entries = new ArrayList<Entry>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + LISTED_LENGTH > length || table.getInt(at) != LISTED) throw new Bytes.Broken();
            int name = table.getShort(at + 28) & 0xFFFF;
            int next =
                    at + LISTED_LENGTH + name + (table.getShort(at + 30) & 0xFFFF) + (table.getShort(at + 32) & 0xFFFF);
            if (next > length) throw new Bytes.Broken();
            var letters = new byte[name];
            table.get(at + LISTED_LENGTH, letters);
            entries.add(new Entry(
                    new String(letters, UTF_8),
                    (table.getShort(at + 8) & 1) != 0,
                    table.getShort(at + 10) & 0xFFFF,
                    table.getInt(at + 20) & 0xFFFFFFFFL,
                    table.getInt(at + 24) & 0xFFFFFFFFL,
                    table.getInt(at + 42) & 0xFFFFFFFFL));
            at = next;
        }
        if (at != length) throw new Bytes.Broken();
        return entries;
    }

    /** Where the record stands whose comment reaches exactly to the end of the file; -1 when there is none. */
    private static long end(Bytes bytes) throws IOException {
        int length = (int) Math.min(bytes.size(), END_LENGTH + MOST_COMMENT);
        if (length < END_LENGTH) return -1;
        long from = bytes.size() - length;
        var tail = bytes.at(from, length);
        for (int at = length - END_LENGTH; at >= 0; at--)
            if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xFFFF) == length - at - END_LENGTH)
                return from + at;
        return -1;
    }
}
