package pingheng.sheet;

import static pingheng.sheet.SheetCheck.attribute;
import static pingheng.sheet.Source.refused;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.sheet.zip.Budget;
import pingheng.sheet.zip.ZipPart;

/** Looks through a workbook before anything trusts it: a whole zip of bounded size, plain XML, parts where they belong. */
final class WorkbookCheck {
    private static final int MOST_ENTRIES = 2_000;
    private static final int DEEPEST = 40;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final XMLInputFactory XML = safeXml();

    private final Place place;
    private final Budget left;
    private final Map<String, SheetCheck> sheets = new HashMap<>();
    private final Map<String, Integer> strings = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();

    /** The sheets in the order of the workbook, and the ids of their parts. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** The names of the sheets that do not show. */
    private final Set<String> unseen = new HashSet<>();

    private String sharedStrings = "";
    private boolean styles;

    private WorkbookCheck(Place place, Budget left) {
        this.place = place;
        this.left = left;
    }

    /** The sheets by their names, in their order, with what was found in each; and whether there are styles. */
    record Checked(Map<String, SheetCheck.Found> sheets, boolean styles) {}

    /** Throws Refused when there is a workbook that cannot be read, or too much of it. */
    static Checked check(Path file, Place place, Budget left) {
        var check = new WorkbookCheck(place, left);
        try {
            check.kind(file);
            try (var zip = new ZipFile(file.toFile())) {
                check.entries(zip);
            }
            return new Checked(check.found(), check.styles);
        } catch (XMLStreamException broken) {
            throw malformed(place);
        } catch (IOException broken) {
            throw refused(
                    place,
                    "xlsx.broken",
                    "工作簿损坏或不完整，请重新下载或另存后再交",
                    "the workbook is broken or cut off: fetch it again or save it anew");
        }
    }

    static Refused malformed(Place place) {
        return refused(
                place,
                "xlsx.xml",
                "工作簿内容不合规范，请用 Excel 或 WPS 另存为 xlsx",
                "the workbook is malformed inside: save it anew as xlsx");
    }

