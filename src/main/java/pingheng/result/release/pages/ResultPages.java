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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.result.release.Released;
import pingheng.result.release.Releases;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
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
    Page results(Visitor visitor, @PathVariable String round) {
        Refused.on(Releases.whyNotTry(visitor));
        var held = rounds.get(round);
        var results = releases.results(held);
        var now = clock.instant().atZone(held.settings().zone());
        return new ResultsPage(
                held,
                results,
                releases.proposal(held).orElse(null),
                releases.decided(held).orElse(null),
                new ResultsPage.May(
                        releases.whyNotPropose(visitor, held, results), releases.whyNotConfirm(visitor, held)),
                now.toLocalDate().plusDays(1).toString());
    }

    @PostMapping("/r/{round}/results/proposals")
    String propose(
            Visitor visitor,
            @PathVariable String round,
            @RequestParam String document,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate approved,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
            @RequestParam String digest) {
        Refused.on(Releases.whyNotTry(visitor));
        var held = rounds.get(round);
        var effective = day.atTime(time.truncatedTo(ChronoUnit.MINUTES))
                .atZone(held.settings().zone())
                .toInstant();
        releases.propose(visitor, held, document, approved, effective, digest);
        return "redirect:/r/" + round + "/results";
    }

    @PostMapping("/r/{round}/results/release")
    String confirm(Visitor visitor, @PathVariable String round, @RequestParam ProposalId proposal) {
        Refused.on(Releases.whyNotTry(visitor));
        releases.confirm(visitor, rounds.get(round), proposal);
        return "redirect:/r/" + round + "/results";
    }

    @GetMapping("/r/{round}/ranking")
    Page ranking(Visitor visitor, @PathVariable String round) {
        var held = rounds.get(round);
        var release = released.inForce(held).orElseThrow(() -> new Refused(Reason.unknown()));
        var units = rounds.units(held);
        return new RankingPage(
                held,
                visitor,
                release,
                released.ranking(visitor, held, units),
                units.stream().collect(Collectors.toMap(Unit::code, unit -> unit)));
    }

    @GetMapping("/r/{round}/ranking.csv")
    ResponseEntity<String> file(Visitor visitor, @PathVariable String round) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"ranking.csv\"")
                .body(released.rankingFile(visitor, rounds.get(round)));
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
