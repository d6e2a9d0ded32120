package pingheng.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.framework.Framework;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.value.BodyId;
import pingheng.value.Code;

/** What is amiss with a responsibility table: points without a lead, bodies that cannot be reached or sit outside the leading group. */
@Service
public class Warnings {
    private final DutyStore store;
    private final People people;

    Warnings(DutyStore store, People people) {
        this.store = store;
        this.people = people;
    }

    public List<Sentence> of(HeldRound round, Unit unit, Framework framework) {
        var warnings = new ArrayList<Sentence>();
        var duties = store.duties(round.id(), unit.code());
        var led = duties.stream().filter(Duty::leads).map(Duty::point).collect(Collectors.toSet());
        var gaps = Duties.owed(framework).stream()
                .filter(point -> !led.contains(point.code()))
                .map(point -> point.code())
                .toList();
        if (!gaps.isEmpty())
            warnings.add(Sentence.of(
                    "%1$d 个观测点没有牵头单位：%2$s", "%1$d points have no lead: %2$s", gaps.size(), Code.joined(" ", gaps)));

        var unreachable = unreachable(round, unit);
        var owing = duties.stream().map(Duty::body).collect(Collectors.toSet());
        var bodies = people.bodies(unit.code()).stream()
                .filter(body -> owing.contains(body.id()))
                .toList();
        tell(
                warnings,
                bodies.stream().filter(body -> unreachable.contains(body.id())).toList(),
                "%1$d 个单位有职责，但没有联系人账号：%2$s",
                "%1$d bodies owe points but have no contact with an account: %2$s");
        tell(
                warnings,
                bodies.stream().filter(body -> !body.inGroup() && !body.town()).toList(),
                "%1$d 个单位有职责，但不在领导小组成员单位之列：%2$s",
                "%1$d bodies owe points but do not sit in the leading group: %2$s");
        return warnings;
    }

    /** The bodies that owe something and have nobody on a contact post. */
    public Set<BodyId> unreachable(HeldRound round, Unit unit) {
        var contacts = ContactPosts.of(people, unit);
        return store.duties(round.id(), unit.code()).stream()
                .map(Duty::body)
                .filter(body -> contacts.names(body).isEmpty())
                .collect(Collectors.toSet());
    }

    private static void tell(List<Sentence> warnings, List<Body> bodies, String zh, String en) {
        var names = bodies.stream().map(Body::shortName).collect(Collectors.joining("、"));
        if (!bodies.isEmpty()) warnings.add(Sentence.of(zh, en, bodies.size(), names));
    }
}
