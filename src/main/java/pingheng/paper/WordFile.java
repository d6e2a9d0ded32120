package pingheng.paper;

import static pingheng.paper.Xml.element;

import java.util.List;

/**
 * Blocks as a Word file (ISO/IEC 29500-1, chapter 17): Chinese fonts by name, which every office has; page x of y is counted by the
 * reader. Within an element the order of the others is the one of its schema.
 */
final class WordFile {
    private static final String SONG = "仿宋";
    private static final String HEI = "黑体";
    private static final int FOOT_SIZE = 8;

    /** From the edge of the paper to the foot. */
    private static final int FOOT_ROOM = 36;

    private final StringBuilder body = new StringBuilder();
    private final String foot;
    private final Style style;

    WordFile(String foot, Style style) {
        this.foot = foot;
        this.style = style;
    }

    WordFile all(List<Block> blocks) {
        for (var block : blocks)
            body.append(
                    switch (block) {
                        case Block.Title(var text) ->
                            paragraph("", spacing(style.title() * 2) + jc("center"), run(text, style.title(), HEI));
                        case Block.Heading(var text) -> heading(text);
                        case Block.Text(var text) -> text(text);
                        case Block.Field(var name, var value) -> line(name + "　" + value);
                        case Block.Rule() -> rule();
                        case Block.Signatures(var names) -> signatures(names);
                        case Block.Stamp(var label) ->
                            paragraph("", spacing(style.body() + 100) + jc("right"), run(label, style.body(), SONG));
                        case Block.Turn() -> paragraph(element("w:pageBreakBefore"), spacing(12), "");
                    });
        return this;
    }

    byte[] bytes() {
        return new WordParts(body + section(), foot()).packed();
    }

    private String heading(String text) {
        int apart = twentieths(style.heading() + style.lead());
        return paragraph(
                element("w:keepNext"),
                element("w:spacing w:before='160' w:line='%d' w:lineRule='exact'".formatted(apart)),
                run(text, style.heading(), HEI));
    }

    private String text(String text) {
        var lines = new StringBuilder();
        for (var line : text.split("\\R", -1)) lines.append(line(line));
        return lines.toString();
    }

    private String line(String text) {
        return paragraph("", spacing(style.body() + style.lead()), run(text, style.body(), SONG));
    }

    private static String rule() {
        var line = element("w:bottom w:val='single' w:sz='4' w:space='1' w:color='auto'");
        return paragraph("", element("w:pBdr", line) + spacing(12), "");
    }

    private String signatures(List<String> names) {
        var room = "　　　　　　";
        return paragraph("", spacing(style.body() + 24), run(String.join(room, names) + room, style.body(), SONG));
    }

    private static String paragraph(String breaks, String looks, String runs) {
        return element("w:p", element("w:pPr", breaks, looks), runs);
    }

    /** Lines that many points apart. */
    private static String spacing(int points) {
        return element("w:spacing w:line='%d' w:lineRule='exact'".formatted(twentieths(points)));
    }

    private static String jc(String where) {
        return element("w:jc w:val='" + where + "'");
    }

    private static String run(String text, int size, String font) {
        var letters = new StringBuilder();
        for (var line : text.split("\\R", -1)) {
            if (!letters.isEmpty()) letters.append(element("w:br"));
            letters.append(element("w:t xml:space='preserve'", Xml.text(line)));
        }
        return element("w:r", looks(size, font), letters.toString());
    }

    /** Sizes are in half points. Without the language readers choose Japanese glyphs. */
    private static String looks(int size, String font) {
        return element(
                "w:rPr",
                element("w:rFonts w:ascii='%1$s' w:hAnsi='%1$s' w:eastAsia='%1$s' w:cs='%1$s'".formatted(font)),
                element("w:sz w:val='%d'".formatted(2 * size)),
                element("w:szCs w:val='%d'".formatted(2 * size)),
                element("w:lang w:eastAsia='zh-CN'"));
    }

    /** A4 with the margins of the style. */
    private String section() {
        return element(
                "w:sectPr",
                element("w:footerReference w:type='default' r:id='" + WordParts.RELATED + "'"),
                element("w:pgSz w:w='%d' w:h='%d'".formatted(twentieths(595), twentieths(842))),
                element(
                        "w:pgMar w:top='%d' w:right='%d' w:bottom='%d' w:left='%d' w:header='%5$d' w:footer='%5$d' w:gutter='0'"
                                .formatted(
                                        twentieths(842 - style.top() - style.body()),
                                        twentieths(595 - style.left() - style.width()),
                                        twentieths(style.bottom()),
                                        twentieths(style.left()),
                                        twentieths(FOOT_ROOM))));
    }

    private String foot() {
        return element(
                "w:p",
                run(foot + "　", FOOT_SIZE, SONG),
                counted("PAGE"),
                run(" / ", FOOT_SIZE, SONG),
                counted("NUMPAGES"));
    }

    /** A number that the reader counts; the one inside stands there for readers that do not count. */
    private static String counted(String what) {
        return element("w:fldSimple w:instr='" + what + "'", run("1", FOOT_SIZE, SONG));
    }

    private static int twentieths(int points) {
        return points * 20;
    }
}
