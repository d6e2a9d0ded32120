package pingheng.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Canonical;
import pingheng.digest.Sha256;
import pingheng.duty.Duties;
import pingheng.duty.Duty;
import pingheng.duty.OwedWork;
import pingheng.evidence.Document;
import pingheng.evidence.Evidence;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.Readings;
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures;
import pingheng.figure.Schools;
import pingheng.figure.UnitScope;
import pingheng.figure.undecided.Explanation;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.framework.formula.Exact;
import pingheng.framework.rule.Outcome;
import pingheng.framework.rule.Placing;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.Lock;
import pingheng.round.Milestones;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.submission.SignOff.Step;
import pingheng.submission.WrittenStore.Written;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** Puts the self-evaluation of a unit together, from its parts as they are today. */
@Service
public class SelfEvaluations {
    private final AnswerStore answers;
    private final WrittenStore written;
    private final SealStore seals;
    private final Rounds rounds;
    private final Duties duties;
    private final ReportedFigures figures;
    private final Schools schools;
    private final Evidence evidence;

    SelfEvaluations(
            AnswerStore answers,
            WrittenStore written,
            SealStore seals,
            Rounds rounds,
            Duties duties,
            ReportedFigures figures,
            Schools schools,
            Evidence evidence) {
        this.answers = answers;
        this.written = written;
        this.seals = seals;
        this.rounds = rounds;
        this.duties = duties;
        this.figures = figures;
        this.schools = schools;
        this.evidence = evidence;
    }

    /** What the points of one unit are put together from. */
    private record Parts(
            Framework framework,
            Explanation explanation,
            UnitScope scope,
            Readings readings,
            Map<String, FigureVersion> versions,
            Map<String, Reported> reported,
            String schools,
            Written written,
            Map<PointCode, List<Document>> evidence,
            Map<PointCode, List<Duty>> duties,
            Map<Signature, SignOff> signed) {}

    /** Which signature: of a point, or of the whole, and on which step. */
    private record Signature(@Nullable PointCode point, Step step) {}

    /** That of the unit which is asked about. */
    @Transactional(readOnly = true)
    public SelfEvaluation of(RequestContext context) {
        return of(context.round(), context.unit());
    }

    /** The same, whose days are known already. */
    @Transactional(readOnly = true)
    public SelfEvaluation of(RequestContext context, Milestones dates) {
        return of(context.round(), context.unit(), dates);
    }

    @Transactional(readOnly = true)
    public SelfEvaluation of(HeldRound round, Unit unit) {
        return of(round, unit, rounds.dates(round, unit));
    }

    private SelfEvaluation of(HeldRound round, Unit unit, Milestones dates) {
        var framework = rounds.framework(round, unit);
        var written = this.written.of(round.id(), unit.code());
        var owed = duties.owed(round, unit);
        var parts = parts(round, unit, framework, written, owed);
        var points =
                Duties.owed(framework).stream().map(point -> own(point, parts)).toList();
        var lock = dates.lock(Stage.SUBMISSION).orElse(null);
        var standing = standing(round, unit);
        var open = new SelfEvaluation(
                round,
                unit,
                framework,
                points,
                written.summaries(),
                standing,
                new SelfEvaluation.Whole(null, null, List.of(), lock),
                parts.scope,
                parts.versions,
                owed);
        var digest = open.digest();
        return new SelfEvaluation(
                round,
                unit,
                framework,
                points,
                open.summaries(),
                standing,
                whole(digest, parts, lock),
                open.figures(),
                open.reported(),
                owed);
    }

    private static SelfEvaluation.Whole whole(String digest, Parts parts, @Nullable Lock lock) {
        var signed = parts.signed.get(new Signature(null, Step.OFFICE));
        var office = holding(signed, digest);
        var lead = since(signed, parts.signed.get(new Signature(null, Step.LEADER)));
        return new SelfEvaluation.Whole(
                office,
                office == null ? null : countersigning(office, lead, digest),
                fallen(digest, signed, lead),
                lock);
    }

    /** The units that have submitted; those of which points were returned and have not come back yet map to true. */
    public Map<UnitCode, Boolean> submitted(HeldRound round) {
        return seals.submitted(round.id());
    }

    /** What all units say of their points, by unit. */
    public Map<UnitCode, List<Answer>> answers(HeldRound round) {
        return answers.answers(round.id());
    }

    /** Where the unit stands between its first draft and its last submission. */
    public SubmissionStatus standing(HeldRound round, Unit unit) {
        return seals.standing(round.id(), unit.code());
    }

    /** The same of all units of the round, as much as a list tells; those that are not in it are at their first draft. */
    public Map<UnitCode, SubmissionStatus.Outline> outlines(HeldRound round) {
        return seals.outlines(round.id());
    }

