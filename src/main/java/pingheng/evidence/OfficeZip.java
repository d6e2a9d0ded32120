package pingheng.evidence;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pingheng.evidence.ZipTable.Entry;

/**
 * Which of docx, xlsx and pptx a zip is, by its list of types and its folders, or an OFD by the document that it begins with; only that
 * list or document is unpacked.
 */
final class OfficeZip {
    static final String BEGINNING = "PK\u0003\u0004";

    private static final String TYPES = "[content_types].xml";
    private static final String OFD = "ofd.xml";
    private static final String OFD_SPACE = "http://www.ofdspec.org/";
    private static final int MOST_TYPES = 1 << 20;
    private static final long MOST_UNPACKED = 1L << 30;
    private static final long SMALL = 64L << 20;
    private static final int MOST_TIMES = 200;
    private static final Set<String> MACROS = Set.of("vbaproject.bin", "vbadata.xml");

    private OfficeZip() {}

    /** What a document says of itself, the folder its parts lie in, and the type it has then. */
    private record Kind(String main, String folder, FileType type) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("wordprocessingml.document.main+xml", "word/", FileType.DOCX),
            new Kind("spreadsheetml.sheet.main+xml", "xl/", FileType.XLSX),
            new Kind("presentationml.presentation.main+xml", "ppt/", FileType.PPTX));

    static FileType type(Bytes bytes, EvidenceRefusals refusals) throws IOException {
        var table = ZipTable.of(bytes);
        var entries = table.entries();
        if (entries.stream().anyMatch(Entry::encrypted)) throw refusals.encrypted();
        refuseBomb(entries, bytes.size());

        var names = entries.stream().map(OfficeZip::name).collect(toUnmodifiableSet());
        boolean ofd = names.contains(OFD) && !names.contains(TYPES);
        if (!names.contains(TYPES) && !ofd) throw refusals.other(content(names));
        if (names.size() < entries.size() || names.stream().anyMatch(OfficeZip::leaves)) throw new Bytes.Broken();
        if (names.stream().anyMatch(OfficeZip::isMacro)) throw refusals.macros();

        if (ofd) {
            if (!text(table, OFD).contains(OFD_SPACE)) throw refusals.other(Content.ZIP);
            return FileType.OFD;
        }
        var types = text(table, TYPES);
        if (types.contains("macroEnabled")) throw refusals.macros();
        return type(types, names, refusals);
    }

    private static String text(ZipTable table, String name) throws IOException {
        var entry =
                table.entries().stream().filter(one -> name(one).equals(name)).findFirst();
        return table.text(entry.orElseThrow(), MOST_TYPES);
    }

    private static FileType type(String types, Set<String> names, EvidenceRefusals refusals) throws IOException {
        var kinds = KINDS.stream().filter(kind -> types.contains(kind.main)).toList();
        if (kinds.isEmpty()) throw refusals.other(Content.ZIP);

        var kind = kinds.getFirst();
        if (kinds.size() > 1 || names.stream().noneMatch(name -> name.startsWith(kind.folder)))
            throw new Bytes.Broken();
        return kind.type;
    }

    /** Goes by what the table says; a table that says impossible things is broken. */
    private static void refuseBomb(List<Entry> entries, long size) throws IOException {
        long packed = entries.stream().mapToLong(Entry::packed).sum();
        long unpacked = entries.stream().mapToLong(Entry::size).sum();
        if (packed > size || unpacked > MOST_UNPACKED || unpacked > SMALL && unpacked > MOST_TIMES * size)
            throw new ZipTable.TooMuch();
        if (entries.stream().anyMatch(entry -> entry.packed() > entry.size() + entry.size() / 8 + 1024))
            throw new Bytes.Broken();
    }

    private static Content content(Set<String> names) {
        return names.contains("mimetype") && names.contains("content.xml") ? Content.ODF : Content.ZIP;
    }

    private static String name(Entry entry) {
        return entry.name().toLowerCase(Locale.ROOT);
    }

    /** Unpacked carelessly it would lie outside its folder. */
    private static boolean leaves(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/")).contains("..");
    }

    private static boolean isMacro(String name) {
        return MACROS.contains(name.substring(name.lastIndexOf('/') + 1)) || name.startsWith("xl/macrosheets/");
    }
}
