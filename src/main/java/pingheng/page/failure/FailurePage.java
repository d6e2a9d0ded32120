package pingheng.page.failure;

import java.util.Map;
import pingheng.page.Bare;
import pingheng.problem.Reason;

/**
 * Says that a request failed, what is known of the data, and where one can see for oneself; what had been typed is given back.
 *
 * @param back where one can see what became of it, or the desk
 */
public record FailurePage(Reason reason, int status, String back, Map<String, String> written) implements Bare {}