    private Parts parts(HeldRound round, Unit unit, Framework framework, Written written, OwedWork owed) {
        var documents = new HashMap<PointCode, List<Document>>();
        for (var document : evidence.of(round, unit))
            for (var point : document.points())
                documents.computeIfAbsent(point, code -> new ArrayList<>()).add(document);
        var versions = figures.current(round, unit);
        var reported = versions.stream()
                .flatMap(version -> version.reported().stream())
                .toList();
        var rows = schools.of(round, unit);
        return new Parts(
                framework,
                Explanation.of(framework),
                figures.figures(round.settings(), unit, framework, reported, rows)
                        .scope(unit.code(), Layer.SELF),
                figures.readings(framework),
                versions.stream().collect(Collectors.toMap(FigureVersion::key, Function.identity())),
                reported.stream().collect(Collectors.toMap(Reported::key, Function.identity())),
                Schools.canonical(rows).digest(),
                written,
                documents,
                owed.duties().stream().collect(Collectors.groupingBy(Duty::point)),
                written.signOffs().stream()
                        .collect(Collectors.toMap(one -> new Signature(one.point(), one.step()), Function.identity())));
    }

    private static OwnPoint own(Point point, Parts parts) {
        var answer = parts.written.answers().getOrDefault(point.code(), Answer.none(point.code()));
        var read = parts.readings.by(point.code());
        var evidence = parts.evidence.getOrDefault(point.code(), List.of());
        var content = content(point, answer, read, evidence, parts);
        var digest = Sha256.of(content);
        var signed = parts.signed.get(new Signature(point.code(), Step.FILLED));
        var returned = unanswered(parts.written.returns().get(point.code()), signed);
        var filled = returned != null ? null : holding(signed, digest);
        var check = since(signed, parts.signed.get(new Signature(point.code(), Step.CHECKED)));
        var checked = filled == null ? null : countersigning(filled, check, digest);
        return new OwnPoint(
                point,
                parts.duties.getOrDefault(point.code(), List.of()),
                answer,
                read,
                read.stream()
                        .filter(cell -> !parts.reported.containsKey(cell.key()))
                        .toList(),
                proposal(point, answer, parts),
                evidence,
                content,
                new OwnPoint.Signed(
                        filled,
                        checked,
                        returned,
                        parts.written.beside().getOrDefault(point.code(), 0),
                        filled != null || returned != null ? List.of() : fallen(digest, signed, check)));
    }

    /** A return is answered by whoever signs anew, also when that signature has fallen since: nobody has sent that back. */
    private static OwnPoint.@Nullable Return unanswered(OwnPoint.@Nullable Return returned, @Nullable SignOff filled) {
        return returned != null && filled != null && filled.at().isAfter(returned.at()) ? null : returned;
    }

    /** The second signature, unless it is older than the newest first one, which put an end to it. */
    private static @Nullable SignOff since(@Nullable SignOff first, @Nullable SignOff second) {
        return first != null && second != null && second.at().isBefore(first.at()) ? null : second;
    }

    /** Those of the newest sign-offs that were given under another digest. */
    private static List<SignOff> fallen(String digest, @Nullable SignOff... newest) {
        var fallen = new ArrayList<SignOff>();
        for (var signOff : newest) if (signOff != null && !signOff.digest().equals(digest)) fallen.add(signOff);
        return List.copyOf(fallen);
    }

    /** A second signature holds on top of a first by another person: the check of what was filled in, the leader's of the office's. */
    private static @Nullable SignOff countersigning(SignOff first, @Nullable SignOff second, String digest) {
        var holds = holding(second, digest);
        return holds == null || holds.person().equals(first.person()) ? null : holds;
    }

    private static @Nullable SignOff holding(@Nullable SignOff signOff, String digest) {
        return signOff != null && signOff.digest().equals(digest) ? signOff : null;
    }

    private static Outcome proposal(Point point, Answer answer, Parts parts) {
        if (point.rule().ranks())
            return new Outcome.Undecided(
                    new Sentence("按区域排名计分，发布时才有", "scored by place in the region, known at the release"));
        var unreadable = answer.unreadable();
        if (unreadable.isPresent()) return new Outcome.Undecided(unreadable.get());
        var marks = answer.marks().whole();
        if (marks.isEmpty() || point.rule().whyNot(marks.get()).isPresent())
            return new Outcome.Undecided(new Sentence("自评打分还没有填全", "the marks are not complete"));
        return parts.explanation.explained(point.rule()
                .score(
                        parts.scope,
                        marks.get(),
                        part -> Placing.NONE,
                        parts.framework.settings().scoreDecimals()));
    }

    private static String content(Point point, Answer answer, List<Cell> read, List<Document> evidence, Parts parts) {
        var content = new Canonical()
                .line("point", point.code())
                .line("marks", answer.marks().text())
                .line(
                        "claim",
                        answer.claim() == null ? "" : Exact.of(answer.claim().points()))
                .line("reason", answer.reason())
                .line("statement", answer.statement());
        for (var cell : read) {
            var reported = parts.reported.get(cell.key());
            if (reported != null) content.line("figure", cell.key(), reported.written(), reported.source());
        }
        if (parts.readings.schools(point.code())) content.line("schools", parts.schools);
        for (var document : evidence)
            content.line(
                    "evidence",
                    document.sha256(),
                    document.kind().code(),
                    document.name().value());
        return content.text();
    }
}
