package pingheng.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.rehearsal.act.Act;
import pingheng.rehearsal.act.Acts;
import pingheng.rehearsal.act.Left;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RehearsalClock;

/**
 * What others do in a rehearsal and when. Where the clock is wanted later, everything due until then is played in its order, one unit in
 * a transaction, while the pages go on answering and the clock waits; killed in the middle, it goes on after the next start.
 */
@Service
public class Script implements RehearsalClock.Stops, DisposableBean {
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
    private final Acts acts;
    private final ExecutorService player = Executors.newSingleThreadExecutor();
    private final AtomicReference<@Nullable Path> province = new AtomicReference<>();
    private volatile boolean autoplay;

    Script(
            RehearsalClock clock,
            Opening opening,
            Rehearsal rehearsal,
            Ensemble ensemble,
            Officials officials,
            Acts acts) {
        this.clock = clock;
        this.opening = opening;
        this.rehearsal = rehearsal;
        this.ensemble = ensemble;
        this.officials = officials;
        this.acts = acts;
    }

    /**
     * Plays by the folder of this province from now on, also the county of the visitors if told so: first whatever is due and was not
     * played, whoever has moved the clock there, then on to where the clock is wanted.
     */
    public void by(Path folder, boolean withTheirs) {
        autoplay = withTheirs;
        province.set(folder);
        var to = clock.wanted().orElse(clock.now());
        if (!anythingUpTo(to)) {
            clock.advance(to);
            return;
        }
        var _ = later(to);
    }

    /** The clock waits until the script may be played from its beginning, for whoever prepares the rehearsal. */
    public RehearsalClock.Hold preparing() {
        return clock.hold(Reason.conflict(
                "round.clock-preparing", "演练还在准备，准备好再拨", "The rehearsal is being prepared: move it then"));
    }

    @TransactionalEventListener
    void wanted(RehearsalClock.Wanted wanted) {
        boolean anything = anythingUpTo(wanted.to());
        var playing = later(wanted.to());
        if (!anything) Ensemble.await(playing);
    }

    private Future<?> later(Instant to) {
        var hold = clock.hold(
                Reason.conflict("round.clock-playing", "正在演到 %1$s，演完再拨", "On the way to %1$s: move it then", to));
        return player.submit(() -> {
            try {
                playTo(to);
            } finally {
                hold.close();
            }
        });
    }

    /** Whether something is played before the clock is there, so that it takes a while. */
    private boolean anythingUpTo(Instant to) {
        var folder = province.get();
        if (folder == null) return false;
        var played = acts.played(Opening.ROUND);
        return acts(folder).stream().anyMatch(act -> !act.due().isAfter(to) && !played.containsKey(act.code()));
    }

    /** Plays everything that is due then and was not played, in the order of time, and sets the clock there; one at a time. */
    public synchronized void playTo(Instant to) {
        try {
            var folder = province.get();
            if (folder != null) acts.play(Opening.ROUND, acts(folder), to);
            clock.advance(to);
        } catch (RuntimeException broken) {
            LOG.error("the rehearsal was not played to {}", to, broken);
            throw broken;
        }
    }

    /**
     * Plays the round of a year before from its opening to a release in force, then sets the clock to when the rehearsal begins. Does
     * nothing once that is behind; killed in the middle, it goes on. Meanwhile the clock waits.
     */
    public void playEarlier(Path province, Path earlier) {
        boolean begun = !clock.now().isBefore(Opening.BEGINS);
        if (!begun) opening.people(province);
        var round = begun ? opening.held(earlier) : Optional.of(opening.another(earlier));
        if (round.isEmpty() || begun && officials.released(round.get())) return;
        var hold = clock.hold(Reason.conflict(
                "round.clock-earlier",
                "正在演上一年度（到发布为止，通常几分钟之内），演完再拨",
                "The year before is being played until it is released, which takes minutes: move it then"));
        try {
            var last = RELEASED_EARLIER.effective();
            acts.play(round.get().code(), earlierActs(round.get(), earlier), last);
            clock.advance(Opening.BEGINS);
        } finally {
            hold.close();
        }
    }

