package pingheng.rehearsal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.figure.Cell;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.framework.rule.Outcome;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.sheet.Folder;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff;
import pingheng.submission.SignOffs;
import pingheng.submission.figures.Reporting;
import pingheng.submission.tables.SchoolTables;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** Plays the departments of a county with the figures and marks of the example, by the verbs that its pages call. */
@Service
public class Play {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final Reporting reporting;
    private final SignOffs signOffs;
    private final Evidence evidence;
    private final SchoolTables schools;
    private final People people;
    private final Clock clock;

    Play(
            SelfEvaluations selfEvaluations,
            Answers answers,
            Reporting reporting,
            SignOffs signOffs,
            Evidence evidence,
            SchoolTables schools,
            People people,
            Clock clock) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.reporting = reporting;
        this.signOffs = signOffs;
        this.evidence = evidence;
        this.schools = schools;
        this.people = people;
        this.clock = clock;
    }

    /** How far a point is played. */
    public enum Upto {
        NOTHING,
        DRAFT,
        FILLED,
        CHECKED
    }

    /** Plays so that a visitor finds work in every state: untouched, begun, to be checked, checked. */
    public void begin(Path directory, HeldRound round, Unit unit) {
        var played = read(directory, unit);
        var states =
                List.of(Upto.CHECKED, Upto.FILLED, Upto.CHECKED, Upto.NOTHING, Upto.CHECKED, Upto.DRAFT, Upto.CHECKED);
        var upto = new HashMap<PointCode, Upto>();
        for (var point : self(round, unit).points())
            upto.put(point.point().code(), states.get(upto.size() % states.size()));
        report(round, unit, played);
        play(round, unit, played, upto);
    }

    /** Plays every point until it is checked, and hands in every work summary that is owed. */
    public void finish(Path directory, HeldRound round, Unit unit) {
        var played = read(directory, unit);
        report(round, unit, played);
        var upto = new HashMap<PointCode, Upto>();
        for (var point : self(round, unit).points())
            if (point.state() != OwnPoint.State.CHECKED) upto.put(point.point().code(), Upto.CHECKED);
        play(round, unit, played, upto);
        summarise(round, unit);
    }

    private static Played read(Path directory, Unit unit) {
        var findings = new Findings();
        var played = Played.read(Folder.of(directory, findings), findings).get(unit.code());
        if (played == null) throw new IllegalStateException("nothing to play for " + unit.code());
        return played;
    }

    /** Each owner reports its figures, point by point, each figure once. */
    private void report(HeldRound round, Unit unit, Played played) {
        if (schools.of(self(round, unit)).isEmpty() && !played.schools().isEmpty()) {
            var office = people.visitors(unit.code(), Role.OFFICE).getFirst();
            schools.replace(new RequestContext(office, round, unit, clock.instant()), played.schools());
        }
        var own = self(round, unit);
        var owners = reporting.owners(own);
        var byOwner = new LinkedHashMap<BodyId, List<Entry>>();
        var done = new HashSet<String>();
        for (var point : own.points())
            for (var cell : point.missing()) {
                var written = played.figures().get(cell.key());
                var owner = owners.of(cell.definition());
                if (written != null && owner.isPresent() && done.add(cell.key()))
                    byOwner.computeIfAbsent(owner.get().body(), body -> new ArrayList<>())
                            .add(new Entry.Value(cell, written.value(), written.source(), "", version(own, cell)));
            }
        byOwner.forEach((owner, entries) ->
                reporting.report(own.askedBy(on(unit, owner, Role.CONTACT), clock.instant()), entries));
    }

    private static Version version(SelfEvaluation own, Cell cell) {
        var there = own.reported().get(cell.key());
        return there == null ? Version.NONE : there.version();
    }

    /** What has been signed already is left as it is. */
    private void play(HeldRound round, Unit unit, Played played, Map<PointCode, Upto> upto) {
        each(round, unit, upto, Upto.DRAFT, (own, point) -> {
            if (point.signed().filled() == null) draft(own, point, played, "");
        });
        each(round, unit, upto, Upto.FILLED, (own, point) -> {
            if (point.signed().filled() == null) state(own, point, played);
        });
        each(round, unit, upto, Upto.FILLED, (own, point) -> {
            if (point.signed().filled() == null) sign(own, point, Role.CONTACT, SignOff.Step.FILLED);
        });
        each(round, unit, upto, Upto.CHECKED, (own, point) -> {
            if (point.signed().checked() == null) sign(own, point, Role.CHECKER, SignOff.Step.CHECKED);
        });
    }

    private void each(
            HeldRound round,
            Unit unit,
            Map<PointCode, Upto> upto,
            Upto least,
            BiConsumer<SelfEvaluation, OwnPoint> act) {
        var own = self(round, unit);
        for (var point : own.points()) {
            var wanted = upto.getOrDefault(point.point().code(), Upto.NOTHING);
            if (wanted.compareTo(least) >= 0 && point.lead().isPresent()) act.accept(own, point);
        }
    }

    private void draft(SelfEvaluation own, OwnPoint point, Played played, String statement) {
        var draft = played.draft(point, statement);
        answers.save(asked(own, point, Role.CONTACT), point.point().code(), draft);
    }

    private void state(SelfEvaluation own, OwnPoint point, Played played) {
        var code = point.point().code();
        draft(own, point, played, statement(point));
        if (!point.evidence().isEmpty()) return;
        var taken = evidence.take("佐证 " + code + ".pdf", Leaflet.of("Evidence for point " + code));
        answers.attach(asked(own, point, Role.CONTACT), taken, Kind.MATERIAL, List.of(code));
    }

    private static String statement(OwnPoint point) {
        var title = point.point().title().zh();
        if (!(point.proposal() instanceof Outcome.Scored(var score))) return "对照评分细则自查：" + title + "已按要求落实，佐证见附件。";
        var lost = point.point().points().rounded(4).subtract(score);
        if (lost.signum() <= 0) return "对照评分细则自查：" + title + "各项要求均已落实，未失分，佐证见附件。";
        return "对照评分细则自查：" + title + "尚有差距，按细则失 " + lost.stripTrailingZeros().toPlainString() + " 分，已列入整改计划，佐证见附件。";
    }

    private void sign(SelfEvaluation own, OwnPoint point, Role role, SignOff.Step step) {
        signOffs.sign(asked(own, point, role), point.point().code(), step, point.digest());
    }

    private void summarise(HeldRound round, Unit unit) {
        for (var body : answers.owingSummaries(self(round, unit)))
            answers.summarise(
                    new RequestContext(on(unit, body, Role.CONTACT), round, unit, clock.instant()),
                    body,
                    "本单位按照分工做好教育相关工作，所列任务均已落实，详见佐证材料。",
                    Version.NONE);
    }

    private RequestContext asked(SelfEvaluation own, OwnPoint point, Role role) {
        return own.askedBy(on(own.unit(), point.lead().orElseThrow(), role), clock.instant());
    }

    /** Who holds the post of that role in a body. */
    private Visitor on(Unit unit, BodyId body, Role role) {
        return people.visitors(unit.code(), role).stream()
                .filter(visitor -> visitor.post().body().id().equals(body))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.conflict(
                        "rehearsal.post",
                        "%1$s的岗位上没有人",
                        "Nobody is on the post of the %2$s",
                        role.title().zh(),
                        role.title().en())));
    }

    private SelfEvaluation self(HeldRound round, Unit unit) {
        return selfEvaluations.of(round, unit);
    }
}
