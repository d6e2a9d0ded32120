package pingheng.submission.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.Readings;
import pingheng.figure.ReportedFigures;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.figure.owner.FigureOwners;
import pingheng.figure.owner.Move;
import pingheng.figure.owner.Owner;
import pingheng.figure.owner.Owners;
import pingheng.framework.FigureDefinition;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.submission.Fresh;
import pingheng.submission.OwnPoint;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.value.BodyId;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.PointCode;

/**
 * Who reports which figure of a unit, whichever way it comes in: its owner, on a post of that body; the office, with a reason, where
 * nobody signs in for the owner. While no point that reads it is open nobody does.
 */
@Service
public class Reporting {
    /** Of a source or a reason. */
    private static final int LONGEST = 500;

    private final Fresh fresh;
    private final ReportedFigures figures;
    private final Rounds rounds;
    private final Owners owners;
    private final People people;
    private final Ledger ledger;

    Reporting(Fresh fresh, ReportedFigures figures, Rounds rounds, Owners owners, People people, Ledger ledger) {
        this.fresh = fresh;
        this.figures = figures;
        this.rounds = rounds;
        this.owners = owners;
        this.people = people;
        this.ledger = ledger;
    }

    /** The cells in which the unit reports, and what reads them. */
    public Readings readings(RequestContext context) {
        return figures.readings(rounds.framework(context.round(), context.unit()));
    }

    /** As above, of the framework by which the unit is known to be evaluated. */
    public Readings readings(SelfEvaluation own) {
        return figures.readings(own.framework());
    }

    /** Who owns the figures of the unit today. */
    public FigureOwners owners(SelfEvaluation own) {
        var leads = new HashMap<FigureCode, BodyId>();
        for (var point : own.points())
            for (var cell : point.reads())
                point.lead()
                        .ifPresent(lead -> leads.putIfAbsent(cell.definition().code(), lead));
        return owners.of(own.round(), own.unit(), leads);
    }

    /** The points whose rules read the cell, in the order of the framework. */
    public static List<PointCode> readers(SelfEvaluation own, Cell cell) {
        return readers(own, cell::equals);
    }

    private static List<PointCode> readers(SelfEvaluation own, Predicate<Cell> cell) {
        return own.points().stream()
                .filter(point -> point.reads().stream().anyMatch(cell))
                .map(point -> point.point().code())
                .toList();
    }

    /** Why the visitor cannot report the cell: nobody asks for it, it is another body's, or no point that reads it is open. */
    public Optional<Reason> whyNotReport(RequestContext context, SelfEvaluation own, FigureOwners owners, Cell cell) {
        var readers = readers(own, cell);
        if (readers.isEmpty()) return Optional.of(Reason.unknown());
        return whyNotOwner(context, own, owners.of(cell.definition()), cell.definition())
                .or(() -> whyNotOpen(own, readers, context.arrived()));
    }

    /** Why the visitor can report none of the cells now: what keeps their own from being open, otherwise that none is theirs. */
    public Optional<Reason> whyNotReportAny(RequestContext context, SelfEvaluation own, FigureOwners owners) {
        var whyNot = new ArrayList<Reason>();
        for (var point : own.points())
            for (var cell : point.reads()) {
                var why = whyNotReport(context, own, owners, cell);
                if (why.isEmpty()) return why;
                if (!why.get().code().equals("figure.not-owner")) whyNot.add(why.get());
            }
        return whyNot.isEmpty()
                ? Optional.of(Reason.forbidden(
                        "figure.owns-none",
                        "没有由您的岗位报送的数据；每个数由「报送单位」的联系人填写",
                        "Your post reports none of the figures: the contact of the body that owns a figure enters it"))
                : Optional.of(whyNot.getFirst());
    }

    /** Why the visitor cannot say that another body reports a figure. */
    public Optional<Reason> whyNotMove(RequestContext context, SelfEvaluation own, FigureDefinition figure) {
        var readers = readers(own, cell -> cell.definition().equals(figure));
        if (readers.isEmpty()) return Optional.of(Reason.unknown());
        return context.user().whyNotOffice(own.unit()).or(() -> whyNotOpen(own, readers, context.arrived()));
    }

    /** Saves cells of the grid, all or none; every cell that is not the visitor's is told. */
    @Transactional
    public List<FigureVersion> report(RequestContext context, List<Entry> entries) {
        var own = fresh.shared(context);
        var owners = owners(own);
        for (var entry : entries) {
            Refused.on(whyNotReport(context, own, owners, entry.cell()));
            Refused.on(whyNotEnter(context.user(), owners, entry));
        }

        var saved = new ArrayList<FigureVersion>();
        var changed = new LinkedHashMap<FigureVersion, Cell>();
        Map<String, FigureVersion> now = new HashMap<>(own.reported());
        for (var entry : entries) {
            var key = entry.cell().key();
            var version = figures.save(context, own.framework(), entry, now.get(key));
            if (!version.equals(now.put(key, version))) changed.put(version, entry.cell());
            saved.add(version);
        }
        if (!changed.isEmpty()) record(context, changed);
        return saved;
    }

    /** Names the figures that changed, not their values. */
    private void record(RequestContext context, Map<FigureVersion, Cell> changed) {
        var figures = changed.values().stream().map(Cell::definition).distinct().toList();
        long withdrawn =
                changed.keySet().stream().filter(FigureVersion::withdrawn).count();
        boolean all = withdrawn == changed.size();
        ledger.record(
                context.user().actor(),
                context.unit().code(),
                all ? "figure.withdrawn" : "figure.reported",
                figures.size() == 1 ? "figure/" + figures.getFirst().code() : "figures",
                Sentence.of(
                        all ? "撤回 %1$d 个数：%3$s" : withdrawn == 0 ? "报送 %1$d 个数：%3$s" : "报送 %1$d 个数，其中撤回 %2$d 个：%3$s",
                        all
                                ? "Figures withdrawn, %1$d: %4$s"
                                : withdrawn == 0
                                        ? "Figures reported, %1$d: %4$s"
                                        : "Figures reported, %1$d, of which %2$d withdrawn: %4$s",
                        changed.size(),
                        withdrawn,
                        figures.stream().map(one -> one.title().zh()).collect(Collectors.joining("、")),
                        figures.stream().map(one -> one.title().en()).collect(Collectors.joining(", "))));
    }

