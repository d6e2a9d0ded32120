package pingheng.round;

import java.util.Optional;

/** What an on-site check does to the score of the layer that decides. */
public enum OnSite {
    /** It counts instead. */
    REPLACE("replace"),
    /** The mean of the two counts. */
    AVERAGE("average"),
    /** It counts nowhere; it may still measure how credible the self-evaluation is. */
    NONE("none");

    private final String code;

    OnSite(String code) {
        this.code = code;
    }

    /** The setting written so in {@code round.tsv}; empty if there is none. */
    public static Optional<OnSite> of(String code) {
        for (var setting : values()) if (setting.code.equals(code)) return Optional.of(setting);
        return Optional.empty();
    }

    /** As {@code round.tsv} writes it. */
    public String code() {
        return code;
    }
}
