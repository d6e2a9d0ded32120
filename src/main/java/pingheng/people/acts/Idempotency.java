package pingheng.people.acts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.servlet.HandlerMapping;
import pingheng.page.failure.Failures;
import pingheng.page.form.Hidden;

/** What a request that changes something is by its nature: this decides what a second pressing of its button comes to. */
public enum Idempotency {
    /** Adds something each time it is carried out: the form spends a token, and what is sent again is answered again. */
    ADDS,
    /** Saves on top of a version, or a digest, that was seen: sent again it meets its own version. */
    SAVES,
    /** Comes to the same however often it is done. */
    SAME,
    /** Is open to those who have not signed in; what lets them in works once. */
    DOOR;

    /** By which a program names an act. */
    static final String KEY = "Idempotency-Key";

    /** Every address of pages that changes something; those of programs take the header {@code Idempotency-Key}, all of them. */
    private static final Map<String, Idempotency> PAGES = read("""
            DOOR  /language
            DOOR  /rehearsal/sign-in
            DOOR  /setup/{token}
            DOOR  /slip
            ADDS  /clock
            ADDS  /frameworks
            ADDS  /people/offices
            ADDS  /people/offices/mergers
            ADDS  /people/{unit}/bodies
            ADDS  /people/{unit}/bodies/{id}
            ADDS  /people/{unit}/bodies/{id}/posts
            ADDS  /people/{unit}/contacts
            ADDS  /people/{unit}/posts/{id}/appointments
            ADDS  /people/{unit}/posts/{id}/dismissals
            ADDS  /people/{unit}/posts/{id}/handovers
            ADDS  /people/{unit}/posts/{id}/slips
            SAME  /posts
            ADDS  /r/{round}/deliberation
            ADDS  /r/{round}/deliberation/closing
            ADDS  /r/{round}/deliberation/marks
            ADDS  /r/{round}/deliberation/members
            ADDS  /r/{round}/deliberation/members/{post}/departure
            ADDS  /r/{round}/letters
            ADDS  /r/{round}/results/proposals
            ADDS  /r/{round}/results/release
            ADDS  /r/{round}/survey
            ADDS  /r/{round}/visits/draw
            ADDS  /r/{round}/visits/named
            ADDS  /r/{round}/visits/{unit}/countersignature
            SAVES /r/{round}/visits/{unit}/findings
            ADDS  /r/{round}/visits/{unit}/handover
            ADDS  /r/{round}/visits/{unit}/inspectors
            ADDS  /r/{round}/visits/{unit}/inspectors/{post}/removal
            ADDS  /r/{round}/{unit}/dates/{stage}
            ADDS  /r/{round}/{unit}/dates/{stage}/extensions
            SAVES /r/{round}/{unit}/figures
            ADDS  /r/{round}/{unit}/figures/table
            SAVES /r/{round}/{unit}/figures/withdrawals
            ADDS  /r/{round}/{unit}/figures/{figure}/owner
            ADDS  /r/{round}/{unit}/letter
            SAME  /r/{round}/{unit}/matrix
            SAVES /r/{round}/{unit}/matrix/table
            ADDS  /r/{round}/{unit}/matrix/{point}
            ADDS  /r/{round}/{unit}/obligations
            SAVES /r/{round}/{unit}/points/{point}
            SAME  /r/{round}/{unit}/points/{point}/citations
            ADDS  /r/{round}/{unit}/points/{point}/evidence
            ADDS  /r/{round}/{unit}/points/{point}/returns
            SAVES /r/{round}/{unit}/points/{point}/settlement
            ADDS  /r/{round}/{unit}/points/{point}/sign-offs
            ADDS  /r/{round}/{unit}/rectification/{number}/check
            SAVES /r/{round}/{unit}/rectification/{number}/measure
            ADDS  /r/{round}/{unit}/rectification/{number}/proof
            ADDS  /r/{round}/{unit}/review/{layer}/agreements
            ADDS  /r/{round}/{unit}/review/{layer}/opinion
            SAVES /r/{round}/{unit}/review/{layer}/{point}
            SAVES /r/{round}/{unit}/review/{layer}/{point}/figures
            ADDS  /r/{round}/{unit}/schools
            ADDS  /r/{round}/{unit}/submission
            ADDS  /r/{round}/{unit}/submission/freeze
            ADDS  /r/{round}/{unit}/submission/freeze/lifting
            ADDS  /r/{round}/{unit}/submission/scans
            ADDS  /r/{round}/{unit}/submission/sign-offs
            ADDS  /r/{round}/{unit}/submissions/{number}/returns
            SAVES /r/{round}/{unit}/summaries
            ADDS  /r/{round}/{unit}/urgings
            ADDS  /r/{round}/{unit}/urgings/{id}/answer
            ADDS  /rounds
            ADDS  /rounds/{round}/dates/{stage}
            """);

    /** What it is to post to an address of pages, its variables in braces; empty for one that is not declared. */
    public static Optional<Idempotency> of(String path) {
        return Optional.ofNullable(PAGES.get(path));
    }

    /** All addresses that are declared. */
    public static Set<String> declared() {
        return PAGES.keySet();
    }

    /** What the request is; what nobody has declared is taken to add. */
    static Idempotency of(HttpServletRequest request) {
        return of(route(request)).orElse(ADDS);
    }

    /** The address as its handler names it, without what its variables must look like. */
    static String route(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .replaceAll("\\{([a-z]+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    /** The token of the act; empty where none is sent, and for what is none. */
    static Optional<String> token(HttpServletRequest request) {
        if (Failures.program(request)) return Optional.ofNullable(request.getHeader(KEY));
        return Optional.ofNullable(Hidden.of(request, Hidden.ONCE))
                .filter(token -> token.matches("[0-9a-f]{" + 2 * Hidden.BYTES + "}"));
    }

    private static Map<String, Idempotency> read(String table) {
        return table.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toUnmodifiableMap(line -> line[1], line -> valueOf(line[0])));
    }
}
