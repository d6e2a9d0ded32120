package pingheng.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import pingheng.people.Unit;
import pingheng.problem.Findings;
import pingheng.rehearsal.act.Left;
import pingheng.rehearsal.after.FollowUp;
import pingheng.rehearsal.site.SiteVisits;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.Rounds;
import pingheng.sheet.Folder;
import pingheng.time.MovableClock;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/**
 * Plays all units of a round by the tables of a folder, a few at once, each in a transaction of its own. A unit for which a rule says no
 * stays as visitors have it, and the others are played.
 */
@Service
class Ensemble {
    private static final int HANDS = 2;

    private final Rounds rounds;
    private final OtherUnit others;
    private final Reviewers reviewers;
    private final SiteVisits site;
    private final Opening opening;
    private final FollowUp after;
    private final MovableClock clock;

    Ensemble(
            Rounds rounds,
            OtherUnit others,
            Reviewers reviewers,
            SiteVisits site,
            Opening opening,
            FollowUp after,
            MovableClock clock) {
        this.rounds = rounds;
        this.others = others;
        this.reviewers = reviewers;
        this.site = site;
        this.opening = opening;
        this.after = after;
        this.clock = clock;
    }

    /** Every unit but the one of the visitors submits. */
    Left submit(HeldRound round, Path folder) {
        var findings = new Findings();
        var played = Played.read(Folder.of(folder, findings), findings);
        return each(round, unit -> {
            var of = played.get(unit.code());
            if (of != null && !unit.code().equals(Opening.COUNTY)) others.submit(round, unit, of);
        });
    }

    /** The layer decides on every unit that it says something of. */
    Left review(HeldRound round, Path folder, Layer layer) {
        var findings = new Findings();
        var played = PlayedReviews.read(Folder.of(folder, findings), findings);
        reviewers.staff(rounds.units(round));
        return each(round, unit -> {
            var of = played.getOrDefault(unit.code(), new PlayedReviews(Map.of(), List.of()));
            if (of.verdicts().containsKey(layer)) reviewers.review(round, unit, layer, of);
        });
    }

    /** The units to be visited are drawn, and those of the example that were not drawn are named. */
    Left sample(HeldRound round, Path folder) {
        var units = found(folder).keySet();
        return Left.unlessRefused("", () -> site.draw(round, opening.visitor(new Login("province")), units));
    }

    /** Every unit of the sample is visited and countersigns, that of the visitors only if it is played, too. */
    Left visit(HeldRound round, Path folder, boolean withTheirs) {
        var found = found(folder);
        return each(
                round,
                unit -> site.visit(
                        round,
                        unit,
                        opening.visitor(new Login("province")),
                        found.getOrDefault(unit.code(), Map.of()),
                        withTheirs || !unit.code().equals(Opening.COUNTY)));
    }

    /** Every unit gets its letter. */
    Left write(HeldRound round) {
        return Left.unlessRefused("", () -> after.issue(round, opening.visitor(new Login("province"))));
    }

    /** Every unit but that of the visitors, unless it is played, too, plans what it will do. */
    Left plan(HeldRound round, boolean withTheirs) {
        return each(round, unit -> {
            if (withTheirs || !unit.code().equals(Opening.COUNTY)) after.plan(round, unit);
        });
    }

    /** They prove what they have done, most of them in time. */
    Left prove(HeldRound round, boolean withTheirs) {
        return each(round, unit -> {
            if (withTheirs || !unit.code().equals(Opening.COUNTY)) after.prove(round, unit);
        });
    }

    /** The province re-checks. */
    Left check(HeldRound round) {
        return each(round, unit -> after.check(round, unit, opening.visitor(new Login("province"))));
    }

    /** What is found on site in the example, by unit and point. */
    private static Map<UnitCode, Map<PointCode, String>> found(Path folder) {
        var findings = new Findings();
        var found = new TreeMap<UnitCode, Map<PointCode, String>>();
        PlayedReviews.read(Folder.of(folder, findings), findings).forEach((unit, played) -> {
            if (!played.findings().isEmpty()) found.put(unit, played.findings());
        });
        return found;
    }

    /** A unit that is refused is left; one that fails otherwise ends the rest. */
    private Left each(HeldRound round, Consumer<Unit> play) {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var playing = rounds.units(round).stream()
                    .map(unit -> hands.submit(step(unit, play)))
                    .toList();
            return playing.stream().map(Ensemble::await).reduce(Left.NOTHING, Left::and);
        }
    }

    private Callable<Left> step(Unit unit, Consumer<Unit> play) {
        var left = new AtomicReference<>(Left.NOTHING);
        var task = clock.here(
                () -> left.set(Left.unlessRefused(unit.code() + " " + unit.name(), () -> play.accept(unit))));
        return () -> {
            task.run();
            return left.get();
        };
    }

    static <T> T await(Future<T> playing) {
        try {
            return playing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
