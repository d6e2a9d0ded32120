package pingheng.duty;

import java.util.List;
import java.util.Map;
import pingheng.value.BodyId;

/** Who has which part in what, what else each body owes, and the names of these bodies. */
public record OwedWork(List<Duty> duties, Map<BodyId, List<Obligation>> obligations, Map<BodyId, String> names) {
    /** The bodies that owe a work summary. */
    public List<BodyId> summaries() {
        return obligations.entrySet().stream()
                .filter(owed -> owed.getValue().contains(Obligation.SUMMARY))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
