package pingheng.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.deliberation.DeliberationSheet;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Marking;
import pingheng.deliberation.Said;
import pingheng.deliberation.Seat;
import pingheng.deliberation.Session;
import pingheng.deliberation.Tally;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.rehearsal.act.Left;
import pingheng.result.release.Releases;
import pingheng.result.release.Releases.ProposedRelease;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.sheet.Folder;
import pingheng.survey.SurveyResults;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** Plays the offices of the province: the survey's results come in, the committee deliberates, two persons release. */
@Service
public class Officials {
    private static final int MEMBERS = 9;

    private final SurveyResults survey;
    private final Deliberations deliberations;
    private final Marking marking;
    private final Releases releases;
    private final Opening opening;
    private final Clock clock;

    Officials(
            SurveyResults survey,
            Deliberations deliberations,
            Marking marking,
            Releases releases,
            Opening opening,
            Clock clock) {
        this.survey = survey;
        this.deliberations = deliberations;
        this.marking = marking;
        this.releases = releases;
        this.opening = opening;
        this.clock = clock;
    }

    /** Whether the result of the round is decided. */
    boolean released(HeldRound round) {
        return releases.decided(round).isPresent();
    }

    /** Imports what the survey found; does nothing when it is there. */
    @Transactional
    public void survey(HeldRound round, Path folder) {
        if (!survey.imports(round).isEmpty()) return;
        try (var table = Files.newInputStream(folder.resolve("survey.tsv"))) {
            var counts = survey.read(round, "survey.tsv", table, new Findings());
            survey.take(in(round, opening.visitor(new Login("province"))), counts, 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Has the committee mark what its members have not marked yet; does nothing when the session is closed. Opening, each member's marks
     * and closing are left for themselves where a rule says no.
     */
    public Left deliberate(HeldRound round, Path folder) {
        var province = opening.visitor(new Login("province"));
        var members = new HashMap<String, Visitor>();
        for (int i = 1; i <= MEMBERS; i++) {
            var name = "委员" + i;
            opening.holder(new Login("member" + i)).ifPresent(member -> members.put(name, member));
        }
        if (deliberations.session(round).isEmpty()) {
            var seats = members.values().stream()
                    .map(member -> new Seat(member.post().id(), ""))
                    .toList();
            var opened = Left.unlessRefused("", () -> deliberations.open(in(round, province), seats));
            if (opened.times() > 0) return opened;
        }
        var session = deliberations.session(round).orElseThrow();
        if (!session.open()) return Left.NOTHING;
        var left = Left.NOTHING;
        for (var said : said(folder).entrySet()) {
            var member = members.get(said.getKey());
            if (member != null && marking.whyNotSee(member, round).isEmpty())
                left = left.and(Left.unlessRefused(
                        said.getKey(),
                        () -> marking.mark(
                                in(round, member), left(session, member.post().id(), said.getValue()))));
        }
        return left.and(Left.unlessRefused("", () -> deliberations.close(in(round, province))));
    }

    /** What the member has neither said yet nor is recused from by their region. */
    private static List<Said> left(Session session, PostId post, List<Said> said) {
        var member = session.member(post).orElseThrow();
        return said.stream()
                .filter(one -> session.mark(post, one.unit()).isEmpty())
                .filter(one -> session.candidate(one.unit())
                        .filter(candidate -> !Tally.ofRegion(member, candidate))
                        .isPresent())
                .toList();
    }

    /** What each member says of each unit in the example; a mark at either end is given a reason. */
    private static Map<String, List<Said>> said(Path folder) {
        var findings = new Findings();
        var said = new LinkedHashMap<String, List<Said>>();
        Folder.of(folder, findings).read("deliberation", DeliberationSheet.COLUMNS, row -> {
            boolean recused = row.word("mark").equals("recused");
            var reason = row.text("reason").isEmpty() ? "见合议讨论" : row.text("reason");
            said.computeIfAbsent(row.text("member"), member -> new ArrayList<>())
                    .add(new Said(
                            new UnitCode(row.word("unit")),
                            recused ? "" : row.word("mark"),
                            recused,
                            reason,
                            Version.NONE));
        });
        findings.refuse();
        return said;
    }

    /** The days of a release: approved on one, in force from an instant on. */
    public record Dated(LocalDate approved, Instant effective) {}

    /** Proposes the release and confirms it; does nothing when it is decided, is refused when there is nothing to release yet. */
    @Transactional
    public void release(HeldRound round, Dated dated) {
        if (released(round)) return;
        var first = opening.visitor(new Login("province"));
        var second = opening.visitor(new Login("province-head"));
        var results = releases.results(round);
        var now = clock.instant();
        var effective = now.isAfter(dated.effective) ? now : dated.effective;
        var document = "粤教督〔%d〕演练1号".formatted(dated.approved.getYear());
        releases.propose(
                in(round, first), new ProposedRelease(document, dated.approved, round.at(effective), results.digest()));
        releases.confirm(
                in(round, second), releases.proposal(round).orElseThrow().id());
    }

    private RoundContext in(HeldRound round, Visitor visitor) {
        return new RoundContext(visitor, round, clock.instant());
    }
}
