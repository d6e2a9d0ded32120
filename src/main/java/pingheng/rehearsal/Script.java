package pingheng.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import pingheng.people.Unit;
import pingheng.problem.Findings;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RehearsalClock;
import pingheng.sheet.Folder;

/**
 * What others do in a rehearsal and when. Where the clock is wanted later, everything up to then is played in its order, one unit in a
 * transaction, while the pages go on answering; killed in the middle, it goes on after the next start.
 */
@Service
public class Script implements RehearsalClock.Stops, DisposableBean {
    /** One thing that happens at a set time; what has happened already does not happen again. */
    private record Act(Instant at, Sentence what, Runnable play) {}

    private static final Logger LOG = LoggerFactory.getLogger(Script.class);
    private static final int HANDS = 2;

    private final RehearsalClock clock;
    private final Stagehands stage;
    private final Rehearsal rehearsal;
    private final OtherUnit others;
    private final Reviewers reviewers;
    private final Officials officials;
    private final ExecutorService player = Executors.newSingleThreadExecutor();
    private final AtomicReference<@Nullable Path> province = new AtomicReference<>();
    private volatile boolean autoplay;

    Script(
            RehearsalClock clock,
            Stagehands stage,
            Rehearsal rehearsal,
            OtherUnit others,
            Reviewers reviewers,
            Officials officials) {
        this.clock = clock;
        this.stage = stage;
        this.rehearsal = rehearsal;
        this.others = others;
        this.reviewers = reviewers;
        this.officials = officials;
    }

    /** Plays by the folder of this province from now on, also the county of the visitors if told so, and goes on where it was left. */
    public void by(Path folder, boolean withTheirs) {
        autoplay = withTheirs;
        province.set(folder);
        clock.wanted().ifPresent(to -> player.execute(() -> playTo(to)));
    }

    @TransactionalEventListener
    void wanted(RehearsalClock.Wanted wanted) {
        var playing = player.submit(() -> playTo(wanted.to()));
        if (!anythingUpTo(wanted.to())) await(playing);
    }

    /** Whether something is played before the clock is there, so that it takes a while. */
    private boolean anythingUpTo(Instant to) {
        var folder = province.get();
        return folder != null
                && acts(folder).stream()
                        .anyMatch(act ->
                                act.at().isAfter(clock.now()) && !act.at().isAfter(to));
    }

    private static void await(Future<?> playing) {
        try {
            playing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Plays everything up to then, in the order of time, and sets the clock there. */
    public void playTo(Instant to) {
        try {
            var folder = province.get();
            if (folder != null)
                for (var act : acts(folder)) {
                    if (act.at().isAfter(to)) break;
                    clock.advance(act.at());
                    act.play().run();
                }
            clock.advance(to);
        } catch (RuntimeException broken) {
            LOG.error("the rehearsal was not played to {}", to, broken);
            throw broken;
        }
    }

    private List<Act> acts(Path folder) {
        return List.of(
                act("09-05", "其他县市区和各市报送", "the other units submit", () -> submit(folder)),
                act("09-09", "番禺报送（仅自动演练）", "Panyu submits, if it is played, too", () -> carry(folder)),
                act("09-25", "各市初审", "the cities review", () -> review(folder, Layer.CITY)),
                act("10-25", "省级审核", "the province reviews", () -> review(folder, Layer.PROVINCE)),
                act("11-05", "抽取实地抽查样本", "the sample of on-site checks is drawn", () -> sample(folder)),
                act("11-12", "实地核查和会签", "visits, and countersignatures", () -> visit(folder)),
                act("11-25", "实地抽查认定", "what was found on site is decided on", () -> review(folder, Layer.ONSITE)),
                act("12-05", "满意度结果导入", "the survey's results come in", () -> officials.survey(round(), folder)),
                act("12-12", "督导委合议", "the committee deliberates", () -> officials.deliberate(round(), folder)),
                act(
                        "12-20",
                        "提请并确认发布，12-25 09:00 生效",
                        "two persons release, in force from 12-25 09:00",
                        () -> officials.release(round())),
                act("12-25", "发布生效", "the release is in force", () -> {}));
    }

    private static Act act(String day, String zh, String en, Runnable play) {
        return new Act(Instant.parse("2020-" + day + "T02:00:00Z"), new Sentence(zh, en), play);
    }

    @Override
    public List<RehearsalClock.Stop> stops() {
        var folder = province.get();
        return folder == null
                ? List.of()
                : acts(folder).stream()
                        .map(act -> new RehearsalClock.Stop(act.at(), act.what()))
                        .toList();
    }

    private void carry(Path folder) {
        if (autoplay) rehearsal.carry(folder);
    }

    private void submit(Path folder) {
        var findings = new Findings();
        var played = Played.read(Folder.of(folder, findings), findings);
        each((round, unit) -> {
            var of = played.get(unit.code());
            if (of != null && !unit.code().equals(Opening.COUNTY)) others.submit(round, unit, of);
        });
    }

    private void review(Path folder, Layer layer) {
        var findings = new Findings();
        var played = PlayedReviews.read(Folder.of(folder, findings), findings);
        reviewers.staff(stage.rounds().units(round()));
        each((round, unit) -> {
            var of = played.getOrDefault(unit.code(), new PlayedReviews(Map.of(), List.of()));
            if (of.verdicts().containsKey(layer)) reviewers.review(round, unit, layer, of);
        });
    }

    private void sample(Path folder) {
        var visited = onSite(folder).keySet();
        officials.sample(round(), visited);
    }

    private void visit(Path folder) {
        var words = onSite(folder);
        each((round, unit) -> officials.visit(
                round,
                unit,
                words.getOrDefault(unit.code(), Map.of()),
                autoplay || !unit.code().equals(Opening.COUNTY)));
    }

    /** What was found on site in the example, by unit and point. */
    private static Map<String, Map<String, String>> onSite(Path folder) {
        var findings = new Findings();
        var words = new TreeMap<String, Map<String, String>>();
        PlayedReviews.read(Folder.of(folder, findings), findings).forEach((unit, played) -> {
            var said = played.findings();
            if (!said.isEmpty()) words.put(unit, said);
        });
        return words;
    }

    /** A few units at once, each on its own; the first that fails ends the rest. */
    private void each(BiConsumer<HeldRound, Unit> play) {
        var round = round();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var playing = stage.rounds().units(round).stream()
                    .map(unit -> hands.submit(() -> play.accept(round, unit)))
                    .toList();
            playing.forEach(Script::await);
        }
    }

    private HeldRound round() {
        return stage.rounds().get(Opening.ROUND);
    }

    @Override
    public void destroy() {
        player.shutdownNow();
    }
}
