package pingheng.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLDecoder;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.problem.Refused;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "报告.pdf|报告.pdf",
                "../../etc/passwd|passwd",
                "C:\\Users\\Public\\报告.pdf|报告.pdf",
                "C:报告.pdf|报告.pdf",
                "a/b\\c.pdf|c.pdf",
                "..\\..\\c.pdf|c.pdf",
                "  a b .pdf . . |a b .pdf",
                "\u3000a.pdf\u00A0|a.pdf",
                "a.pdf...|a.pdf",
                "a.pdf::$DATA|a.pdf__$DATA",
                "a<b>\"c\"?*.pdf|a_b__c___.pdf",
                "CON|_CON",
                "nul.pdf|_nul.pdf",
                "Com1.tar.gz|_Com1.tar.gz",
                "lpt³.pdf|_lpt³.pdf",
                "aux .pdf|_aux .pdf",
                "console.pdf|console.pdf",
                "com10.pdf|com10.pdf",
                "invoice\u202Efdp.exe|invoicefdp.exe",
                "a\u2066b\u2069\u200E\u200F.pdf|ab.pdf",
                "a\u200Bb\u200C\u200D\u2060\uFEFF.pdf|ab.pdf",
                ".\u200B./.\u200B./a.pdf|a.pdf",
                "re\u0301sume\u0301.pdf|r\u00E9sum\u00E9.pdf",
                "没有扩展名|没有扩展名",
                "%2e%2e%2fa.pdf|%2e%2e%2fa.pdf",
                "𠮷野家.pdf|𠮷野家.pdf",
                "；rm -rf.pdf|；rm -rf.pdf",
            })
    void whatABrowserSentIsMadeSafe(String sent, String safe) {
        assertThat(new FileName(sent).value()).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000.pdf", "a\r\nSet-Cookie: b.pdf", "a\t.pdf", "\u007F", "\u0085a", "a\u2028b", "\uD800.pdf"
            })
    void aNameWithControlCharactersIsRefused(String sent) {
        assertThat(code(sent)).isEqualTo("evidence.name-control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../", "a/", "C:\\", "\u3000", "\u200B", "\u202E.", ". . ."})
    void aNameOfNothingIsRefused(String sent) {
        assertThat(code(sent)).isEqualTo("evidence.name-empty");
    }

    @Test
    void theRefusalOfAnEndlessNameIsShortAndShowsNoControlCharacter() {
        var refused = catchThrowableOfType(Refused.class, () -> new FileName("\r\n\u202E" + "𠮷".repeat(9_000)));

        assertThat(refused.findings().getFirst().place().file()).isEqualTo("\uFFFD\uFFFD" + "𠮷".repeat(58) + "…");
    }

    @ParameterizedTest
    @CsvSource({"x, 255", "报, 255", "𠮷, 130", "é, 260", "x, 5000"})
    void aLongNameIsCutAndKeepsItsEndingAndWholeLetters(String letter, int times) {
        var name = new FileName("a" + letter.repeat(times) + ".docx");

        assertThat(name.value()).startsWith("a" + letter).endsWith(letter + ".docx");
        assertThat(name.value().length()).isBetween(FileName.MOST - 1, FileName.MOST);
        assertThat(name.value())
                .doesNotContain("\uFFFD")
                .isEqualTo(new String(name.value().getBytes(UTF_8), UTF_8));
        assertThat(name.ending()).isEqualTo("docx");
    }

    /** No file system has longer ones: two names that differ in their last words are told apart. */
    @Test
    void aNameThatAFileCanHaveIsKeptWhole() {
        var title = "关于番禺区义务教育阶段学校教师工资待遇落实情况".repeat(10).substring(0, 230);

        for (var half : new String[] {"（上半年）", "（下半年）"})
            assertThat(new FileName(title + half + ".pdf").value()).isEqualTo(title + half + ".pdf");
        assertThat(new FileName("x".repeat(251) + ".pdf").value()).isEqualTo("x".repeat(251) + ".pdf");
    }

    @Test
    void whatIsTooLongForAnEndingIsNone() {
        var name = new FileName("a." + "x".repeat(300));

        assertThat(name.value()).hasSize(FileName.MOST).startsWith("a.xxx");
        assertThat(name.ending()).isEmpty();
    }

    @Test
    void whatCuttingLeavesIsMadeSafeToo() {
        assertThat(new FileName("con" + " ".repeat(300) + "x").value()).isEqualTo("_con");
        assertThat(new FileName("con" + " ".repeat(300) + "x.pdf").value())
                .hasSize(FileName.MOST)
                .startsWith("_con ");
        assertThat(new FileName("nul." + "x".repeat(300)).value())
                .hasSize(FileName.MOST)
                .startsWith("_nul.x");
    }

    @ParameterizedTest
    @CsvSource({"a.PDF, pdf", "a.tar.gz, gz", "a, ''", ".pdf, pdf", "a.pdf.exe, exe"})
    void theEndingIsWhatStandsAfterTheLastDot(String name, String ending) {
        assertThat(new FileName(name).ending()).isEqualTo(ending);
    }

    @Test
    void aHeaderSaysTheNameInAsciiAndWhole() {
        assertThat(new FileName("自评 report.pdf").contentDisposition(true))
                .isEqualTo("inline; filename=\"__ report.pdf\"; filename*=UTF-8''%E8%87%AA%E8%AF%84%20report.pdf");
        assertThat(new FileName("a;b%41'(c)*.pdf").contentDisposition(false))
                .isEqualTo("attachment; filename=\"a_b_41'(c)_.pdf\"; filename*=UTF-8''a%3Bb%2541%27%28c%29_.pdf");
    }

    /** Whatever is sent, the name is safe, stays as it is when made safe again, and no header can be broken with it. */
    @Test
    void whateverIsSentIsRefusedOrSafe() {
        var random = new Random(20);
        var letters = "ab.. //\\\\::\"%;'é\u0301\u200B\u202E\u3000\u00A0报𠮷<conCON1\u0338="
                .codePoints()
                .toArray();
        for (int i = 0; i < 20_000; i++) {
            var sent = random.ints(random.nextInt(i % 7 == 0 ? 300 : 12), 0, letters.length)
                    .mapToObj(at -> Character.toString(letters[at]))
                    .collect(Collectors.joining());
            try {
                holds(new FileName(sent));
            } catch (Refused refused) {
                assertThat(refused.findings().getFirst().code()).startsWith("evidence.name-");
            }
        }
    }

    private static void holds(FileName name) {
        var header = name.contentDisposition(false);

        assertThat(new FileName(name.value())).isEqualTo(name);
        assertThat(name.value()).isNotEmpty().doesNotContain("/", "\\", ":", "\"", "\u200B", "\u202E");
        assertThat(name.value()).hasSizeLessThanOrEqualTo(FileName.MOST);
        assertThat(header)
                .matches("attachment; filename=\"[ !#$&-:<-\\[\\]-~]+\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+");
        assertThat(URLDecoder.decode(
                        header.substring(header.indexOf("UTF-8''") + 7).replace("+", "%2B"), UTF_8))
                .isEqualTo(name.value());
    }

    private static String code(String sent) {
        var finding = catchThrowableOfType(Refused.class, () -> new FileName(sent))
                .findings()
                .getFirst();
        assertThat(finding.sentence().zh()).contains("请");
        assertThat(finding.sentence().en()).contains(": ");
        return finding.code();
    }
}
