package pingheng.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.framework.Framework;
import pingheng.people.Holder;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;

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
                    "%1$d 个观测点没有牵头单位：%2$s", "%1$d points have no lead: %2$s", gaps.size(), String.join(" ", gaps)));

        var owing = duties.stream().map(Duty::body).collect(Collectors.toSet());
        var held = people.holders(unit.code()).stream().map(Holder::post).collect(Collectors.toSet());
        var reachable = people.posts(unit.code()).stream()
                .filter(post -> post.role() == Role.CONTACT && held.contains(post.id()))
                .map(post -> post.body().id())
                .collect(Collectors.toSet());
        for (var body : people.bodies(unit.code())) {
            if (!owing.contains(body.id())) continue;
            if (!reachable.contains(body.id()))
                warnings.add(Sentence.of(
                        "%1$s 有职责，但没有联系人账号", "%1$s owes points but has no contact with an account", body.name()));
            if (!body.inGroup() && !body.town())
                warnings.add(Sentence.of(
                        "%1$s 有职责，但不在领导小组成员单位之列",
                        "%1$s owes points but does not sit in the leading group", body.name()));
        }
        return warnings;
    }
}
