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
    private final transient List<StandingText> standing;

    /** A rule said no. */
    public Refused(Reason reason) {
        this(reason, List.of());
    }

    /** A text was refused because of what stands there since; whoever wrote it is to see both. */
    public Refused(Reason reason, List<StandingText> standing) {
        super(reason.sentence().zh() + " / " + reason.sentence().en(), null, false, false);
        this.findings = List.of();
        this.count = 0;
        this.reason = reason;
        this.standing = List.copyOf(standing);
    }

    /** What was handed in is wrong in these places. */
    public Refused(List<Finding> findings, int count) {
        super(findings.stream().map(Finding::told).collect(Collectors.joining("\n")), null, false, false);
        this.findings = List.copyOf(findings);
        this.count = count;
        this.standing = List.of();
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

    /** As above, with what stands where the refused text was to go. */
    public static void on(Optional<Reason> whyNot, List<StandingText> standing) {
        whyNot.ifPresent(reason -> {
            throw new Refused(reason, standing);
        });
    }

    /** What stands where the refused text was to go; empty where nothing does. */
    public List<StandingText> standing() {
        return standing;
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