    /** Whether the content is that of a workbook, an old one or another zip, all of which are told as such by the check. */
    static boolean looksLikeOne(Path file) throws IOException {
        var first = beginning(file);
        if (first.length < 2) return false;
        return first[0] == ZIP[0] && first[1] == ZIP[1] || first[0] == OLE[0] && first[1] == OLE[1];
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(ZIP.length);
        }
    }

    private void kind(Path file) throws IOException {
        var first = beginning(file);
        if (Arrays.equals(first, OLE))
            throw refused(
                    place,
                    "xlsx.old",
                    "是旧版 .xls 或带密码的工作簿；请去掉密码并另存为 .xlsx",
                    "an old .xls or a workbook with a password: save it as .xlsx without one");
        if (!Arrays.equals(first, ZIP)) throw none();
        if (Files.size(file) > Source.MOST_BYTES) throw bomb();
    }

    private void entries(ZipFile zip) throws IOException, XMLStreamException {
        if (zip.size() > MOST_ENTRIES)
            throw refused(
                    place,
                    "xlsx.entries",
                    "工作簿内文件过多（%d 个）；请另存后再交",
                    "too many files in the workbook (%d): save it anew",
                    zip.size());
        if (zip.getEntry(WORKBOOK) == null) throw none();

        var names = new HashSet<String>();
        // the list of sheets comes first: where there are too many, none is looked through
        var entries = new ArrayList<>(zip.stream().toList());
        entries.sort(Comparator.comparing(entry -> !entry.getName().equals(WORKBOOK)));
        for (var entry : entries) {
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name)) throw malformed(place);
            styles |= name.equals("xl/styles.xml");
            boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
            try (var in = ZipPart.open(zip, entry, left, xml, this::bomb)) {
                if (xml) parsed(name, in);
                if (ids.size() > Source.MOST_SHEETS) throw sheets();
                in.finish();
            }
        }
    }

    /** The parser breaks in ways of its own on bytes that no spreadsheet writes, at any call: all of them mean malformed. */
    private void parsed(String part, InputStream in) throws XMLStreamException {
        try {
            xml(part, in);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw new XMLStreamException(broken);
        }
    }

    private void xml(String part, InputStream in) throws XMLStreamException {
        var reader = XML.createXMLStreamReader(in);
        var sheet = sheets.computeIfAbsent(part, name -> new SheetCheck());
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
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
                    element(part, reader);
                    sheet.start(reader);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    sheet.text(reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    sheet.end(reader.getLocalName());
                }
                default -> {}
            }
        }
    }

    private void element(String part, XMLStreamReader reader) {
        if (!left.element())
            throw refused(
                    place,
                    "xlsx.cells",
                    "工作簿内容过多（单元格、行等超过 %d 个），不是这样的表；请删去无用的行、列和工作表后再交",
                    "too much in the workbook (more than %d cells, rows and the like) for such a table: delete the rows, columns"
                            + " and sheets that are not needed",
                    left.elements());
        switch (reader.getLocalName()) {
            case "si" -> strings.merge(part, 1, Integer::sum);
            case "sheet" -> {
                if (part.equals(WORKBOOK)) sheet(reader);
            }
            case "workbook" -> {
                if (part.equals(WORKBOOK) && STRICT.equals(reader.getNamespaceURI())) throw strict();
            }
            case "Relationship" -> {
                if (part.equals("xl/_rels/workbook.xml.rels"))
                    targets.put(attribute(reader, "Id"), attribute(reader, "Target"));
            }
            case "Override" -> {
                if (part.equals("[content_types].xml"))
                    override(
                            attribute(reader, "ContentType"),
                            attribute(reader, "PartName").toLowerCase(Locale.ROOT));
            }
            default -> {}
        }
    }

    private void sheet(XMLStreamReader reader) {
        var name = attribute(reader, "name");
        if (ids.put(name, id(reader)) != null) throw malformed(place);
        if (attribute(reader, "state").matches("hidden|veryHidden")) unseen.add(name);
    }

    /** The reader goes by the table of contents: what it will read must be what was looked through here. */
    private void override(String type, String part) {
        if (type.endsWith("main+xml") && (type.contains("spreadsheetml.sheet.") || type.contains("macroEnabled"))
                ? !part.equals("/" + WORKBOOK)
                : type.endsWith("spreadsheetml.styles+xml") && !part.endsWith(".xml")) throw malformed(place);
        styles |= type.endsWith("spreadsheetml.styles+xml");
        if (type.endsWith("spreadsheetml.sharedStrings+xml")) {
            if (!sharedStrings.isEmpty() || !part.endsWith(".xml")) throw malformed(place);
            sharedStrings = part.replaceFirst("^/", "");
        }
    }

    private Map<String, SheetCheck.Found> found() {
        var found = new LinkedHashMap<String, SheetCheck.Found>();
        int count = strings.getOrDefault(sharedStrings, 0);
        ids.forEach((name, id) -> {
            var target = targets.getOrDefault(id, "").toLowerCase(Locale.ROOT);
            var sheet = sheets.get(target.startsWith("/") ? target.substring(1) : "xl/" + target);
            if (sheet == null) throw malformed(place);
            found.put(name, sheet.found(place.row(0).sheet(name), count, unseen.contains(name)));
        });
        if (found.isEmpty()) throw none();
        return found;
    }

    private Refused sheets() {
        return refused(
                place,
                "xlsx.sheets",
                "有 %d 个工作表，最多 %d 个；请把要交的工作表另存为一个工作簿",
                "there are %d sheets and may be %d: save the sheet that is meant as a workbook of its own",
                ids.size(),
                Source.MOST_SHEETS);
    }

    private Refused strict() {
        return refused(
                place,
                "xlsx.strict",
                "是 Strict Open XML 格式的工作簿；请在 Excel 中另存为“Excel 工作簿(*.xlsx)”，不要选“Strict Open XML 电子表格”",
                "a workbook in the format Strict Open XML: in Excel save it as “Excel Workbook (*.xlsx)”, not as “Strict Open XML"
                        + " Spreadsheet”");
    }

    private Refused none() {
        return refused(place, "xlsx.not", "不是 xlsx 工作簿；请另存为 .xlsx", "not an xlsx workbook: save it as .xlsx");
    }

    private Refused bomb() {
        return refused(
                place,
                "xlsx.bomb",
                "工作簿解压后超过 256 MB 或含有异常长的内容，不予读取；请删去无用内容后另存",
                "the workbook unpacks to more than 256 MB or to something absurdly long and is not read: remove what is"
                        + " not needed and save it anew");
    }

    private static String id(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var space = reader.getAttributeNamespace(i);
            if (space != null
                    && !space.isEmpty()
                    && reader.getAttributeLocalName(i).equals("id")) return reader.getAttributeValue(i);
        }
        return "";
    }

    /** The parser that the library uses: both read the same bytes alike. */
    private static XMLInputFactory safeXml() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
