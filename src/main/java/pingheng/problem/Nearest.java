package pingheng.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The known word that was probably meant by one that nobody knows. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of which at most half of the letters are wrong; of several as near, the first in the order of the alphabet. */
    public static Optional<String> to(String typed, Collection<String> known) {
        return of(
                typed,
                known.stream()
                        .filter(one -> 2 * distance(typed, one) <= Math.max(typed.length(), one.length()))
                        .sorted()
                        .toList());
    }

    /** The nearest, however far; of several as near, the first. Empty only where nothing is known. */
    public static Optional<String> of(String typed, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(one -> distance(typed, one)));
    }

    /** How many letters to change, add or drop to get from one to the other. */
    private static int distance(String from, String to) {
        int[] before = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[to.length()];
    }
}
