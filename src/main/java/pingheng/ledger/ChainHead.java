package pingheng.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The newest entry of a chain at some moment: whoever keeps it can tell whether anything up to there was changed. */
public record ChainHead(Chain chain, long number, String hash) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?<![0-9])(?=[0-9])|(?=[a-z]))(" + Chain.SHAPE + ")#([0-9]{1,18})·([0-9a-f]{64})");

    /** As entries and papers write it, also where white space is lost. */
    public String text() {
        return chain + "#" + number + "·" + hash;
    }

    /** All that a text names. */
    public static List<ChainHead> in(String text) {
        var heads = new ArrayList<ChainHead>();
        var written = WRITTEN.matcher(text);
        while (written.find())
            heads.add(new ChainHead(new Chain(written.group(1)), Long.parseLong(written.group(2)), written.group(3)));
        return heads;
    }

    /** Those of rounds that a paper prints, wherever its lines break. */
    public static List<ChainHead> printed(String paper) {
        return in(paper.replaceAll("\\s", "")).stream()
                .filter(head -> head.chain().isOfRound())
                .toList();
    }

    @Override
    public String toString() {
        return text();
    }
}
