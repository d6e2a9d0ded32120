package pingheng.result.release.pages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.result.release.Released;
import pingheng.result.release.Releases;
import pingheng.result.release.Releases.ProposedRelease;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.round.pages.Attachment;
import pingheng.value.ProposalId;

@Controller
class ResultPages {
    private final Releases releases;
    private final Released released;
    private final Rounds rounds;
    private final Clock clock;

    ResultPages(Releases releases, Released released, Rounds rounds, Clock clock) {
        this.releases = releases;
        this.released = released;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping("/r/{round}/results")
    Page results(RoundContext context) {
        Refused.on(Releases.whyNotTry(context.user()));
        var round = context.round();
        var results = releases.results(round);
        var now = clock.instant().atZone(round.settings().zone());
        return new ResultsPage(
                round,
                results,
                releases.proposal(round).orElse(null),
                releases.decided(round).orElse(null),
                new ResultsPage.May(
                        releases.whyNotPropose(context.user(), round, results),
                        releases.whyNotConfirm(context.user(), round)),
                now.toLocalDate().plusDays(1).toString());
    }

    @PostMapping("/r/{round}/results/proposals")
    String propose(
            RoundContext context,
            @RequestParam String document,
            @RequestParam LocalDate approved,
            @RequestParam LocalDate day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
            @RequestParam String digest) {
        var effective = day.atTime(time.truncatedTo(ChronoUnit.MINUTES))
                .atZone(context.round().settings().zone())
                .toOffsetDateTime();
        releases.propose(context, new ProposedRelease(document, approved, effective, digest));
        return context.redirect("results");
    }

    @PostMapping("/r/{round}/results/release")
    String confirm(RoundContext context, @RequestParam ProposalId proposal) {
        releases.confirm(context, proposal);
        return context.redirect("results");
    }

    @GetMapping("/r/{round}/ranking")
    Page ranking(RoundContext context) {
        var round = context.round();
        var release = released.inForce(round).orElseThrow(() -> new Refused(Reason.unknown()));
        var units = rounds.units(round);
        return new RankingPage(
                round,
                context.user(),
                release,
                released.ranking(context.user(), round, units),
                units.stream().collect(Collectors.toMap(Unit::code, unit -> unit)));
    }

    @GetMapping("/r/{round}/ranking.csv")
    ResponseEntity<String> file(RoundContext context) {
        return Attachment.named("ranking.csv")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(released.rankingFile(context.user(), context.round()));
    }

    @GetMapping("/r/{round}/{unit}/dossier")
    Page dossier(RequestContext context) {
        var release = released.inForce(context.round()).orElseThrow(() -> new Refused(Reason.unknown()));
        return new DossierPage(
                context,
                release,
                released.aspects(context.round(), context.unit()),
                released.dossier(context.round(), context.unit()));
    }
}
