package pingheng.ledger;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A digest that an entry in a chain names. */
public record NamedDigest(Chain chain, String digest) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** All digests in a text. */
    static List<String> in(String text) {
        return DIGEST.matcher(text).results().map(MatchResult::group).toList();
    }
}
