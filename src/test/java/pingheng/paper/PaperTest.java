package pingheng.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;

class PaperTest {
    @Test
    void bothFilesSayTheSameAndHaveTheFootOnEveryPage() throws IOException {
        var paper = paper();

        try (var pdf = Loader.loadPDF(paper.pdf());
                var word = new XWPFDocument(new ByteArrayInputStream(paper.word()))) {
            var printed = new PDFTextStripper().getText(pdf);
            assertThat(printed).contains("意见书", "问题清单", "第一条", "文号", "（印章）", "1 / 2", "2 / 2");
            assertThat(printed.split("摘要0123", -1)).as("the foot of two pages").hasSize(3);
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("意见书", "问题清单", "　　第一条", "文号　2020-1", "（印章）");
            assertThat(word.getFooterList())
                    .singleElement()
                    .satisfies(foot -> assertThat(foot.getText()).contains("摘要0123"));
        }
    }

    @Test
    void aWordFileNamesChineseFontsAndSaysThatItIsChinese() throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(paper().word()))) {
            var run = word.getParagraphs().getFirst().getRuns().getFirst();
            assertThat(run.getFontFamily(FontCharRange.eastAsia)).isEqualTo("黑体");
            assertThat(run.getCTR().getRPr().getLangArray(0).getEastAsia())
                    .as("without it, readers choose Japanese glyphs")
                    .isEqualTo("zh-CN");
            assertThat(run.getFontSizeAsDouble()).isEqualTo(22);
        }
    }

    @Test
    void bothPartsOfAWordFileAreValidByTheirSchema() throws IOException {
        for (var style : List.of(
                paper(),
                Paper.form("<\"'&>").title("一\n二").field("甲", "乙\t\r\n丙").text("")))
            try (var word = new XWPFDocument(new ByteArrayInputStream(style.word()))) {
                var wrong = new ArrayList<XmlError>();
                var told = new XmlOptions().setErrorListener(wrong);
                assertThat(word.getDocument().validate(told)).as("%s", wrong).isTrue();
                assertThat(word.getFooterList().getFirst()._getHdrFtr().validate(told))
                        .as("%s", wrong)
                        .isTrue();
            }
    }

    @Test
    void linesOfAFieldAreLinesInWordToo() throws IOException {
        var paper = Paper.form("x").title("一\n二").field("甲", "乙\r\n丙");
        try (var word = new XWPFDocument(new ByteArrayInputStream(paper.word()))) {
            assertThat(word.getParagraphs()).extracting(XWPFParagraph::getText).containsExactly("一\n二", "甲　乙\n丙");
        }
    }

    @Test
    void theSameCallsMakeTheSameBytes() {
        assertThat(paper().word()).isEqualTo(paper().word());
        assertThat(paper().pdf()).isEqualTo(paper().pdf());
    }

    @Test
    void aNumberIsNotBrokenAtItsPointAndTheMiddleDotIsShown() throws IOException {
        // 28 characters a line: the point of the number would stand at the end of the first
        var words = "一".repeat(25) + " 100.63 分·演练";
        try (var pdf = Loader.loadPDF(Paper.letter("x").text(words).pdf())) {
            var lines = new PDFTextStripper().getText(pdf).lines().toList();
            assertThat(lines).anySatisfy(line -> assertThat(line).contains("100.63 分·演练"));
        }
    }

    @Test
    void whatNoXmlCanHoldDoesNotBreakTheFile() throws IOException {
        var paper = Paper.form("x").text("甲\u0007乙 <b>&amp; \ud840\udc00");
        try (var word = new XWPFDocument(new ByteArrayInputStream(paper.word()))) {
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo("甲□乙 <b>&amp; \ud840\udc00");
        }
    }

    private static Paper paper() {
        return Paper.letter("摘要0123")
                .title("意见书")
                .field("文号", "2020-1")
                .rule()
                .heading("问题清单")
                .text("　　第一条")
                .turn()
                .signatures("签名：", "日期：")
                .stamp("（印章）");
    }
}