    /** Moves a figure to another body, with a reason. */
    @Transactional
    public void move(RequestContext context, FigureDefinition figure, BodyId body, String reason) {
        var own = fresh.alone(context);
        Refused.on(whyNotMove(context, own, figure));
        owners.move(context, figure, owners(own), body, reason);
    }

    private static Optional<Reason> whyNotOwner(
            RequestContext context, SelfEvaluation own, Optional<Owner> owner, FigureDefinition figure) {
        boolean inside = context.user().ownsUnit(own.unit().code());
        boolean works = context.user().is(Role.CONTACT) || context.user().is(Role.OFFICE);
        BodyId body = context.user().post().body().id();
        if (inside && works && owner.filter(one -> one.body().equals(body)).isPresent()) return Optional.empty();
        if (inside
                && context.user().is(Role.OFFICE)
                && owner.filter(Owner::manned).isEmpty()) return Optional.empty();
        if (inside && owner.filter(one -> one.body().equals(body)).isPresent()) return Optional.of(contacts(figure));
        return Optional.of(owner.map(one -> notYours(one, figure)).orElseGet(() -> nobodys(figure)));
    }

    private static Reason notYours(Owner owner, FigureDefinition figure) {
        return Reason.forbidden(
                "figure.not-owner",
                "「%1$s」由%2$s报送（%3$s），您不能改；请%2$s修改，分工有误的请领导小组办公室改派",
                "“%4$s” is reported by %2$s (%5$s), you cannot change it: ask %2$s, or the office of the leading group to move it",
                figure.title().zh(),
                owner.name(),
                owner.because().title().zh(),
                figure.title().en(),
                owner.because().title().en());
    }

    private static Reason contacts(FigureDefinition figure) {
        return Reason.forbidden(
                "figure.not-owner",
                "「%1$s」由本单位的联系人报送，您的岗位不填写",
                "“%2$s” is reported by the contact of your body, not on your post",
                figure.title().zh(),
                figure.title().en());
    }

    private static Reason nobodys(FigureDefinition figure) {
        return Reason.forbidden(
                "figure.not-owner",
                "「%1$s」还没有报送单位：第一个用到它的观测点还没有牵头单位；请领导小组办公室先分工",
                "Nobody reports “%2$s” yet: the first point that reads it has no lead; the office of the leading group assigns it first",
                figure.title().zh(),
                figure.title().en());
    }

    private static Optional<Reason> whyNotOpen(SelfEvaluation own, List<PointCode> points, Instant arrived) {
        return points.stream()
                .map(point -> own.standing().whyNotEdit(point))
                .min((one, other) -> Boolean.compare(one.isPresent(), other.isPresent()))
                .orElse(Optional.empty())
                .or(() -> Seals.whyNotInTime(own, arrived));
    }

    /** Why this cannot be entered as it is: the office says why it enters for another, and nothing is endless. */
    private static Optional<Reason> whyNotEnter(Visitor visitor, FigureOwners owners, Entry entry) {
        var owner = owners.of(entry.cell().definition());
        boolean another = owner.filter(
                        one -> one.body().equals(visitor.post().body().id()))
                .isEmpty();
        if (another && entry.reason().isBlank())
            return Optional.of(Reason.malformed(
                    "figure.for-another",
                    "「%1$s」由%2$s报送，该单位还没有人登录；代填请写明理由",
                    "“%3$s” is reported by %4$s, where nobody signs in yet: say why you enter it for them",
                    entry.cell().definition().title().zh(),
                    owner.map(Owner::name).orElse("尚未确定的单位"),
                    entry.cell().definition().title().en(),
                    owner.map(Owner::name).orElse("a body not decided yet")));
        boolean endless = entry.reason().length() > LONGEST
                || entry instanceof Entry.Value value
                        && value.source() != null
                        && value.source().length() > LONGEST;
        return endless
                ? Optional.of(Reason.malformed(
                        "figure.too-long",
                        "来源和理由各不超过 %1$d 字",
                        "A source and a reason have %1$d characters at most",
                        LONGEST))
                : Optional.empty();
    }

    /** All versions of a figure's cells, the newest of each first. */
    public Map<String, List<FigureVersion>> history(SelfEvaluation own, FigureDefinition figure) {
        return figures.versions(own.round(), own.unit(), figure).stream()
                .collect(Collectors.groupingBy(FigureVersion::key));
    }

    /** The moves of a figure from body to body, the newest first. */
    public List<Move> moves(SelfEvaluation own, FigureDefinition figure) {
        return owners.moves(own.round(), own.unit(), figure);
    }

    /** The names of all who hold or ever held a post of the unit, by sign-in name. */
    public Map<Login, String> names(SelfEvaluation own) {
        return people.known(own.unit().code());
    }

    /** The cells of a figure that some point of the unit reads. */
    public List<Cell> cells(SelfEvaluation own, FigureCode figure) {
        return figures.readings(own.framework()).all().stream()
                .filter(cell -> cell.definition().code().equals(figure))
                .filter(cell -> own.points().stream().map(OwnPoint::reads).anyMatch(reads -> reads.contains(cell)))
                .toList();
    }
}
