package pingheng.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RehearsalClock;

/**
 * What others do in a rehearsal and when. Where the clock is wanted later, everything up to then is played in its order, one unit in a
 * transaction, while the pages go on answering; killed in the middle, it goes on after the next start.
 */
@Service
public class Script implements RehearsalClock.Stops, DisposableBean {
    /** One thing that happens at a set time; what has happened already does not happen again. */
    private record Act(Instant at, Sentence what, Runnable play) {}

    private static final Logger LOG = LoggerFactory.getLogger(Script.class);
    private static final Officials.Dated RELEASED =
            new Officials.Dated(LocalDate.of(2020, 12, 19), Instant.parse("2020-12-25T01:00:00Z"));
    private static final Officials.Dated RELEASED_EARLIER =
            new Officials.Dated(LocalDate.of(2020, 3, 2), Instant.parse("2020-03-10T01:00:00Z"));

    private final RehearsalClock clock;
    private final Opening opening;
    private final Rehearsal rehearsal;
    private final Ensemble ensemble;
    private final Officials officials;
    private final ExecutorService player = Executors.newSingleThreadExecutor();
    private final AtomicReference<@Nullable Path> province = new AtomicReference<>();
    private volatile boolean autoplay;

    Script(RehearsalClock clock, Opening opening, Rehearsal rehearsal, Ensemble ensemble, Officials officials) {
        this.clock = clock;
        this.opening = opening;
        this.rehearsal = rehearsal;
        this.ensemble = ensemble;
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
        if (!anythingUpTo(wanted.to())) Ensemble.await(playing);
    }

    /** Whether something is played before the clock is there, so that it takes a while. */
    private boolean anythingUpTo(Instant to) {
        var folder = province.get();
        return folder != null
                && acts(folder).stream()
                        .anyMatch(act ->
                                act.at().isAfter(clock.now()) && !act.at().isAfter(to));
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

    /**
     * Plays the round of a year before from its opening to a release in force, then sets the clock to when the rehearsal begins. Does
     * nothing once the clock is there; killed in the middle, it goes on.
     */
    public void playEarlier(Path province, Path earlier) {
        if (!clock.now().isBefore(Opening.BEGINS)) return;
        opening.people(province);
        var round = opening.another(earlier);
        var acts = earlierActs(round, earlier);
        for (int i = 0; i < acts.size(); i++) {
            boolean over = i + 1 < acts.size() && !acts.get(i + 1).at().isAfter(clock.now());
            if (over) continue;
            clock.advance(acts.get(i).at());
            acts.get(i).play().run();
        }
        clock.advance(Opening.BEGINS);
    }

    private List<Act> earlierActs(HeldRound round, Path folder) {
        return List.of(
                act("2019-08-20", "分工", "duties are assigned", () -> opening.assign(round)),
                act("2019-09-05", "报送", "all submit", () -> {
                    rehearsal.carry(round, folder);
                    ensemble.submit(round, folder);
                }),
                act("2019-09-25", "各市初审", "the cities review", () -> ensemble.review(round, folder, Layer.CITY)),
                act("2019-10-25", "省级审核", "the province reviews", () -> ensemble.review(round, folder, Layer.PROVINCE)),
                act("2019-11-05", "抽样", "the sample is drawn", () -> ensemble.sample(round, folder)),
                act("2019-11-12", "实地核查", "visits", () -> ensemble.visit(round, folder, true)),
                act("2019-11-25", "实地认定", "on-site decisions", () -> ensemble.review(round, folder, Layer.ONSITE)),
                act("2020-02-25", "督导委合议", "the committee deliberates", () -> officials.deliberate(round, folder)),
                act("2020-03-02", "发布", "two persons release", () -> officials.release(round, RELEASED_EARLIER)));
    }

    private List<Act> acts(Path folder) {
        return List.of(
                act("2020-09-05", "其他县市区和各市报送", "the other units submit", () -> ensemble.submit(round(), folder)),
                act("2020-09-09", "番禺报送（仅自动演练）", "Panyu submits, if it is played, too", () -> carry(folder)),
                act("2020-09-25", "各市初审", "the cities review", () -> ensemble.review(round(), folder, Layer.CITY)),
                act(
                        "2020-10-25",
                        "省级审核",
                        "the province reviews",
                        () -> ensemble.review(round(), folder, Layer.PROVINCE)),
                act("2020-11-05", "抽取实地抽查样本", "the sample is drawn", () -> ensemble.sample(round(), folder)),
                act(
                        "2020-11-12",
                        "实地核查和会签",
                        "visits, and countersignatures",
                        () -> ensemble.visit(round(), folder, autoplay)),
                act("2020-11-25", "实地抽查认定", "on-site decisions", () -> ensemble.review(round(), folder, Layer.ONSITE)),
                act("2020-12-05", "满意度结果导入", "the survey's results come in", () -> officials.survey(round(), folder)),
                act("2020-12-12", "督导委合议", "the committee deliberates", () -> officials.deliberate(round(), folder)),
                act(
                        "2020-12-20",
                        "提请并确认发布，12-25 09:00 生效",
                        "two persons release, in force from 12-25 09:00",
                        () -> officials.release(round(), RELEASED)),
                act("2020-12-25", "发布生效", "the release is in force", () -> {}),
                act("2020-12-28", "印发意见书", "letters are issued", () -> ensemble.write(round())),
                act("2021-01-10", "制定整改措施", "measures are planned", () -> ensemble.plan(round(), autoplay)),
                act("2021-02-08", "报送整改证明", "proofs are handed in", () -> ensemble.prove(round(), autoplay)),
                act("2021-02-20", "省级复查", "the province re-checks", () -> ensemble.check(round())));
    }

    private static Act act(String day, String zh, String en, Runnable play) {
        return new Act(Instant.parse(day + "T02:00:00Z"), new Sentence(zh, en), play);
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

    private HeldRound round() {
        return opening.rehearsed();
    }

    @Override
    public void destroy() {
        player.shutdownNow();
    }
}
