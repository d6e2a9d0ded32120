package pingheng.page.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pingheng.problem.Reason;

/** Why a verb would be refused just now; verbs that are not named are open. */
public record WhyNot(String code, int status, String zh, String en) {
    public static WhyNot of(Reason reason) {
        return new WhyNot(
                reason.code(),
                reason.kind().status(),
                reason.sentence().zh(),
                reason.sentence().en());
    }

    /** Those that are refused, by verb. */
    public static Map<String, WhyNot> refused(Map<String, Optional<Reason>> verbs) {
        var refused = new TreeMap<String, WhyNot>();
        verbs.forEach((verb, whyNot) -> whyNot.ifPresent(reason -> refused.put(verb, of(reason))));
        return refused;
    }
}
