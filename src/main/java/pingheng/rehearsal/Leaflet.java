package pingheng.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import pingheng.paper.Paper;

/** A page that stands for a piece of evidence in a rehearsal; it says that it is none. The same line makes the same bytes. */
final class Leaflet {
    private Leaflet() {}

    /** A PDF of one page with the line on it. */
    static InputStream of(String line) {
        var paper = Paper.form("演练 Rehearsal").title(line).text("演练所用，并非真实材料 Rehearsal: a made-up document.");
        return new ByteArrayInputStream(paper.pdf());
    }
}
