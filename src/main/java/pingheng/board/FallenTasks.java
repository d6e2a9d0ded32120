package pingheng.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SignOff;
import pingheng.submission.SignOff.Step;
import pingheng.submission.fallen.Change;
import pingheng.submission.fallen.Fallen;
import pingheng.submission.fallen.FallenSignatures;
import pingheng.value.Login;

/** The signatures of a post that hold no more, each with what was changed since, from what to what, and by whom. */
@Component
class FallenTasks {
    /** So many changes are told on the desk; the page tells all. */
    private static final int TOLD = 3;

    private static final Map<Role, Step> STEPS = Map.of(
            Role.CONTACT, Step.FILLED, Role.CHECKER, Step.CHECKED, Role.OFFICE, Step.OFFICE, Role.LEADER, Step.LEADER);

    private final FallenSignatures fallen;
    private final People people;

    FallenTasks(FallenSignatures fallen, People people) {
        this.fallen = fallen;
        this.people = people;
    }

    List<DeskPage.Task> of(RequestContext context, SelfEvaluation own, @Nullable LocalDate due) {
        var step = STEPS.get(context.user().post().role());
        if (step == null) return List.of();
        var body = context.user().post().body().id();
        var points = own.points().stream()
                .filter(point -> point.lead().filter(lead -> lead.equals(body)).isPresent())
                .filter(point -> has(point.signed().fallen(), step))
                .filter(point -> own.standing().whyNotEdit(point.point().code()).isEmpty())
                .toList();
        boolean whole = has(own.whole().fallen(), step)
                && own.points().stream()
                        .anyMatch(point ->
                                own.standing().whyNotEdit(point.point().code()).isEmpty());
        if (points.isEmpty() && !whole) return List.of();

        var names = people.names(own.unit().code());
        var tasks = new ArrayList<DeskPage.Task>();
        var byPoint = fallen.of(own, points);
        for (var point : points)
            byPoint.getOrDefault(point.point().code(), List.of()).stream()
                    .filter(one -> one.signOff().step() == step)
                    .forEach(one -> tasks.add(task(context, point, why(one, names), due)));
        if (whole)
            fallen.ofWhole(own).stream()
                    .filter(one -> one.signOff().step() == step)
                    .forEach(one -> tasks.add(new DeskPage.Task(
                            new Sentence("全部自评材料", "The whole self-evaluation"),
                            context.path("submission"),
                            why(one, names),
                            due)));
        return tasks;
    }

    private static boolean has(List<SignOff> fallen, Step step) {
        return fallen.stream().anyMatch(one -> one.step() == step);
    }

    private static DeskPage.Task task(RequestContext context, OwnPoint point, Sentence why, @Nullable LocalDate due) {
        var title = point.point().title();
        var code = point.point().code();
        return new DeskPage.Task(
                new Sentence(code + "　" + title.zh(), code + "  " + title.en()),
                context.path("points/" + code),
                why,
                due);
    }

    private static Sentence why(Fallen fallen, Map<Login, String> names) {
        var changes = fallen.changes().stream()
                .limit(TOLD)
                .map(change -> told(change, names))
                .toList();
        var more = fallen.changes().size() - changes.size();
        return new Sentence(
                "签名已失效"
                        + changes.stream()
                                .map(Sentence::zh)
                                .collect(Collectors.joining("；", changes.isEmpty() ? "" : "：", ""))
                        + (more > 0 ? "；还有 " + more + " 处" : ""),
                "your signature holds no more"
                        + changes.stream()
                                .map(Sentence::en)
                                .collect(Collectors.joining("; ", changes.isEmpty() ? "" : ": ", ""))
                        + (more > 0 ? "; " + more + " more" : ""));
    }

    private static Sentence told(Change change, Map<Login, String> names) {
        var person = change.person();
        return change.told(person == null ? "" : names.getOrDefault(person, person.text()));
    }
}
