package pingheng.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Member;
import pingheng.deliberation.Session;
import pingheng.duty.Urgings;
import pingheng.people.Role;
import pingheng.problem.Sentence;
import pingheng.rectification.Item;
import pingheng.rectification.Rectifications;
import pingheng.rectification.State;
import pingheng.round.RequestContext;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SubmissionStatus;
import pingheng.visit.Visit;
import pingheng.visit.Visiting;
import pingheng.visit.Visits;

/** What a post owes now, the most consequential first: urgings, what was sent back, then what is missing. */
@Component
class Owing {
    private final Urgings urgings;
    private final Deliberations deliberations;
    private final Visits visits;
    private final Rectifications rectifications;
    private final FallenTasks fallen;
    private final FigureTasks figures;

    Owing(
            Urgings urgings,
            Deliberations deliberations,
            Visits visits,
            Rectifications rectifications,
            FallenTasks fallen,
            FigureTasks figures) {
        this.urgings = urgings;
        this.deliberations = deliberations;
        this.visits = visits;
        this.rectifications = rectifications;
        this.fallen = fallen;
        this.figures = figures;
    }

    /** Letters are written on what is in force. */
    List<DeskPage.Task> tasks(RequestContext context, SelfEvaluation own, boolean inForce) {
        var tasks = new ArrayList<DeskPage.Task>();
        urged(context, tasks);
        visited(context, tasks);
        tasks.addAll(fallen.of(context, own, due(own)));
        tasks.addAll(figures.of(context, own, due(own)));
        switch (context.user().post().role()) {
            case CONTACT -> filling(context, own, tasks);
            case CHECKER -> checking(context, own, tasks);
            case OFFICE, LEADER -> {
                whole(context, own, tasks);
                if (inForce) rectifying(context, tasks);
            }
            case CITY, INSPECTOR, COMMITTEE, PROVINCE -> {}
        }
        return tasks;
    }

    /** What those above the units owe: a member of the committee the units not marked yet, an inspector the visits. */
    List<DeskPage.Task> above(RequestContext context) {
        if (context.user().is(Role.INSPECTOR)) return visiting(context);
        if (context.user().is(Role.PROVINCE)) return checking(context);
        if (!context.user().is(Role.COMMITTEE)) return List.of();
        var session = deliberations.session(context.round()).filter(Session::open);
        var post = context.user().post().id();
        var member = session.flatMap(open -> open.member(post)).filter(Member::present);
        if (session.isEmpty() || member.isEmpty()) return List.of();
        long waiting = session.get().tallies().stream()
                .filter(tally -> tally.waiting().contains(member.get()))
                .count();
        if (waiting == 0) return List.of();
        return List.of(new DeskPage.Task(
                new Sentence("合议打分", "Mark the units in the deliberation"),
                "/r/" + context.round().code() + "/deliberation",
                new Sentence("还有 " + waiting + " 个单位没有表态", waiting + " units wait for your mark"),
                null));
    }

    private List<DeskPage.Task> visiting(RequestContext context) {
        return visits.of(context.round(), context.user().post().id()).stream()
                .filter(visit -> visit.handedOver().isEmpty())
                .map(visit -> new DeskPage.Task(
                        new Sentence(
                                "实地核查" + visit.unit().name(),
                                "Visit " + visit.unit().name()),
                        path(context, visit),
                        new Sentence(
                                "已记 " + visit.noted().size() + " 条，还没有交会签",
                                visit.noted().size() + " findings, not handed over yet"),
                        visit.lock() == null ? null : visit.lock().due()))
                .toList();
    }

    /** Proofs that wait for the re-check. */
    private List<DeskPage.Task> checking(RequestContext context) {
        long proved = rectifications.all(context.round()).values().stream()
                .flatMap(List::stream)
                .filter(item -> item.state() == State.PROVED)
                .count();
        if (proved == 0) return List.of();
        return List.of(new DeskPage.Task(
                new Sentence("复查整改证明", "Re-check proofs"),
                "/r/" + context.round().code() + "/rectification",
                new Sentence(proved + " 个问题待复查", proved + " deficiencies wait"),
                null));
    }

    /** What a letter asks for and is not done yet, by how far it is, with the first day it is due. */
    private void rectifying(RequestContext context, List<DeskPage.Task> tasks) {
        var items = rectifications.items(context.round(), context.unit());
        for (var state : List.of(State.RETURNED, State.OPEN, State.PLANNED)) {
            var there = items.stream().filter(item -> item.state() == state).toList();
            if (there.isEmpty()) continue;
            tasks.add(new DeskPage.Task(
                    new Sentence("整改：" + there.size() + " 个问题", "Rectification: " + there.size() + " deficiencies"),
                    context.path(
                            "rectification#d" + there.getFirst().deficiency().number()),
                    state.title(),
                    there.stream()
                            .map(Item::due)
                            .flatMap(Optional::stream)
                            .min(LocalDate::compareTo)
                            .orElse(null)));
        }
    }

