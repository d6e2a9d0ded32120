package pingheng.round;

import java.util.Optional;

/** How scores are corrected by what an on-site sample says of the self-evaluation; no formula is published, a round picks. */
public enum Credibility {
    /** Nothing is corrected. */
    OFF("off"),
    /** The total times sum checked / sum self over the sample. */
    A("A"),
    /** The total times 1 - sum |self - checked| / sum self over the sample: errors in either direction cost. */
    B("B"),
    /** Each point times the factor of A, at most the point's maximum. */
    C("C");

    private final String code;

    Credibility(String code) {
        this.code = code;
    }

    /** The setting written so in {@code round.tsv}; empty if there is none. */
    public static Optional<Credibility> of(String code) {
        for (var setting : values()) if (setting.code.equals(code)) return Optional.of(setting);
        return Optional.empty();
    }

    /** As {@code round.tsv} writes it. */
    public String code() {
        return code;
    }
}