    private List<Act> earlierActs(HeldRound round, Path folder) {
        var reported = List.of(
                act("assign", "2019-08-20", "分工", "duties are assigned", () -> one(() -> opening.assign(round))),
                act(
                        "submit",
                        "2019-09-05",
                        "报送",
                        "all submit",
                        () -> one(() -> rehearsal.carry(round, folder)).and(ensemble.submit(round, folder))));
        var decided = List.of(
                act(
                        "deliberate",
                        "2020-02-25",
                        "督导委合议",
                        "the committee deliberates",
                        () -> officials.deliberate(round, folder)),
                act(
                        "release",
                        "2020-03-02",
                        "发布",
                        "two persons release",
                        () -> one(() -> officials.release(round, RELEASED_EARLIER))));
        return Stream.of(reported, reviewed("2019", () -> round, folder, true), decided)
                .flatMap(List::stream)
                .toList();
    }

    private List<Act> acts(Path folder) {
        var reported = List.of(
                act(
                        "submit",
                        "2020-09-05",
                        "其他县市区和各市报送",
                        "the other units submit",
                        () -> ensemble.submit(round(), folder)),
                act(
                        "carry",
                        "2020-09-09",
                        "番禺报送（仅自动演练）",
                        "Panyu submits, if it is played, too",
                        () -> one(() -> carry(folder))));
        return Stream.of(reported, reviewed("2020", this::round, folder, autoplay), decided(folder), followed())
                .flatMap(List::stream)
                .toList();
    }

    /** What the layers above do, each year on the same days. */
    private List<Act> reviewed(String year, Supplier<HeldRound> round, Path folder, boolean withTheirs) {
        return List.of(
                act(
                        "city",
                        year + "-09-25",
                        "各市初审",
                        "the cities review",
                        () -> ensemble.review(round.get(), folder, Layer.CITY)),
                act(
                        "province",
                        year + "-10-25",
                        "省级审核",
                        "the province reviews",
                        () -> ensemble.review(round.get(), folder, Layer.PROVINCE)),
                act(
                        "sample",
                        year + "-11-05",
                        "抽取实地抽查样本",
                        "the sample is drawn",
                        () -> ensemble.sample(round.get(), folder)),
                act(
                        "visit",
                        year + "-11-12",
                        "实地核查和会签",
                        "visits, and countersignatures",
                        () -> ensemble.visit(round.get(), folder, withTheirs)),
                act(
                        "onsite",
                        year + "-11-25",
                        "实地抽查认定",
                        "on-site decisions",
                        () -> ensemble.review(round.get(), folder, Layer.ONSITE)));
    }

    private List<Act> decided(Path folder) {
        return List.of(
                act(
                        "survey",
                        "2020-12-05",
                        "满意度结果导入",
                        "the survey's results come in",
                        () -> one(() -> officials.survey(round(), folder))),
                act(
                        "deliberate",
                        "2020-12-12",
                        "督导委合议",
                        "the committee deliberates",
                        () -> officials.deliberate(round(), folder)),
                act(
                        "release",
                        "2020-12-20",
                        "提请并确认发布，12-25 09:00 生效",
                        "two persons release, in force from 12-25 09:00",
                        () -> one(() -> officials.release(round(), RELEASED))),
                act("force", "2020-12-25", "发布生效", "the release is in force", () -> Left.NOTHING));
    }

    private List<Act> followed() {
        return List.of(
                act("letters", "2020-12-28", "印发意见书", "letters are issued", () -> ensemble.write(round())),
                act("plan", "2021-01-10", "制定整改措施", "measures are planned", () -> ensemble.plan(round(), autoplay)),
                act("prove", "2021-02-08", "报送整改证明", "proofs are handed in", () -> ensemble.prove(round(), autoplay)),
                act("check", "2021-02-20", "省级复查", "the province re-checks", () -> ensemble.check(round())));
    }

    private static Act act(String code, String day, String zh, String en, Supplier<Left> play) {
        return new Act(code, Instant.parse(day + "T02:00:00Z"), new Sentence(zh, en), play);
    }

    /** An act in one step. */
    private static Left one(Runnable step) {
        return Left.unlessRefused("", step);
    }

    @Override
    public List<RehearsalClock.Stop> stops() {
        var folder = province.get();
        if (folder == null) return List.of();
        var played = acts.played(Opening.ROUND);
        return acts(folder).stream()
                .map(act -> {
                    var left = played.get(act.code());
                    return new RehearsalClock.Stop(
                            act.due(), act.what(), left != null, left == null ? Left.NOTHING.first() : left.told());
                })
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
