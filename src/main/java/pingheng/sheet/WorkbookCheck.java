package pingheng.sheet;

import static pingheng.sheet.TextTable.refused;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Place;

/** Looks through a workbook before anything trusts it: a whole zip of bounded size, plain XML, no merged cells. */
final class WorkbookCheck {
    private static final int MOST_ENTRIES = 2_000;
    private static final int DEEPEST = 40;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final XMLInputFactory XML = safeXml();

    private final Place place;

    /** The first merged range of each sheet that has one, by the name of the sheet. */
    private final Map<String, String> merged = new HashMap<>();

    private WorkbookCheck(Place place) {
        this.place = place;
    }

    /** Throws Refused; else tells which sheets have merged cells, and the first range of each. */
    static Map<String, String> check(Path file, Place place) {
        var check = new WorkbookCheck(place);
        try {
            check.kind(file);
            try (var zip = new ZipFile(file.toFile())) {
                check.entries(zip);
            }
            return check.merged;
        } catch (ZipException broken) {
            throw refused(
                    place,
                    "xlsx.broken",
                    "工作簿损坏或不完整，请重新下载或另存后再交",
                    "the workbook is broken or cut off: fetch it again or save it anew");
        } catch (XMLStreamException broken) {
            throw refused(
                    place,
                    "xlsx.xml",
                    "工作簿内容不合规范，请用 Excel 或 WPS 另存为 xlsx",
                    "the workbook is malformed inside: save it anew as xlsx");
        } catch (IOException broken) {
            throw refused(place, "xlsx.broken", "工作簿损坏或不完整，请重新下载或另存后再交", "the workbook cannot be read: save it anew");
        }
    }

    private void kind(Path file) throws IOException {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(ZIP.length);
        }
        if (Arrays.equals(first, OLE))
            throw refused(
                    place,
                    "xlsx.old",
                    "是旧版 .xls 或带密码的工作簿；请去掉密码并另存为 .xlsx",
                    "an old .xls or a workbook with a password: save it as .xlsx without one");
        if (!Arrays.equals(first, ZIP))
            throw refused(place, "xlsx.not", "不是 xlsx 工作簿；请另存为 .xlsx", "not an xlsx workbook: save it as .xlsx");
    }

    private void entries(ZipFile zip) throws IOException, XMLStreamException {
        if (zip.size() > MOST_ENTRIES)
            throw refused(place, "xlsx.entries", "工作簿内文件过多（%d 个）", "too many files in the workbook (%d)", zip.size());
        if (zip.getEntry("xl/workbook.xml") == null)
            throw refused(place, "xlsx.not", "不是 xlsx 工作簿；请另存为 .xlsx", "not an xlsx workbook: save it as .xlsx");

        long[] left = {Source.MOST_BYTES};
        var names = new HashMap<String, String>();
        var targets = new HashMap<String, String>();
        var ranges = new HashMap<String, String>();
        for (var entry : zip.stream().toList()) {
            try (var in = new Bounded(zip.getInputStream(entry), left)) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels"))
                    xml(entry.getName(), in, names, targets, ranges);
                else in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        names.forEach((id, name) -> {
            var range = ranges.get("xl/" + targets.getOrDefault(id, "").replaceFirst("^/?(xl/)?", ""));
            if (range != null) merged.put(name, range);
        });
    }

    private void xml(
            String entry,
            InputStream in,
            Map<String, String> names,
            Map<String, String> targets,
            Map<String, String> ranges)
            throws XMLStreamException {
        var reader = XML.createXMLStreamReader(in);
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw refused(
                            place,
                            "xlsx.doctype",
                            "工作簿含有不允许的 DOCTYPE，请另存后再交",
                            "the workbook has a DOCTYPE, which is not allowed: save it anew");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST)
                        throw refused(
                                place,
                                "xlsx.deep",
                                "工作簿内容嵌套过深，请另存后再交",
                                "the workbook is nested too deep: save it anew");
                    element(entry, reader, names, targets, ranges);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static void element(
            String entry,
            XMLStreamReader reader,
            Map<String, String> names,
            Map<String, String> targets,
            Map<String, String> ranges) {
        switch (reader.getLocalName()) {
            case "mergeCell" -> ranges.putIfAbsent(entry, text(reader, "ref"));
            case "sheet" -> {
                if (entry.equals("xl/workbook.xml")) names.put(text(reader, "id"), text(reader, "name"));
            }
            case "Relationship" -> {
                if (entry.equals("xl/_rels/workbook.xml.rels")) targets.put(text(reader, "Id"), text(reader, "Target"));
            }
            default -> {}
        }
    }

    private static String text(XMLStreamReader reader, String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++)
            if (reader.getAttributeLocalName(i).equals(attribute)) return reader.getAttributeValue(i);
        return "";
    }

    private static XMLInputFactory safeXml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Reads until the bytes left for the whole workbook are used up, then refuses. */
    private final class Bounded extends FilterInputStream {
        private final long[] left;

        Bounded(@Nullable InputStream in, long[] left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left[0] -= bytes;
            if (left[0] < 0)
                throw refused(
                        place,
                        "xlsx.bomb",
                        "工作簿解压后超过 256 MB，不予读取",
                        "the workbook unpacks to more than 256 MB and is not read");
        }
    }
}
