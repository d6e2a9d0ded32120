package pingheng.survey;

import java.io.InputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Canonical;
import pingheng.figure.Figures;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Level;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StoredRow;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.sheet.OfficeTable;

/** The results of the satisfaction survey of a round: imported whole by the province, seen by nobody else before the release. */
@Service
public class SurveyResults {
    private final SurveyStore store;
    private final Rounds rounds;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SurveyResults(SurveyStore store, Rounds rounds, Ledger ledger, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /** Told before results are taken: whoever above objects refuses, and nothing changes. */
    public record Importing(HeldRound round) {}

    /** Why the visitor cannot see the results, nor import any: only the province can. */
    public static Optional<Reason> whyNotSee(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(
                        Reason.forbidden(
                                "survey.province",
                                "满意度调查结果由省级导入，公布前只有省级能看",
                                "The results of the survey are imported by the province, which alone sees them before the release"));
    }

    /** The imports, the newest first. */
    public List<SurveyImport> imports(HeldRound round) {
        return store.imports(round.id());
    }

    /** What the newest import says, by unit and audience. */
    public List<SurveyCount> counts(HeldRound round) {
        return store.newest(round.id());
    }

    /** Puts what the newest import says of the units of a framework's level among their figures, as the sheet does. */
    public void into(HeldRound round, Figures figures) {
        var units = units(round, figures.framework().settings().level()).stream()
                .map(Unit::code)
                .collect(Collectors.toSet());
        var sheet = new SurveySheet();
        for (var count : counts(round)) {
            if (!units.contains(count.unit())) continue;
            var findings = new Findings();
            sheet.take(count.row(findings), figures);
            findings.kept().stream().findFirst().ifPresent(finding -> unreadable(count, figures, finding.sentence()));
        }
    }

    /** All that this survey found in the unit is undecided: nobody knows which audience the row is of. */
    private static void unreadable(SurveyCount count, Figures figures, Sentence why) {
        var row = new StoredRow(
                "「满意度 %s %s」".formatted(count.unit(), count.audience()),
                "survey %s %s".formatted(count.unit(), count.audience()));
        for (var code : figures.framework().figures().keySet())
            if (code.text().startsWith("survey_"))
                figures.unreadable(count.unit(), Layer.SURVEY, code, row.unreadable(why));
    }

    /** How large the samples are, level by level, where the framework asks a survey. */
    public List<Samples> samples(HeldRound round) {
        return Level.EVALUATED.stream()
                .map(level -> rounds.framework(round, level))
                .flatMap(Optional::stream)
                .filter(framework -> !Audiences.of(framework).isEmpty())
                .map(framework -> {
                    var figures = new Figures(framework);
                    into(round, figures);
                    return Samples.of(units(round, framework.settings().level()), counts(round), figures);
                })
                .toList();
    }

    /** Reads a table; refuses it with everything that is wrong. What else was noticed is noted there. */
    public List<SurveyCount> read(HeldRound round, String name, InputStream bytes, Findings findings) {
        var reader = new SurveyReader();
        for (var level : Level.EVALUATED)
            rounds.framework(round, level)
                    .ifPresent(framework -> reader.add(units(round, level), new Figures(framework)));
        OfficeTable.read(name, bytes, SurveySheet.COLUMNS, findings).forEach(reader::take);
        findings.refuse();
        return reader.counts();
    }

    /** Takes a table in the place of the one before, whose number the visitor has seen; 0 when there was none. */
    @Transactional
    public SurveyImport take(RoundContext context, List<SurveyCount> table, int seen) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotSee(visitor));
        if (table.isEmpty())
            throw new Refused(Reason.malformed("survey.empty", "表中没有一行结果", "There is no row in the table"));
        events.publishEvent(new Importing(round));
        int newest = imports(round).stream()
                .mapToInt(SurveyImport::number)
                .findFirst()
                .orElse(0);
        if (newest != seen) throw new Refused(meanwhile(newest));
        var taken = new SurveyImport(seen + 1, digest(round, table), visitor.login(), visitor.name(), clock.instant());

        long id = store.add(round.id(), taken).orElseThrow(() -> new Refused(meanwhile(taken.number())));
        table.forEach(count -> store.add(id, count));

        ledger.record(
                visitor.actor(),
                Chain.of(round.code()),
                "survey.imported",
                "round/" + round.code(),
                Sentence.of(
                        "满意度调查结果第 %1$d 次导入：%2$d 行，摘要 %3$s",
                        "Results of the survey, import %1$d: %2$d rows, digest %3$s",
                        taken.number(),
                        table.size(),
                        taken.digest()));
        return taken;
    }

    /** The digest of what a table says, in whatever order and kind of file it came. */
    static String digest(HeldRound round, List<SurveyCount> table) {
        var canonical = new Canonical().line("survey", round.code());
        table.stream()
                .sorted(Comparator.comparing(SurveyCount::unit).thenComparing(SurveyCount::audience))
                .forEach(count -> canonical.line(
                        "result",
                        count.unit(),
                        count.audience(),
                        count.issued(),
                        count.valid(),
                        count.satisfied(),
                        count.mostly(),
                        count.basically(),
                        count.dissatisfied(),
                        count.unknown()));
        return canonical.digest();
    }

    private List<Unit> units(HeldRound round, Level level) {
        return rounds.units(round).stream()
                .filter(unit -> unit.level() == level)
                .toList();
    }

    private static Reason meanwhile(int newest) {
        return Reason.conflict(
                "survey.replaces",
                "已有第 %1$d 次导入的结果；请看过之后确认由这张表替换",
                "There is import %1$d already: look at it and confirm that this table replaces it",
                newest);
    }
}
