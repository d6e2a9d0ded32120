package pingheng.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingheng.framework.formula.Exact;

/** Marks as a text: numbers with a space between, in the order of the items; a dash where none is given yet. */
public final class Marks {
    private Marks() {}

    /** Empty while one is missing or none of them is a number. */
    public static Optional<List<Exact>> read(String text) {
        var marks = new ArrayList<Exact>();
        if (text.isBlank()) return Optional.of(marks);
        for (var one : text.strip().split(" +")) {
            if (!one.matches("[0-9]{1,6}(\\.[0-9]{1,4})?")) return Optional.empty();
            marks.add(Exact.of(new BigDecimal(one)));
        }
        return Optional.of(marks);
    }
}
