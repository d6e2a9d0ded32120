package pingheng.ledger;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

/**
 * One chain of the ledger, by its key: that of a unit is its code, as the hashes of the first chains have it; what a layer or a visit does
 * to a unit, what concerns a whole round, and who came in stand in chains of their own.
 */
public record Chain(String key) {
    private static final String ROUND = "round/";

    /** As it is stored. */
    static final String SHAPE = "[0-9]{6}(?:/(?:city|province|visit))?|round/[A-Za-z0-9][A-Za-z0-9-]{1,39}|access";

    private static final Pattern KEY = Pattern.compile(SHAPE);

    /** Sign-ins, lock-outs, slips. */
    public static final Chain ACCESS = new Chain("access");

    public Chain {
        if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("not a chain: " + key);
    }

    /** What a unit does and may know. */
    public static Chain of(UnitCode unit) {
        return new Chain(unit.text());
    }

    /** What is done to a unit from above, for those alone who do it. */
    public static Chain of(UnitCode unit, Audience audience) {
        if (audience == Audience.UNIT) return of(unit);
        if (!Audience.ABOVE.contains(audience)) throw new IllegalArgumentException(audience + " is of no unit");
        return new Chain(unit + "/" + audience.code());
    }

    /** Draw, survey, session and release of a round. */
    public static Chain of(RoundCode round) {
        return new Chain(ROUND + round);
    }

    /** All in which something done to a unit may stand. */
    static List<Chain> allOf(UnitCode unit) {
        return Stream.concat(Stream.of(of(unit)), Audience.ABOVE.stream().map(audience -> of(unit, audience)))
                .toList();
    }

    /** The unit whose things stand in it; empty for a round and for access. */
    public Optional<UnitCode> unit() {
        return isOfRound() || equals(ACCESS) ? Optional.empty() : Optional.of(new UnitCode(key.substring(0, 6)));
    }

    /** As above, for who may name none. */
    @Nullable
    UnitCode unitOrNull() {
        return unit().orElse(null);
    }

    /** Whether the unit itself reads it: such chains were there before the others. */
    boolean isOfUnit() {
        return key.length() == 6 && !equals(ACCESS);
    }

    /** Whether what concerns a whole round stands in it. */
    boolean isOfRound() {
        return key.startsWith(ROUND);
    }

    @Override
    public String toString() {
        return key;
    }
}
