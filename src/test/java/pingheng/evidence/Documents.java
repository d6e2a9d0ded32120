package pingheng.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest documents of each kind, for tests to send whole, cut or put together. */
final class Documents {
    static final String TYPES = "[Content_Types].xml";

    private static final String OPEN = "application/vnd.openxmlformats-officedocument.";
    private static final int SECTOR = 512;

    private Documents() {}

    static byte[] bytes(String letters) {
        return letters.getBytes(ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) joined.writeBytes(part);
        return joined.toByteArray();
    }

    static byte[] pdf() {
        return bytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n");
    }

    static byte[] png(int width, int height) {
        var frame = ByteBuffer.allocate(13).putInt(width).putInt(height).array();
        return joined(bytes(Picture.PNG), chunk("IHDR", frame), chunk("IDAT", new byte[9]), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] inside) {
        return ByteBuffer.allocate(12 + inside.length)
                .putInt(inside.length)
                .put(bytes(name))
                .put(inside)
                .array();
    }

    /** With a table of quantities, whose marker is no frame, and a fill byte before the frame. */
    static byte[] jpeg(int width, int height) {
        var frame = ByteBuffer.allocate(9)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .array();
        return joined(
                bytes("\u00FF\u00D8\u00FF\u00E0\0\u0004JF\u00FF\u00C4\0\u0003x\u00FF\u00FF\u00C2\0\u000B"),
                frame,
                bytes("\u00FF\u00DA\0\u0002xxx\u00FF\u00D9"));
    }

    static Map<String, String> docx() {
        return office("wordprocessingml.document.main+xml", "word/document.xml");
    }

    static Map<String, String> xlsx() {
        return office("spreadsheetml.sheet.main+xml", "xl/workbook.xml");
    }

    static Map<String, String> pptx() {
        return office("presentationml.presentation.main+xml", "ppt/presentation.xml");
    }

    static Map<String, String> ofd() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" DocType=\"OFD\" Version=\"1.0\"/>");
        parts.put("Doc_0/Document.xml", "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"/>");
        return parts;
    }

    static Map<String, String> office(String type, String part) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(TYPES, "<Types><Override PartName=\"/" + part + "\" ContentType=\"" + OPEN + type + "\"/></Types>");
        parts.put(part, "<a>" + "b".repeat(3000) + "</a>");
        return parts;
    }

    static Map<String, String> with(Map<String, String> parts, String name, String content) {
        var more = new LinkedHashMap<>(parts);
        more.put(name, content);
        return more;
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Header, table of sectors, directory, and a sector for each of 8 of the first stream; the rest at the top are empty. */
    static byte[] old(String... names) {
        int directory = (names.length + 4) / 4;
        var file = ByteBuffer.allocate(SECTOR * (2 + directory + 8)).order(ByteOrder.LITTLE_ENDIAN);
        file.put(bytes(CompoundFile.BEGINNING));
        file.putShort(30, (short) 9).putInt(44, 1).putInt(48, 1).putInt(68, -2);
        for (int i = 0; i < 109; i++) file.putInt(76 + 4 * i, i == 0 ? 0 : -1);
        for (int i = 1; i <= directory; i++) file.putInt(SECTOR + 4 * i, i == directory ? -2 : i + 1);

        entry(file, 0, "Root Entry", 5, -1, 1, 0);
        for (int i = 1; i <= names.length; i++)
            entry(file, i, names[i - 1], 2, i == names.length ? -1 : i + 1, -1, i == 1 ? 4096 : 0);
        for (int i = 1; i <= names.length; i++) file.putInt(2 * SECTOR + 128 * i + 116, directory + 1);
        return file.array();
    }

    /** Where the first stream of {@link #old} with up to three names begins. */
    static int firstStream() {
        return 3 * SECTOR;
    }

    private static void entry(ByteBuffer file, int number, String name, int type, int right, int child, int size) {
        int at = 2 * SECTOR + 128 * number;
        file.put(at, name.getBytes(UTF_16LE));
        file.putShort(at + 64, (short) (2 * name.length() + 2)).put(at + 66, (byte) type);
        file.putInt(at + 68, -1).putInt(at + 72, right).putInt(at + 76, child).putInt(at + 120, size);
    }

    static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
