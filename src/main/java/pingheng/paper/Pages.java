package pingheng.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Blocks laid out on pages, as operators that draw them. */
final class Pages {
    private final List<StringBuilder> pages = new ArrayList<>();
    private final String foot;
    private final Style style;
    private int y;

    Pages(String foot, Style style) {
        this.foot = foot;
        this.style = style;
        turn();
    }

    Pages all(List<Block> blocks) {
        for (var block : blocks)
            switch (block) {
                case Block.Title(var text) -> title(text);
                case Block.Heading(var text) -> heading(text);
                case Block.Text(var text) -> {
                    lines(text, style.body(), style.left(), style.width());
                    y -= 4;
                }
                case Block.Field(var name, var value) -> field(name, value);
                case Block.Rule() -> rule();
                case Block.Signatures(var names) -> signatures(names);
                case Block.Stamp(var label) -> stamp(label);
                case Block.Turn() -> turn();
            }
        return this;
    }

    byte[] pdf() {
        var finished = new ArrayList<String>();
        for (int i = 0; i < pages.size(); i++) {
            var number = String.format(Locale.ROOT, "%d / %d", i + 1, pages.size());
            int right = style.left() + style.width() - TextLayout.width(number) * 8 / 1000;
            finished.add(pages.get(i) + shown(foot, 8, style.left(), 40) + shown(number, 8, right, 40));
        }
        return new PdfFile(finished).bytes();
    }

    private void title(String text) {
        int size = style.title();
        int height = size * 2 - 2;
        for (var line : TextLayout.lines(text, style.width() * 1000 / size)) {
            room(height);
            show(line, size, style.left() + (style.width() - TextLayout.width(line) * size / 1000) / 2);
            y -= height;
        }
    }

    private void heading(String text) {
        room(60);
        y -= 8;
        lines(text, style.heading(), style.left(), style.width());
    }

    private void field(String name, String value) {
        int across = style.body() * 11;
        room(style.body() + style.lead());
        show(name, style.body(), style.left());
        lines(value, style.body(), style.left() + across, style.width() - across);
    }

    private void rule() {
        room(12);
        draw("%d %d m %d %d l S", style.left(), y + 4, style.left() + style.width(), y + 4);
        y -= 8;
    }

    private void signatures(List<String> names) {
        room(40);
        int each = style.width() / names.size();
        for (int i = 0; i < names.size(); i++) {
            int x = style.left() + i * each;
            int after = x + TextLayout.width(names.get(i)) * style.body() / 1000 + 4;
            show(names.get(i), style.body(), x);
            draw("%d %d m %d %d l S", after, y - 2, x + each - 12, y - 2);
        }
        y -= 24;
    }

    private void stamp(String label) {
        room(150);
        int right = style.left() + style.width();
        draw("%d %d %d %d re S", right - 140, y - 130, 140, 130);
        pages.getLast().append(shown(label, style.body(), right - 130, y - 18));
        y -= 144;
    }

    private void turn() {
        pages.add(new StringBuilder());
        y = style.top();
    }

    private void lines(String text, int size, int x, int width) {
        for (var line : TextLayout.lines(text, width * 1000 / size)) {
            room(size + style.lead());
            show(line, size, x);
            y -= size + style.lead();
        }
    }

    private void room(int height) {
        if (y - height < style.bottom()) turn();
    }

    private void show(String text, int size, int x) {
        pages.getLast().append(shown(text, size, x, y));
    }

    private void draw(String operators, Object... numbers) {
        pages.getLast().append(String.format(Locale.ROOT, operators, numbers)).append('\n');
    }

    private static String shown(String text, int size, int x, int y) {
        return String.format(Locale.ROOT, "BT /F %d Tf %d %d Td %s Tj ET%n", size, x, y, TextLayout.shown(text))
                .replace("\r", "");
    }
}
