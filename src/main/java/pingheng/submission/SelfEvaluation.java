package pingheng.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.digest.Sha256;
import pingheng.duty.OwedWork;
import pingheng.figure.FigureVersion;
import pingheng.figure.Reported;
import pingheng.figure.UnitScope;
import pingheng.framework.Framework;
import pingheng.framework.rule.Derivation;
import pingheng.framework.rule.Placing;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Lock;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;

/** The whole self-evaluation of a unit as it stands: its owed points, summaries, sign-offs, and where it is on its way. */
public record SelfEvaluation(
        HeldRound round,
        Unit unit,
        Framework framework,
        List<OwnPoint> points,
        List<WorkSummary> summaries,
        SubmissionStatus standing,
        Whole whole,
        UnitScope figures,
        Map<String, FigureVersion> reported,
        OwedWork owed) {

    /** The sign-offs of the whole that hold today, those that fell because something changed since, and when it all locks. */
    public record Whole(
            @Nullable SignOff office,
            @Nullable SignOff leader,
            List<SignOff> fallen,
            @Nullable Lock lock) {}

    /** What somebody asks of this unit in this round. */
    public RequestContext askedBy(Visitor user, Instant arrived) {
        return new RequestContext(user, round, unit, arrived);
    }

    public Optional<OwnPoint> point(PointCode code) {
        return points.stream().filter(own -> own.point().code().equals(code)).findFirst();
    }

    /** What is reported, by cell, without what was withdrawn. */
    public Map<String, Reported> figuresReported() {
        var there = new HashMap<String, Reported>();
        reported.forEach((key, version) -> version.reported().ifPresent(value -> there.put(key, value)));
        return there;
    }

    /** How the proposal of a point comes about, step by step; empty while its marks are not complete, and for rules that rank. */
    public Optional<Derivation> derivation(OwnPoint own) {
        var rule = own.point().rule();
        var marks = own.answer().marks().whole();
        if (rule.ranks() || marks.isEmpty() || rule.whyNot(marks.get()).isPresent()) return Optional.empty();
        return Optional.of(rule.derive(
                figures,
                framework.formulas().derived(),
                marks.get(),
                part -> Placing.NONE,
                framework.settings().scoreDecimals()));
    }

    /** What whoever changes the point is to know before: which signatures fall by that; empty where there is none. */
    public Optional<Sentence> warning(OwnPoint own) {
        return SignOff.warning(own.signed().filled(), own.signed().checked(), whole.office, whole.leader);
    }

    /** The same of what belongs to no point. */
    public Optional<Sentence> warning() {
        return SignOff.warning(whole.office, whole.leader);
    }

    /** Why nobody may change or sign a point now: one that a supplement moved along is open as those that were returned are. */
    public Optional<Reason> whyNotEdit(PointCode point) {
        return point(point).filter(this::movedAlong).isPresent() ? Optional.empty() : standing.whyNotEdit(point);
    }

    /**
     * The points that were not returned, yet are no longer what was submitted: they read a figure or the table of schools that was changed
     * for a point that was. Their signatures fell, and what the layers decided on them will hold no more.
     */
    public List<OwnPoint> moved() {
        return points.stream().filter(this::movedAlong).toList();
    }

    private boolean movedAlong(OwnPoint own) {
        var code = own.point().code();
        return standing instanceof SubmissionStatus.Supplementing(var _, var supplement, var sealed)
                && !supplement.points().contains(code)
                && !own.digest().equals(sealed.get(code));
    }

    /** How many points are in each state. */
    public Map<OwnPoint.State, Long> counts() {
        return points.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        OwnPoint::state, java.util.stream.Collectors.counting()));
    }

    /** The sum of what the unit gives itself, and how many points that covers. */
    public BigDecimal sum() {
        return points.stream().flatMap(own -> own.own().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What everybody has seen who signed the whole: every point and every summary, in order. */
    public String content() {
        var all = new Canonical()
                .line("pingheng-self-evaluation", 1)
                .line("round", round.code())
                .line("unit", unit.code())
                .line("framework", framework.digest());
        var text = new StringBuilder(all.text());
        points.forEach(own -> text.append(own.content()));
        for (var summary : summaries)
            text.append(new Canonical()
                    .line("summary", summary.bodyName(), summary.text())
                    .text());
        return text.toString();
    }

    public String digest() {
        return Sha256.of(content());
    }

    /** The first thing that keeps the whole from being signed off by the office. */
    public Optional<Reason> whyNotWhole() {
        for (var own : points)
            if (own.state() != OwnPoint.State.CHECKED)
                return Optional.of(Reason.conflict(
                        "submission.unchecked",
                        "还有 %1$d 个观测点没有审核，第一个是 %2$s",
                        "%1$d points are not checked yet, the first is %2$s",
                        points.stream()
                                .filter(one -> one.state() != OwnPoint.State.CHECKED)
                                .count(),
                        own.point().code()));
        if (summaries.size() < owed.summaries().size())
            return Optional.of(Reason.conflict(
                    "submission.summaries",
                    "工作小结应交 %1$d 份，已交 %2$d 份",
                    "%1$d work summaries are owed, %2$d are in",
                    owed.summaries().size(),
                    summaries.size()));
        return Optional.empty();
    }
}
