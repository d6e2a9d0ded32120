package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pingheng.value.UnitCode;

/** Places within one region: 1 + how many are strictly better, so that equals share a place and the next is left out. */
public final class Places {
    private static final Comparator<Placed> BY_PLACE =
            Comparator.comparingInt(Placed::place).thenComparing(Placed::code);

    private Places() {}

    /** A unit and its total in points. */
    public record Entrant(UnitCode code, BigDecimal total) {}

    /** A unit, its total in points unrounded, and its place from 1. */
    public record Placed(UnitCode code, BigDecimal total, int place) {}

    /** Places 1, 1, 3 by totals compared at the decimals of a place, higher is better; sorted by place, then code. */
    public static List<Placed> byTotal(List<Entrant> entrants, Rounding rounding) {
        var totals = new ArrayList<BigDecimal>(entrants.size());
        for (var entrant : entrants) totals.add(rounding.place(entrant.total()));
        int[] places = among(totals, Comparator.reverseOrder());

        var placed = new ArrayList<Placed>(places.length);
        for (int i = 0; i < places.length; i++) {
            var entrant = entrants.get(i);
            placed.add(new Placed(entrant.code(), entrant.total(), places[i]));
        }
        placed.sort(BY_PLACE);
        return List.copyOf(placed);
    }

    /**
     * The place of each value, in the order the values are given, for rules that score by rank. Nothing is rounded: values
     * share a place where the comparator, which puts the better one first, says 0.
     */
    public static <T> int[] among(List<? extends T> values, Comparator<? super T> bestFirst) {
        record Lane<T>(T value, int index) {}
        var lanes = new ArrayList<Lane<T>>(values.size());
        for (T value : values) lanes.add(new Lane<>(value, lanes.size()));
        lanes.sort((a, b) -> bestFirst.compare(a.value, b.value));

        var places = new int[lanes.size()];
        int place = 1;
        for (int i = 0; i < places.length; i++) {
            if (i > 0 && bestFirst.compare(lanes.get(i - 1).value, lanes.get(i).value) != 0) place = i + 1;
            places[lanes.get(i).index] = place;
        }
        return places;
    }
}
