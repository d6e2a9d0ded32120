package pingheng.board;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import pingheng.page.Masthead;
import pingheng.page.Mastheads;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.acts.VisitorArgument;
import pingheng.problem.Sentence;
import pingheng.rectification.Letters;
import pingheng.result.release.Released;
import pingheng.review.Reviews;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.Lock;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.time.Mode;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** Fills the masthead of every page: who, where to, which phase, due when, locked when, how many days are left. */
@Component
class Heads implements Mastheads {
    private static final Pattern ADDRESS = Pattern.compile("/r/([^/]+)/([0-9]{6})(?:/.*)?");
    private static final Pattern IN_ROUND = Pattern.compile("/r/([^/]+)/.*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);

    private final VisitorArgument visitors;
    private final Rounds rounds;
    private final People people;
    private final Released released;
    private final Letters letters;
    private final Clock clock;
    private final Mode mode;

    Heads(
            VisitorArgument visitors,
            Rounds rounds,
            People people,
            Released released,
            Letters letters,
            Clock clock,
            Mode mode) {
        this.visitors = visitors;
        this.rounds = rounds;
        this.people = people;
        this.released = released;
        this.letters = letters;
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public Masthead of(HttpServletRequest request) {
        return visitors.visitor(request)
                .map(visitor -> of(visitor, request.getRequestURI()))
                .orElseGet(() -> VisitorArgument.signedIn()
                        .map(person -> without(person.name(), person.login()))
                        .orElse(Masthead.empty(mode.rehearsal())));
    }

    /** Signed in without a post: nowhere to go but out. */
    private Masthead without(String name, Login login) {
        return new Masthead(same(name), null, List.of(), null, false, mode.rehearsal(), mode.rehearsal(), login.text());
    }

    private Masthead of(Visitor visitor, String path) {
        var who = visitor.name() + " · " + visitor.post().body().shortName()
                + visitor.post().title();
        var address = IN_ROUND.matcher(path);
        var unit = people.unit(visitor.unit()).orElseThrow();
        var all = rounds.all();
        var round = all.stream()
                .filter(held -> address.matches() && held.code().text().equals(address.group(1)))
                .findFirst()
                .or(() -> visitor.ownsUnit(unit.code())
                        ? rounds.newest(unit)
                        : all.stream().findFirst());
        var lock = round.flatMap(held -> next(held, unit));
        return new Masthead(
                same(who),
                same(unit.name()),
                links(visitor, round, unit, path),
                lock.map(this::phase).orElse(null),
                lock.map(one -> left(one) <= 3).orElse(false),
                round.map(held -> !held.settings().official()).orElse(mode.rehearsal()),
                mode.rehearsal(),
                visitor.sender());
    }

    /** Where to: the desk, the unit that is looked at or the visitor's own, the round, and what belongs to the post. */
    private List<Masthead.Link> links(Visitor visitor, Optional<HeldRound> round, Unit unit, String path) {
        var links = new ArrayList<Masthead.Link>();
        links.add(new Masthead.Link("/", new Sentence("我的工作台", "My desk"), path.equals("/")));
        var shown = visited(visitor, path).or(() -> Optional.of(unit).filter(own -> visitor.ownsUnit(own.code())));
        if (round.isPresent()) {
            boolean inForce = released.inForce(round.get()).isPresent();
            shown.ifPresent(one -> ofUnit(links, visitor, round.get(), one, inForce, path));
            ofRound(links, visitor, round.get(), inForce, path);
        }
        if (visitor.is(Role.PROVINCE)) {
            add(links, "", path, "rounds", "年度", "Rounds");
            add(links, "", path, "frameworks", "指标体系", "Frameworks");
            add(links, "/people", path, "offices", "各级办公室", "Offices");
        }
        if (!visitor.is(Role.COMMITTEE) && !visitor.is(Role.INSPECTOR))
            add(links, "/people", path, unit.code().text(), "人员", "People");
        return links;
    }

    private void ofUnit(
            List<Masthead.Link> links, Visitor visitor, HeldRound round, Unit unit, boolean inForce, String path) {
        var base = RequestContext.path(round, unit);
        var overview = new Sentence(visitor.ownsUnit(unit.code()) ? "全县一览" : unit.name() + "一览", "Overview");
        links.add(new Masthead.Link(base, overview, path.equals(base) || path.startsWith(base + "/points")));
        add(links, base, path, "matrix", "分工表", "Responsibilities");
        add(links, base, path, "figures", "数据", "Figures");
        add(links, base, path, "summaries", "工作小结", "Summaries");
        add(links, base, path, "submission", "审定报送", "Submission");
        add(links, base, path, "urgings", "督办", "Urgings");
        for (var layer : List.of(Layer.CITY, Layer.PROVINCE, Layer.ONSITE))
            if (Reviews.whyNotSee(visitor, unit, layer).isEmpty())
                add(links, base, path, "review/" + layer.code(), layer.zh(), layer.en());
        if (inForce) {
            add(links, base, path, "dossier", "得分说明", "Derivations");
            if (letters.isIssued(round, unit)) add(links, base, path, "rectification", "整改", "Rectification");
        }
        add(links, base, path, "framework", "指标体系", "Framework");
        add(links, base, path, "ledger", "台账", "Ledger");
    }

    private void ofRound(List<Masthead.Link> links, Visitor visitor, HeldRound round, boolean inForce, String path) {
        var base = "/r/" + round.code();
        if (inForce) add(links, base, path, "ranking", "排名", "Ranking");
        if (!visitor.is(Role.COMMITTEE)) add(links, base, path, "visits", "抽样核查", "Visits");
        if (visitor.is(Role.PROVINCE)) {
            add(links, base, path, "survey", "满意度", "Survey");
            add(links, base, path, "results", "结果", "Results");
        }
        if (visitor.is(Role.PROVINCE) || visitor.is(Role.COMMITTEE))
            add(links, base, path, "deliberation", "合议", "Deliberation");
        if (visitor.is(Role.PROVINCE) || visitor.is(Role.CITY))
            add(links, base, path, "rectification", "整改", "Rectification");
    }

    private Optional<Unit> visited(Visitor visitor, String path) {
        var address = ADDRESS.matcher(path);
        return address.matches()
                ? people.unit(new UnitCode(address.group(2)))
                        .filter(unit ->
                                unit.evaluated() && visitor.whyNotSee(unit).isEmpty())
                : Optional.empty();
    }

    private static void add(List<Masthead.Link> links, String base, String path, String name, String zh, String en) {
        var href = base + "/" + name;
        links.add(new Masthead.Link(href, new Sentence(zh, en), path.startsWith(href)));
    }

    /** The next stage that locks. */
    private Optional<Lock> next(HeldRound round, Unit unit) {
        var now = clock.instant();
        for (var stage : Stage.values()) {
            if (!stage.locks()) continue;
            var lock = rounds.lock(round, unit, stage);
            if (lock.isPresent() && lock.get().open(now)) return lock;
        }
        return Optional.empty();
    }

    private Sentence phase(Lock lock) {
        long left = left(lock);
        var due = lock.due();
        var week = due.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return new Sentence(
                "%s：%s（%s）24:00 锁定，%s%s"
                        .formatted(
                                lock.stage().title().zh(),
                                due.format(DAY),
                                due.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINESE),
                                left == 0 ? "今天截止" : "还有 " + left + " 天",
                                lock.extension() == null ? "" : "（已延期）"),
                "%s: locks at the end of %s %s, %s%s"
                        .formatted(
                                lock.stage().title().en(),
                                week,
                                due,
                                left == 0 ? "today" : left == 1 ? "1 day left" : left + " days left",
                                lock.extension() == null ? "" : " (extended)"));
    }

    private long left(Lock lock) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), Rounds.ZONE), lock.due());
    }

    private static Sentence same(String text) {
        return new Sentence(text, text);
    }
}
