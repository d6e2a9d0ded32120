package pingheng.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import pingheng.people.Unit;
import pingheng.problem.Findings;
import pingheng.rehearsal.after.FollowUp;
import pingheng.rehearsal.site.SiteVisits;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.Rounds;
import pingheng.sheet.Folder;

/** Plays all units of a round by the tables of a folder, a few at once, each in a transaction of its own. */
@Service
class Ensemble {
    private static final int HANDS = 2;

    private final Rounds rounds;
    private final OtherUnit others;
    private final Reviewers reviewers;
    private final SiteVisits site;
    private final Around around;

    Ensemble(Rounds rounds, OtherUnit others, Reviewers reviewers, SiteVisits site, Around around) {
        this.rounds = rounds;
        this.others = others;
        this.reviewers = reviewers;
        this.site = site;
        this.around = around;
    }

    @Service
    record Around(Opening opening, FollowUp after) {}

    /** Every unit but the one of the visitors submits. */
    void submit(HeldRound round, Path folder) {
        var findings = new Findings();
        var played = Played.read(Folder.of(folder, findings), findings);
        each(round, unit -> {
            var of = played.get(unit.code());
            if (of != null && !unit.code().equals(Opening.COUNTY)) others.submit(round, unit, of);
        });
    }

    /** The layer decides on every unit that it says something of. */
    void review(HeldRound round, Path folder, Layer layer) {
        var findings = new Findings();
        var played = PlayedReviews.read(Folder.of(folder, findings), findings);
        reviewers.staff(rounds.units(round));
        each(round, unit -> {
            var of = played.getOrDefault(unit.code(), new PlayedReviews(Map.of(), List.of()));
            if (of.verdicts().containsKey(layer)) reviewers.review(round, unit, layer, of);
        });
    }

    /** The units to be visited are drawn, and those of the example that were not drawn are named. */
    void sample(HeldRound round, Path folder) {
        site.draw(round, around.opening.visitor("province"), found(folder).keySet());
    }

    /** Every unit of the sample is visited and countersigns, that of the visitors only if it is played, too. */
    void visit(HeldRound round, Path folder, boolean withTheirs) {
        var found = found(folder);
        each(
                round,
                unit -> site.visit(
                        round,
                        unit,
                        around.opening.visitor("province"),
                        found.getOrDefault(unit.code(), Map.of()),
                        withTheirs || !unit.code().equals(Opening.COUNTY)));
    }

    /** Every unit gets its letter. */
    void write(HeldRound round) {
        around.after.issue(round, around.opening.visitor("province"));
    }

    /** Every unit but that of the visitors, unless it is played, too, plans what it will do. */
    void plan(HeldRound round, boolean withTheirs) {
        each(round, unit -> {
            if (withTheirs || !unit.code().equals(Opening.COUNTY)) around.after.plan(round, unit);
        });
    }

    /** They prove what they have done, most of them in time. */
    void prove(HeldRound round, boolean withTheirs) {
        each(round, unit -> {
            if (withTheirs || !unit.code().equals(Opening.COUNTY)) around.after.prove(round, unit);
        });
    }

    /** The province re-checks. */
    void check(HeldRound round) {
        each(round, unit -> around.after.check(round, unit, around.opening.visitor("province")));
    }

    /** What is found on site in the example, by unit and point. */
    private static Map<String, Map<String, String>> found(Path folder) {
        var findings = new Findings();
        var found = new TreeMap<String, Map<String, String>>();
        PlayedReviews.read(Folder.of(folder, findings), findings).forEach((unit, played) -> {
            if (!played.findings().isEmpty()) found.put(unit, played.findings());
        });
        return found;
    }

    /** The first that fails ends the rest. */
    private void each(HeldRound round, Consumer<Unit> play) {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var playing = rounds.units(round).stream()
                    .map(unit -> hands.submit(() -> play.accept(unit)))
                    .toList();
            playing.forEach(Ensemble::await);
        }
    }

    static void await(Future<?> playing) {
        try {
            playing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
