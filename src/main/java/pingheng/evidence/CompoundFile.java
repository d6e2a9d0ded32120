package pingheng.evidence;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of the old Office kind (OLE2, MS-CFB): a small file system of its own, of which only the directory is read. */
final class CompoundFile {
    static final String BEGINNING = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    private static final int HEADER = 512;
    private static final int IN_HEADER = 109;
    private static final int ENTRY = 128;
    private static final int MOST_ENTRIES = 16_384;
    private static final int MINI = 4096;
    private static final int END = -2;
    private static final int STREAM = 2;
    private static final int ENCRYPTED_WORD = 0x0100;
    private static final int FILE_PASS = 0x2F;
    private static final Set<String> MACROS = Set.of("VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros");

    private final Bytes bytes;
    private final ByteBuffer header;
    private final int sector;
    private final List<Node> nodes = new ArrayList<>();

    private CompoundFile(Bytes bytes) throws IOException {
        this.bytes = bytes;
        this.header = bytes.at(0, HEADER);
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12) throw new Bytes.Broken();
        this.sector = 1 << shift;
    }

    /** One entry of the directory; left, right and child are the numbers of others. */
    private record Node(String name, int type, int left, int right, int child, int start, long size) {
        /** Whether it lies in sectors of its own and not among the small ones. */
        boolean isLarge() {
            return type == STREAM && size >= MINI;
        }
    }

    static FileType type(Bytes bytes, EvidenceRefusals refusals) throws IOException {
        var file = new CompoundFile(bytes);
        file.readDirectory();
        file.refuseCutOff();
        return file.type(refusals);
    }

    private FileType type(EvidenceRefusals refusals) throws IOException {
        var top = top();
        if (top.containsKey("EncryptedPackage") || top.containsKey("EncryptedSummary")) throw refusals.encrypted();
        if (nodes.stream().anyMatch(node -> MACROS.contains(node.name))) throw refusals.macros();

        var word = top.get("WordDocument");
        if (word != null) {
            if (isEncryptedWord(word)) throw refusals.encrypted();
            return FileType.DOC;
        }
        var book = top.getOrDefault("Workbook", top.get("Book"));
        if (book != null) {
            if (isEncryptedBook(book)) throw refusals.encrypted();
            return FileType.XLS;
        }
        if (top.containsKey("PowerPoint Document")) return FileType.PPT;
        throw refusals.other(Content.OLE);
    }

    private void readDirectory() throws IOException {
        int at = header.getInt(48);
        while (at != END) {
            var entries = bytes.at(position(at), sector);
            for (int from = 0; from < sector; from += ENTRY) nodes.add(node(entries, from));
            if (nodes.size() > MOST_ENTRIES) throw new Bytes.Broken();
            at = next(at);
        }
        if (nodes.isEmpty()) throw new Bytes.Broken();
    }

    private static Node node(ByteBuffer entries, int from) throws IOException {
        int length = entries.getShort(from + 64) - 2;
        if (length > 62) throw new Bytes.Broken();
        var name = new byte[Math.max(0, length)];
        entries.get(from, name);
        return new Node(
                new String(name, UTF_16LE),
                entries.get(from + 66),
                entries.getInt(from + 68),
                entries.getInt(from + 72),
                entries.getInt(from + 76),
                entries.getInt(from + 116),
                entries.getInt(from + 120) & 0xFFFFFFFFL);
    }

    /** What the directory tells of must fit into the file. */
    private void refuseCutOff() throws IOException {
        long sum = 0;
        for (var node : nodes) {
            if (!node.isLarge()) continue;
            sum += node.size;
            if (position(node.start) >= bytes.size()) throw new Bytes.CutOff();
        }
        if (sum > bytes.size()) throw new Bytes.CutOff();
    }

    /** What lies at the top: a document inside a document lies deeper and says nothing of the whole. */
    private Map<String, Node> top() throws IOException {
        var top = new HashMap<String, Node>();
        var next = new ArrayDeque<Integer>(List.of(nodes.getFirst().child));
        for (int seen = 0; !next.isEmpty(); seen++) {
            int number = next.remove();
            if (number == -1) continue;
            if (number < 0 || number >= nodes.size() || seen > 2 * MOST_ENTRIES) throw new Bytes.Broken();
            var node = nodes.get(number);
            top.put(node.name, node);
            next.add(node.left);
            next.add(node.right);
        }
        return top;
    }

    private long position(int number) throws IOException {
        if (number < 0) throw new Bytes.Broken();
        return (number + 1L) * sector;
    }

    private int next(int number) throws IOException {
        int entries = sector / Integer.BYTES;
        return number(position(table(number / entries)) + (long) (number % entries) * Integer.BYTES);
    }

    /** The sector of the table of sectors that tells of so many sectors: the first are named in the header. */
    private int table(int index) throws IOException {
        if (index < IN_HEADER) return header.getInt(76 + index * Integer.BYTES);
        int entries = sector / Integer.BYTES - 1;
        int more = header.getInt(68);
        for (int hops = (index - IN_HEADER) / entries; hops > 0; hops--)
            more = number(position(more) + (long) entries * Integer.BYTES);
        return number(position(more) + (long) ((index - IN_HEADER) % entries) * Integer.BYTES);
    }

    private int number(long at) throws IOException {
        return bytes.at(at, Integer.BYTES).getInt();
    }

    private boolean isEncryptedWord(Node word) throws IOException {
        return word.isLarge() && (bytes.at(position(word.start) + 10, 2).getShort() & ENCRYPTED_WORD) != 0;
    }

    /** A workbook says so in one of its first records. */
    private boolean isEncryptedBook(Node book) throws IOException {
        if (!book.isLarge()) return false;
        var records = bytes.at(position(book.start), HEADER);
        for (int at = 0; at + 4 <= HEADER; at += 4 + (records.getShort(at + 2) & 0xFFFF))
            if (records.getShort(at) == FILE_PASS) return true;
        return false;
    }
}
