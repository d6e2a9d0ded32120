package pingheng.paper;

import static pingheng.paper.Xml.element;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a Word file, packed (ISO/IEC 29500-2): the document, its footer, and which part is which. The same parts give the same bytes. */
record WordParts(String document, String footer) {
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String NAMESPACES =
            " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='" + OFFICE + "'";

    /** Nothing in the file depends on when it was written. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2020, 1, 1, 0, 0);

    /** By this name a document refers to the one part that belongs to it, its footer, and the file to its document. */
    static final String RELATED = "rId1";

    byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            write(zip, "[Content_Types].xml", types());
            write(zip, "_rels/.rels", relationship("officeDocument", "word/document.xml"));
            write(zip, "word/_rels/document.xml.rels", relationship("footer", "footer1.xml"));
            write(zip, "word/document.xml", element("w:document" + NAMESPACES, element("w:body", document)));
            write(zip, "word/footer1.xml", element("w:ftr" + NAMESPACES, footer));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static String types() {
        return element(
                "Types xmlns='" + PACKAGE + "content-types'",
                element(
                        "Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'"),
                element("Override PartName='/word/document.xml' ContentType='" + TYPE + "document.main+xml'"),
                element("Override PartName='/word/footer1.xml' ContentType='" + TYPE + "footer+xml'"));
    }

    private static String relationship(String type, String target) {
        return element(
                "Relationships xmlns='" + PACKAGE + "relationships'",
                element("Relationship Id='%s' Type='%s/%s' Target='%s'".formatted(RELATED, OFFICE, type, target)));
    }

    private static void write(ZipOutputStream zip, String name, String part) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write((Xml.HEAD + part).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