    private void visited(RequestContext context, List<DeskPage.Task> tasks) {
        if (!context.user().is(Role.OFFICE) && !context.user().is(Role.LEADER)) return;
        visits.toCountersign(context.round(), context.unit())
                .filter(visit -> Visiting.whyNotCountersign(context.user(), visit, context.arrived())
                        .isEmpty())
                .ifPresent(visit -> tasks.add(new DeskPage.Task(
                        new Sentence("会签实地核查记录", "Countersign the findings of the visit"),
                        path(context, visit),
                        new Sentence(
                                visit.noted().size() + " 条记录", visit.noted().size() + " findings"),
                        visit.lock() == null ? null : visit.lock().due())));
    }

    private static String path(RequestContext context, Visit visit) {
        return "/r/" + context.round().code() + "/visits/" + visit.unit().code();
    }

    private void urged(RequestContext context, List<DeskPage.Task> tasks) {
        for (var urging : urgings.of(context.round(), context.unit()))
            if (urgings.whyNotAnswer(context.user(), urging).isEmpty())
                tasks.add(new DeskPage.Task(
                        new Sentence("督办：" + urging.text(), "Urged: " + urging.text()),
                        context.path("urgings#u" + urging.id()),
                        new Sentence("请答复", "answer it"),
                        urging.answerBy()));
    }

    private void filling(RequestContext context, SelfEvaluation own, List<DeskPage.Task> tasks) {
        var body = context.user().post().body().id();
        for (var state : List.of(OwnPoint.State.RETURNED, OwnPoint.State.MISSING, OwnPoint.State.DRAFT))
            for (var point : own.points())
                if (point.state() == state
                        && point.signed().fallen().isEmpty()
                        && point.lead().filter(lead -> lead.equals(body)).isPresent()
                        && own.standing().whyNotEdit(point.point().code()).isEmpty())
                    tasks.add(task(context, own, point, why(point)));
        boolean in = own.summaries().stream().anyMatch(summary -> summary.body().equals(body));
        if (own.owed().summaries().contains(body) && !in && own.standing() instanceof SubmissionStatus.Drafting)
            tasks.add(new DeskPage.Task(
                    new Sentence("工作小结", "Work summary"),
                    context.path("summaries"),
                    new Sentence("还没有提交", "not in yet"),
                    due(own)));
    }

    private void checking(RequestContext context, SelfEvaluation own, List<DeskPage.Task> tasks) {
        var body = context.user().post().body().id();
        for (var point : own.points())
            if (point.state() == OwnPoint.State.FILLED
                    && point.lead().filter(lead -> lead.equals(body)).isPresent())
                tasks.add(task(context, own, point, new Sentence("待您审核", "waits for your check")));
    }

    private void whole(RequestContext context, SelfEvaluation own, List<DeskPage.Task> tasks) {
        long open = own.points().stream()
                .filter(point -> point.state() != OwnPoint.State.CHECKED)
                .count();
        if (own.standing() instanceof SubmissionStatus.Submitted) return;
        if (open > 0)
            tasks.add(new DeskPage.Task(
                    new Sentence(open + " 个观测点尚未审核", open + " points are not checked yet"),
                    context.path(""),
                    new Sentence("查看由谁负责", "see who owes them"),
                    due(own)));
        var next = own.whyNotWhole()
                .map(reason -> reason.sentence())
                .orElse(new Sentence("可以往下走", "the next step is open"));
        tasks.add(new DeskPage.Task(
                new Sentence("审定、定稿、报送", "Sign off, freeze, submit"), context.path("submission"), next, due(own)));
    }

    private static DeskPage.Task task(RequestContext context, SelfEvaluation own, OwnPoint point, Sentence why) {
        var title = point.point().title();
        return new DeskPage.Task(
                new Sentence(
                        point.point().code() + "　" + title.zh(), point.point().code() + "  " + title.en()),
                context.path("points/" + point.point().code()),
                why,
                due(own));
    }

    private static Sentence why(OwnPoint point) {
        var returned = point.signed().returned();
        if (returned != null) return new Sentence("退回：" + returned.reason(), "sent back: " + returned.reason());
        return point.whyNotComplete()
                .map(reason -> reason.sentence())
                .orElse(new Sentence("可以签名提交审核", "ready to be signed"));
    }

    private static @Nullable LocalDate due(SelfEvaluation own) {
        if (own.standing() instanceof SubmissionStatus.Supplementing(var _, var supplement, var _))
            return supplement.due();
        var lock = own.whole().lock();
        return lock == null ? null : lock.due();
    }
}
