package pingheng.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.of;
import static pingheng.evidence.Documents.bytes;
import static pingheng.evidence.Documents.docx;
import static pingheng.evidence.Documents.half;
import static pingheng.evidence.Documents.joined;
import static pingheng.evidence.Documents.jpeg;
import static pingheng.evidence.Documents.ofd;
import static pingheng.evidence.Documents.office;
import static pingheng.evidence.Documents.old;
import static pingheng.evidence.Documents.pdf;
import static pingheng.evidence.Documents.png;
import static pingheng.evidence.Documents.pptx;
import static pingheng.evidence.Documents.with;
import static pingheng.evidence.Documents.xlsx;
import static pingheng.evidence.Documents.zip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pingheng.problem.Finding;
import pingheng.problem.Refused;

/** Every file ends in a type or in a sentence: no crash, no hang, no memory gone. */
@Timeout(60)
class FileTypesTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> documents() {
        return Stream.of(
                of("报告.pdf", pdf(), FileType.PDF),
                of("REPORT.PDF", pdf(), FileType.PDF),
                of("after-a-printers-line.pdf", joined(bytes("\u001B%-12345X@PJL\n"), pdf()), FileType.PDF),
                of("a.png", png(1, 20_000), FileType.PNG),
                of("a.jpg", jpeg(20_000, 1), FileType.JPEG),
                of("a.jpeg", jpeg(640, 480), FileType.JPEG),
                of("a.docx", zip(docx()), FileType.DOCX),
                of("a.xlsx", zip(xlsx()), FileType.XLSX),
                of("a.pptx", zip(pptx()), FileType.PPTX),
                of("关于报送材料的通知.ofd", zip(ofd()), FileType.OFD),
                of("with-a-table.docx", zip(with(docx(), "word/embeddings/a.xlsx", "PK")), FileType.DOCX),
                of("a.doc", old("WordDocument", "1Table"), FileType.DOC),
                of("a.xls", old("Workbook", "a", "b", "c", "d", "e"), FileType.XLS),
                of("1995.xls", old("Book"), FileType.XLS),
                of("a.ppt", old("Pictures", "PowerPoint Document"), FileType.PPT));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsTakenIsToldByItsContent(String name, byte[] content, FileType type) throws IOException {
        assertThat(FileTypes.detect(new FileName(name), file(content))).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aNameThatLiesIsRefusedAndBothAreNamed(String name, byte[] content, FileType type) throws IOException {
        for (var claimed : FileType.values()) {
            if (claimed == type) continue;
            var ending = claimed.endings().getFirst();
            var told = refused("a." + ending, content);

            assertThat(told.code()).as(name).isEqualTo("evidence.type-lies");
            assertThat(told.sentence().zh()).contains("以 ." + ending + " 结尾（" + claimed + "）", "内容却是 " + type);
            assertThat(told.sentence().en())
                    .contains("ends in ." + ending + " (" + claimed + ")", "content is " + type);
        }
    }

    @Test
    void aNameWithoutAnEndingOrWithAStrangeOneLiesToo() throws IOException {
        assertThat(refused("报告", pdf()).sentence().zh()).contains("没有扩展名", "PDF", ".pdf");
        assertThat(refused("a.pdf.exe", pdf()).sentence().en()).contains("ends in .exe", "PDF");
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                of("HTML", bytes("<!DOCTYPE html><p>")),
                of("HTML", bytes("\u00EF\u00BB\u00BF \n<HTML><script>alert(1)</script>")),
                of("HTML", bytes("<!-- x --><body onload=alert(1)>")),
                of("XML", bytes("<svg onload=\"alert(1)\"/>")),
                of("XML", bytes("<?xml version=\"1.0\"?><a/>")),
                of("可执行程序", bytes("MZ\u0090\0\u0003\0")),
                of("可执行程序", bytes("\u007FELF\u0002\u0001")),
                of("脚本", bytes("#!/bin/sh\nrm -rf /\n")),
                of("RAR", bytes("Rar!\u001A\u0007\u0001\0")),
                of("7z", bytes("7z\u00BC\u00AF'\u001C\0\u0004")),
                of("GIF", bytes("GIF89a\u0001\0\u0001\0")),
                of("MP4", bytes("\0\0\0 ftypisom")),
                of("HEIC", bytes("\0\0\0 ftypheic")),
                of("RTF", bytes("{\\rtf1 a}")),
                of("纯文本", "单位，数值\n甲县，1\n".repeat(99).getBytes(UTF_8)),
                of("纯文本", "单位，数值\n甲县，1\n".getBytes(Charset.forName("GBK"))),
                of("纯文本", "单位".getBytes(UTF_16)),
                of("纯文本", bytes("BM and MZ are only letters here")),
                of("无法识别", bytes("\u0001\u0002\u0003")),
                of("ZIP", zip(Map.of("a.txt", "a"))),
                of("ZIP", zip(Map.of("META-INF/MANIFEST.MF", "Main-Class: A"))),
                of("ZIP", zip(office("wordprocessingml.template.main+xml", "word/document.xml"))),
                of("ZIP", zip(Map.of("OFD.xml", "<ofd/>"))),
                of("OpenDocument", zip(Map.of("mimetype", "application/vnd.oasis", "content.xml", "<a/>"))),
                of("旧版 Office", old("__properties_version1.0")),
                of("旧版 Office", old("ObjectPool")));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void anythingElseIsRefusedAndCalledByItsName(String called, byte[] content) throws IOException {
        var told = refused("报告.pdf", content);

        assertThat(told.code()).isEqualTo("evidence.type");
        assertThat(told.place().file()).isEqualTo("报告.pdf");
        assertThat(told.sentence().zh()).contains("以 .pdf 结尾（PDF）", called, "只接收 PDF、OFD、PNG");
        assertThat(told.sentence().en()).contains("ends in .pdf (PDF)", "taken are PDF, OFD, PNG");
    }

    static Stream<Arguments> hostile() {
        var odd = zip(docx());
        var encryptedWord = old("WordDocument");
        encryptedWord[Documents.firstStream() + 11] = 1;
        var encryptedBook = old("Workbook");
        System.arraycopy(bytes("\u0009\u0008\u0002\0xx/\0"), 0, encryptedBook, Documents.firstStream(), 8);
        return Stream.of(
                of("empty", "a.pdf", new byte[0]),
                of("type", "html-before.pdf", joined(bytes("<html><script>1</script>"), pdf())),
                of("type", "text-and-html-before.pdf", joined(bytes("hello <b>"), pdf())),
                of("type", "exe-before.pdf", joined(bytes("MZ\u0090\0"), pdf())),
                of("type", "gifar.gif", joined(bytes("GIF89a\0"), zip(Map.of("A.class", "x")))),
                of("type", "beginning-too-late.pdf", joined(new byte[1024], pdf())),
                of("two-kinds", "jar-behind.jpg", joined(jpeg(1, 1), zip(Map.of("A.class", "x")))),
                of("two-kinds", "jar-behind.png", joined(png(1, 1), zip(Map.of("A.class", "x")))),
                of("two-kinds", "jar-behind.pdf", joined(pdf(), zip(Map.of("A.class", "x")), new byte[0])),
                of("broken", "shifted.docx", joined(bytes("PK\u0003\u0004"), odd)),
                of("truncated", "cut.pdf", half(pdf())),
                of("truncated", "end-too-early.pdf", joined(pdf(), new byte[1024])),
                of("truncated", "cut.png", half(png(1, 1))),
                of("truncated", "cut.jpg", Arrays.copyOf(jpeg(1, 1), 16)),
                of("truncated", "cut.docx", half(odd)),
                of("truncated", "more-behind.docx", joined(odd, bytes("x"))),
                of("truncated", "cut.doc", half(old("WordDocument"))),
                of("truncated", "cut.xls", Arrays.copyOf(old("Workbook"), 700)),
                of("truncated", "header.doc", bytes(CompoundFile.BEGINNING)),
                of("picture-size", "a.png", png(20_001, 1)),
                of("picture-size", "a.png", png(1, -1)),
                of("picture-size", "a.jpg", jpeg(1, 65_535)),
                of("broken", "nothing.png", png(0, 1)),
                of("broken", "nothing.jpg", jpeg(1, 0)),
                of("broken", "no-frame.jpg", bytes("\u00FF\u00D8\u00FF\u00DA\0\u0002xx")),
                of("bomb", "many-times.docx", zip(with(docx(), "word/a.xml", "\0".repeat(80 << 20)))),
                of("bomb", "types.docx", zip(with(docx(), Documents.TYPES, "a".repeat((1 << 20) + 1)))),
                of("bomb", "says-little.docx", lying(zip(with(docx(), Documents.TYPES, " ".repeat(9 << 20))), 65_535)),
                of("broken", "impossible.docx", lying(zip(with(docx(), Documents.TYPES, " ".repeat(9 << 20))), 10)),
                of("broken", "two-at-once.docx", zip(with(docx(), "WORD/document.xml", ""))),
                of("broken", "leaves.docx", zip(with(docx(), "word/../../a", ""))),
                of("broken", "no-folder.docx", zip(Map.of(Documents.TYPES, docx().get(Documents.TYPES)))),
                of("encrypted", "a.docx", encrypted(odd)),
                of("encrypted", "a.docx", old("EncryptedPackage", "EncryptionInfo")),
                of("encrypted", "a.doc", encryptedWord),
                of("encrypted", "a.xls", encryptedBook),
                of("macros", "a.docm", zip(with(docx(), "word/vbaProject.bin", "x"))),
                of("macros", "hidden.docx", zip(with(docx(), "word/VBAPROJECT.BIN", "x"))),
                of("macros", "a.xlsx", zip(with(xlsx(), "xl/macrosheets/sheet1.xml", "x"))),
                of("macros", "a.docx", zip(office("x.macroEnabled.main+xml", "word/document.xml"))),
                of("macros", "a.doc", old("WordDocument", "Macros")),
                of("macros", "a.xls", old("Workbook", "_VBA_PROJECT_CUR")));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsHostileOrCutEndsInASentence(String code, String name, byte[] content) throws IOException {
        var told = refused(name, content);

        assertThat(told.code()).isEqualTo("evidence." + code);
        assertThat(told.place().file()).isEqualTo(name);
        assertThat(told.sentence().zh()).contains("请");
        assertThat(told.sentence().en()).contains(": ");
    }

    @Test
    void aDirectoryThatGoesInACircleEnds() throws IOException {
        var circle = old("WordDocument");
        circle[512 + 4] = 1;
        circle[512 + 5] = circle[512 + 6] = circle[512 + 7] = 0;
        assertThat(refused("a.doc", circle).code()).isIn("evidence.broken", "evidence.truncated");

        var children = old("a", "b");
        children[1024 + 256 + 72] = 1;
        children[1024 + 256 + 73] = children[1024 + 256 + 74] = children[1024 + 256 + 75] = 0;
        assertThat(refused("a.doc", children).code()).isEqualTo("evidence.broken");
    }

    /** Seeds are fixed: each document with some bytes changed, and cut anywhere. */
    @ParameterizedTest
    @MethodSource("documents")
    void damagedDocumentsAreTakenOrRefusedButNeverCrash(String name, byte[] content) throws IOException {
        var random = new Random(content.length);
        for (int i = 0; i < 300; i++) {
            var damaged = Arrays.copyOf(content, 1 + random.nextInt(content.length));
            if (i % 2 == 0) damaged = content.clone();
            for (int n = random.nextInt(8); n >= 0; n--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                FileTypes.detect(new FileName(name), file(damaged));
            } catch (Refused refused) {
                assertThat(refused.findings().getFirst().code()).startsWith("evidence.");
            }
        }
    }

    @Test
    void onlyPicturesAndPdfAreShownInAPage() {
        assertThat(Arrays.stream(FileType.values()).filter(FileType::inline))
                .containsExactly(FileType.PDF, FileType.PNG, FileType.JPEG);
    }

    /** With the flag of an encrypted entry in the table. */
    private static byte[] encrypted(byte[] zip) {
        var changed = zip.clone();
        changed[listed(zip) + 8] |= 1;
        return changed;
    }

    /** With a table that says the first entry has that many bytes, up to 65,535. */
    private static byte[] lying(byte[] zip, int size) {
        var changed = zip.clone();
        int at = listed(zip) + 24;
        changed[at] = (byte) size;
        changed[at + 1] = (byte) (size >> 8);
        changed[at + 2] = changed[at + 3] = 0;
        return changed;
    }

    private static int listed(byte[] zip) {
        return new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
    }

    private Finding refused(String name, byte[] content) throws IOException {
        var file = file(content);
        var refused = catchThrowableOfType(Refused.class, () -> FileTypes.detect(new FileName(name), file));
        assertThat(refused).as(name).isNotNull();
        return refused.findings().getFirst();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }
}
