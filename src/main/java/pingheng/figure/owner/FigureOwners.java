package pingheng.figure.owner;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pingheng.figure.owner.Owner.Because;
import pingheng.framework.FigureDefinition;
import pingheng.value.BodyId;
import pingheng.value.FigureCode;

/**
 * Who owns each figure of a unit: the body to which the office moved it; otherwise the unit's one body of the kind that the framework
 * names; where there is none of that kind, or several, the lead body of the first point that reads the figure. A figure has no owner
 * while nobody leads that point.
 */
public final class FigureOwners {
    private final Map<BodyId, Candidate> bodies;
    private final Map<FigureCode, Candidate> moved = new HashMap<>();
    private final Map<String, List<Candidate>> byKind;
    private final Map<FigureCode, BodyId> leads;

    /** {@code leads}: the lead body of the first point, in the order of the framework, that reads a figure. */
    FigureOwners(List<Candidate> candidates, Map<FigureCode, BodyId> leads) {
        this.bodies = candidates.stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        this.byKind = candidates.stream().collect(Collectors.groupingBy(Candidate::kind));
        this.leads = Map.copyOf(leads);
        for (var body : candidates) for (var figure : body.moved()) moved.put(figure, body);
    }

    /** A body of the unit that may own figures. */
    record Candidate(BodyId id, String name, String kind, boolean manned, List<FigureCode> moved) {}

    public Optional<Owner> of(FigureDefinition figure) {
        var there = moved.get(figure.code());
        if (there != null) return Optional.of(owner(there, Because.MOVED));

        var kind = figure.owner().isEmpty() ? List.<Candidate>of() : byKind.getOrDefault(figure.owner(), List.of());
        if (kind.size() == 1) return Optional.of(owner(kind.getFirst(), Because.KIND));
        return Optional.ofNullable(leads.get(figure.code()))
                .flatMap(lead -> Optional.ofNullable(bodies.get(lead)))
                .map(lead -> owner(lead, Because.LEAD));
    }

    /** The names of the unit's bodies, by number. */
    public Map<BodyId, String> names() {
        var names = new LinkedHashMap<BodyId, String>();
        bodies.forEach((id, body) -> names.put(id, body.name()));
        return names;
    }

    private static Owner owner(Candidate body, Because because) {
        return new Owner(body.id(), body.name(), body.manned(), because);
    }
}
