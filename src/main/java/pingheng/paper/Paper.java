package pingheng.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A document on A4, written from top to bottom; a new page begins where the text needs one. Each page has the foot and says which
 * page of how many it is. It becomes a PDF or a Word file, and the same calls make the same bytes.
 */
public final class Paper {
    /** The type of a Word file. */
    public static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final List<Block> blocks = new ArrayList<>();
    private final String foot;
    private final Style style;

    private Paper(String foot, Style style) {
        this.foot = foot;
        this.style = style;
    }

    /** Much on a page; the foot stands on every page, such as the digest of what the paper says. */
    public static Paper form(String foot) {
        return new Paper(foot, Style.FORM);
    }

    /** An official document, as large as GB/T 9704 wants it. */
    public static Paper letter(String foot) {
        return new Paper(foot, Style.LETTER);
    }

    /** A title in the middle of the line. */
    public Paper title(String text) {
        return add(new Block.Title(text));
    }

    /** A heading, kept together with what follows it. */
    public Paper heading(String text) {
        return add(new Block.Heading(text));
    }

    /** Running text. */
    public Paper text(String text) {
        return add(new Block.Text(text));
    }

    /** A name and, to its right, what it is. */
    public Paper field(String name, String value) {
        return add(new Block.Field(name, value));
    }

    /** A thin line across. */
    public Paper rule() {
        return add(new Block.Rule());
    }

    /** Lines for signatures side by side, each with its name. */
    public Paper signatures(String... names) {
        return add(new Block.Signatures(List.of(names)));
    }

    /** A box for the stamp, at the right. */
    public Paper stamp(String label) {
        return add(new Block.Stamp(label));
    }

    /** Begins a new page. */
    public Paper turn() {
        return add(new Block.Turn());
    }

    /** The whole as a PDF. */
    public byte[] pdf() {
        return new Pages(foot, style).all(blocks).pdf();
    }

    /** The whole as a Word file (ISO/IEC 29500). */
    public byte[] word() {
        return new WordFile(foot, style).all(blocks).bytes();
    }

    private Paper add(Block block) {
        blocks.add(block);
        return this;
    }
}
