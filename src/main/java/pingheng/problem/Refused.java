package pingheng.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Thrown when what was handed in cannot be taken. Nothing has been changed. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;
    private final int count;
    private final transient Reason reason;

    /** A rule said no. */
    public Refused(Reason reason) {
        super(reason.sentence().zh() + " / " + reason.sentence().en(), null, false, false);
        this.findings = List.of();
        this.count = 0;
        this.reason = reason;
    }

    /** What was handed in is wrong in these places. */
    public Refused(List<Finding> findings, int count) {
        super(findings.stream().map(Finding::told).collect(Collectors.joining("\n")), null, false, false);
        this.findings = List.copyOf(findings);
        this.count = count;
        var first = findings.getFirst();
        this.reason = new Reason(Reason.Kind.MALFORMED, first.code(), first.sentence());
    }

    public Refused(Place place, String code, Sentence sentence) {
        this(List.of(new Finding(place, code, sentence)), 1);
    }

    /** Refuses if there is a reason to. */
    public static void on(Optional<Reason> whyNot) {
        whyNot.ifPresent(reason -> {
            throw new Refused(reason);
        });
    }

    /** Why; with findings, the first of them. */
    public Reason reason() {
        return reason;
    }

    /** Empty when a rule said no. */
    public List<Finding> findings() {
        return findings;
    }

    /** How many were found; more than {@link #findings()} holds when there were very many. */
    public int count() {
        return count;
    }
}
