package pingheng.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pages of drawing operators as a PDF file (ISO 32000), plain enough to be read in an editor. */
final class PdfFile {
    private static final String FONT =
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>";
    private static final String DESCENDANT =
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)"
                    + " /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>";
    private static final String DESCRIPTOR =
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
                    + " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>";
    private static final int FIRST_PAGE = 6;

    private final List<String> objects = new ArrayList<>();

    PdfFile(List<String> pages) {
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
        objects.add("<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>");
        objects.add("<< /Type /Pages /Kids [" + kids.toString().strip() + "] /Count " + pages.size() + " >>");
        objects.add(FONT);
        objects.add(DESCENDANT);
        objects.add(DESCRIPTOR);
        for (int i = 0; i < pages.size(); i++) {
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents "
                            + (FIRST_PAGE + 2 * i + 1) + " 0 R >>");
            objects.add("<< /Length " + pages.get(i).length() + " >>\nstream\n" + pages.get(i) + "\nendstream");
        }
    }

    /** The file, with its table of cross-references. */
    byte[] bytes() {
        var file = new StringBuilder("%PDF-1.5\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int at = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append('\n').append(table);
        file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
        file.append("startxref\n").append(at).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
