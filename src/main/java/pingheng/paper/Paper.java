package pingheng.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A document on A4, written from top to bottom; a new page begins where the text needs one. Each page has the foot and says which
 * page of how many it is. The same calls make the same bytes.
 */
public final class Paper {
    private static final int LEFT = 64;
    private static final int TOP = 778;
    private static final int BOTTOM = 72;
    private static final int WIDTH = 467;
    private static final int BODY = 10;

    private final List<StringBuilder> pages = new ArrayList<>();
    private final String foot;
    private int y;

    /** The foot stands on every page, such as the digest of what the paper says. */
    public Paper(String foot) {
        this.foot = foot;
        turn();
    }

    /** A title in the middle of the line. */
    public Paper title(String text) {
        for (var line : Script.lines(text, WIDTH * 1000 / 16)) {
            room(30);
            show(line, 16, LEFT + (WIDTH - Script.width(line) * 16 / 1000) / 2);
            y -= 30;
        }
        return this;
    }

    /** A heading, kept together with what follows it. */
    public Paper heading(String text) {
        room(60);
        y -= 8;
        lines(text, 12, LEFT, WIDTH);
        return this;
    }

    /** Running text. */
    public Paper text(String text) {
        lines(text, BODY, LEFT, WIDTH);
        y -= 4;
        return this;
    }

    /** A name and, to its right, what it is. */
    public Paper field(String name, String value) {
        room(16);
        show(name, BODY, LEFT);
        lines(value, BODY, LEFT + 110, WIDTH - 110);
        return this;
    }

    /** A thin line across. */
    public Paper rule() {
        room(12);
        draw("%d %d m %d %d l S", LEFT, y + 4, LEFT + WIDTH, y + 4);
        y -= 8;
        return this;
    }

    /** Lines for signatures side by side, each with its name and, below, the date. */
    public Paper signatures(String... names) {
        room(40);
        int each = WIDTH / names.length;
        for (int i = 0; i < names.length; i++) {
            int x = LEFT + i * each;
            int after = x + Script.width(names[i]) * BODY / 1000 + 4;
            show(names[i], BODY, x);
            draw("%d %d m %d %d l S", after, y - 2, x + each - 12, y - 2);
        }
        y -= 24;
        return this;
    }

    /** A box for the stamp, at the right. */
    public Paper stamp(String label) {
        room(150);
        draw("%d %d %d %d re S", LEFT + WIDTH - 140, y - 130, 140, 130);
        show(label, BODY, LEFT + WIDTH - 130, y - 18);
        y -= 144;
        return this;
    }

    /** Begins a new page. */
    public Paper turn() {
        pages.add(new StringBuilder());
        y = TOP;
        return this;
    }

    /** The whole as a PDF. */
    public byte[] pdf() {
        var finished = new ArrayList<String>();
        for (int i = 0; i < pages.size(); i++) {
            var number = String.format(Locale.ROOT, "%d / %d", i + 1, pages.size());
            finished.add(pages.get(i)
                    + shown(foot, 8, LEFT, 40)
                    + shown(number, 8, LEFT + WIDTH - Script.width(number) * 8 / 1000, 40));
        }
        return new PdfFile(finished).bytes();
    }

    private void lines(String text, int size, int x, int width) {
        for (var line : Script.lines(text, width * 1000 / size)) {
            room(size + 6);
            show(line, size, x);
            y -= size + 6;
        }
    }

    private void room(int height) {
        if (y - height < BOTTOM) turn();
    }

    private void show(String text, int size, int x) {
        show(text, size, x, y);
    }

    private void show(String text, int size, int x, int y) {
        pages.getLast().append(shown(text, size, x, y));
    }

    private void draw(String operators, Object... numbers) {
        pages.getLast().append(String.format(Locale.ROOT, operators, numbers)).append('\n');
    }

    private static String shown(String text, int size, int x, int y) {
        return String.format(Locale.ROOT, "BT /F %d Tf %d %d Td %s Tj ET%n", size, x, y, Script.shown(text))
                .replace("\r", "");
    }
}
