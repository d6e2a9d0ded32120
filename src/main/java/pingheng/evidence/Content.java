package pingheng.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people send by mistake or on purpose, known by how it begins, so that the refusal can call it by its name. */
enum Content {
    EXE("可执行程序", "a program", "MZ", "\u007FELF", "\u00CA\u00FE\u00BA\u00BE", "\u00CF\u00FA\u00ED\u00FE"),
    SCRIPT("脚本", "a script", "#!"),
    RAR("RAR 压缩包", "a RAR archive", "Rar!\u001A\u0007"),
    SEVEN_ZIP("7z 压缩包", "a 7z archive", "7z\u00BC\u00AF'\u001C"),
    GZIP("gzip 压缩包", "a gzip archive", "\u001F\u008B"),
    GIF("GIF 图片", "a GIF picture", "GIF87a", "GIF89a"),
    TIFF("TIFF 图片", "a TIFF picture", "II*\0", "MM\0*"),
    BMP("BMP 图片", "a BMP picture", "BM"),
    RTF("RTF 文档", "an RTF document", "{\\rtf"),
    POSTSCRIPT("PostScript 文档", "a PostScript document", "%!PS"),
    RIFF("WebP 图片或 AVI、WAV 音视频", "a WebP picture or an AVI or WAV recording", "RIFF"),
    MP3("MP3 音频", "an MP3 recording", "ID3"),
    MP4("MP4 视频", "an MP4 video"),
    HEIC("HEIC 图片", "a HEIC picture"),
    HTML("HTML 网页", "an HTML page"),
    XML("XML 或 SVG", "XML or SVG", "<?xml", "<svg"),
    ODF("OpenDocument 文档", "an OpenDocument document"),
    ZIP("ZIP 压缩包", "a ZIP archive", "PK\u0003\u0004", "PK\u0005\u0006"),
    OLE("旧版 Office 格式的其他文件", "another kind of old Office file", "\u00D0\u00CF\u0011\u00E0"),
    TEXT("纯文本", "plain text"),
    UNKNOWN("无法识别的数据", "of no known kind");

    private static final List<String> MARKUP =
            List.of("<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<meta", "<title", "<table");

    /** These are text themselves; of the others a text only happens to have the first letters. */
    private static final Set<Content> WRITTEN = EnumSet.of(SCRIPT, RTF, POSTSCRIPT, XML, GIF);

    final String zh;
    final String en;
    private final List<String> beginnings;

    Content(String zh, String en, String... beginnings) {
        this.zh = zh;
        this.en = en;
        this.beginnings = List.of(beginnings);
    }

    /** By the first bytes, each the letter of its number. */
    static Content of(String head) {
        var start = head.replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s*", "").toLowerCase(Locale.ROOT);
        if (head.startsWith("ftyp", 4)) return head.startsWith("hei", 8) || head.startsWith("mif1", 8) ? HEIC : MP4;
        if (MARKUP.stream().anyMatch(start::startsWith)) return HTML;
        boolean text = isText(head);
        for (var content : values())
            if ((!text || WRITTEN.contains(content))
                    && content.beginnings.stream().anyMatch(head::startsWith)) return content;
        if (XML.beginnings.stream().anyMatch(start::startsWith)) return XML;
        if (MARKUP.stream().anyMatch(start::contains)) return HTML;
        return text ? TEXT : UNKNOWN;
    }

    /** No control characters, and UTF-8 or else, like GBK, mostly pairs above ASCII; UTF-16 says so itself. */
    private static boolean isText(String head) {
        if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) return true;
        if (head.chars().anyMatch(letter -> letter < ' ' && "\t\n\r\f".indexOf(letter) < 0)) return false;
        return isUtf8(head) || head.chars().noneMatch(letter -> letter == 0x7F || letter == 0x80 || letter == 0xFF);
    }

    /** The last letter may be cut. */
    private static boolean isUtf8(String head) {
        var letters = CharBuffer.allocate(head.length());
        return !UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(head.getBytes(ISO_8859_1)), letters, false)
                .isError();
    }
}
