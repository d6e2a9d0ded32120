package pingheng.round.kinds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pingheng.framework.Framework;
import pingheng.framework.published.Frameworks;
import pingheng.people.Unit;
import pingheng.people.staff.Kinds;
import pingheng.round.Rounds;

/** The kinds of department that the framework of the newest round names for units of that level. */
@Component
class DepartmentKinds implements Kinds {
    private final Rounds rounds;
    private final Frameworks frameworks;

    DepartmentKinds(Rounds rounds, Frameworks frameworks) {
        this.rounds = rounds;
        this.frameworks = frameworks;
    }

    @Override
    public List<String> of(Unit unit) {
        return rounds.all().stream()
                .findFirst()
                .flatMap(round -> Optional.ofNullable(round.frameworks().get(unit.level())))
                .map(number -> named(frameworks.get(number)))
                .orElse(List.of());
    }

    private static List<String> named(Framework framework) {
        return framework.points().stream()
                .flatMap(point -> Stream.concat(point.lead().stream(), point.cooperating().stream()))
                .map(responsible -> responsible.department().kind())
                .distinct()
                .toList();
    }
}
