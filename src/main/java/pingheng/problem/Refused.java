package pingheng.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when what was handed in cannot be taken. Nothing has been changed. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;
    private final int count;

    public Refused(List<Finding> findings, int count) {
        super(findings.stream().map(Finding::told).collect(Collectors.joining("\n")), null, false, false);
        this.findings = List.copyOf(findings);
        this.count = count;
    }

    public Refused(Place place, String code, Sentence sentence) {
        this(List.of(new Finding(place, code, sentence)), 1);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** How many were found; more than {@link #findings()} holds when there were very many. */
    public int count() {
        return count;
    }
}
