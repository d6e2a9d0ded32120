package pingheng.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Blocks as a Word file: Chinese fonts by name, which every office has; page x of y is counted by the reader. */
final class WordFile {
    private static final String SONG = "仿宋";
    private static final String HEI = "黑体";

    /** Nothing in the file depends on when it was written. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final XWPFDocument document = new XWPFDocument();
    private final Style style;

    WordFile(String foot, Style style) {
        this.style = style;
        page();
        foot(foot);
        timeless();
    }

    WordFile all(List<Block> blocks) {
        for (var block : blocks)
            switch (block) {
                case Block.Title(var text) -> {
                    var paragraph = paragraph(style.title() * 2);
                    paragraph.setAlignment(ParagraphAlignment.CENTER);
                    run(paragraph, text, style.title(), HEI);
                }
                case Block.Heading(var text) -> {
                    var paragraph = paragraph(style.heading() + style.lead());
                    paragraph.setKeepNext(true);
                    paragraph.setSpacingBefore(160);
                    run(paragraph, text, style.heading(), HEI);
                }
                case Block.Text(var text) -> text(text);
                case Block.Field(var name, var value) ->
                    run(paragraph(style.body() + style.lead()), name + "　" + value, style.body(), SONG);
                case Block.Rule() -> paragraph(12).setBorderBottom(Borders.SINGLE);
                case Block.Signatures(var names) ->
                    run(paragraph(style.body() + 24), String.join("　　　　　　", names) + "　　　　　　", style.body(), SONG);
                case Block.Stamp(var label) -> {
                    var paragraph = paragraph(style.body() + 100);
                    paragraph.setAlignment(ParagraphAlignment.RIGHT);
                    run(paragraph, label, style.body(), SONG);
                }
                case Block.Turn() -> paragraph(12).setPageBreak(true);
            }
        return this;
    }

    /** The same blocks give the same bytes: times are taken out of the entries of the zip. */
    byte[] bytes() {
        try (var written = new ByteArrayOutputStream();
                var out = new ByteArrayOutputStream();
                document) {
            document.write(written);
            try (var in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
                    var zip = new ZipOutputStream(out)) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    var timeless = new ZipEntry(entry.getName());
                    timeless.setTimeLocal(ALWAYS);
                    zip.putNextEntry(timeless);
                    in.transferTo(zip);
                }
            }
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void timeless() {
        try {
            document.getProperties().getCoreProperties().setCreated("2020-01-01T00:00:00Z");
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void text(String text) {
        for (var line : text.split("\n", -1)) {
            var paragraph = paragraph(style.body() + style.lead());
            run(paragraph, line, style.body(), SONG);
        }
    }

    /** A paragraph whose lines are that many points apart. */
    private XWPFParagraph paragraph(int points) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text, int size, String font) {
        var run = paragraph.createRun();
        run.setFontSize(size);
        for (var range : XWPFRun.FontCharRange.values()) run.setFontFamily(font, range);
        run.getCTR().getRPr().addNewLang().setEastAsia("zh-CN");
        run.setText(text);
    }

    /** A4 with the margins of the style; a point is 20 twentieths. */
    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twentieths(595));
        size.setH(twentieths(842));
        var margins = section.addNewPgMar();
        margins.setLeft(twentieths(style.left()));
        margins.setRight(twentieths(595 - style.left() - style.width()));
        margins.setTop(twentieths(842 - style.top() - style.body()));
        margins.setBottom(twentieths(style.bottom()));
    }

    private void foot(String text) {
        var footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        run(footer, text + "　", 8, SONG);
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        run(footer, " / ", 8, SONG);
        footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private static BigInteger twentieths(int points) {
        return BigInteger.valueOf(points * 20L);
    }
}
