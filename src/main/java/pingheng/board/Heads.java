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
import pingheng.people.pages.VisitorArgument;
import pingheng.problem.Sentence;
import pingheng.result.release.Releases;
import pingheng.review.Reviewing;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.Lock;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.round.pages.Where;
import pingheng.time.Mode;

/** Fills the masthead of every page: who, where to, which phase, due when, locked when, how many days are left. */
@Component
class Heads implements Mastheads {
    private static final Pattern ADDRESS = Pattern.compile("/r/([^/]+)/([0-9]{6})(?:/.*)?");
    private static final Pattern IN_ROUND = Pattern.compile("/r/([^/]+)/.*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);

    private final VisitorArgument visitors;
    private final Rounds rounds;
    private final People people;
    private final Releases releases;
    private final Clock clock;
    private final Mode mode;

    Heads(VisitorArgument visitors, Rounds rounds, People people, Releases releases, Clock clock, Mode mode) {
        this.visitors = visitors;
        this.rounds = rounds;
        this.people = people;
        this.releases = releases;
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public Masthead of(HttpServletRequest request) {
        return visitors.visitor(request)
                .map(visitor -> of(visitor, request.getRequestURI()))
                .orElseGet(() -> VisitorArgument.signedIn()
                        .map(person -> without(person.name()))
                        .orElse(Masthead.empty(mode.rehearsal())));
    }

    /** Signed in without a post: nowhere to go but out. */
    private Masthead without(String name) {
        return new Masthead(same(name), null, List.of(), null, false, mode.rehearsal(), mode.rehearsal());
    }

    private Masthead of(Visitor visitor, String path) {
        var who = visitor.name() + " · " + visitor.post().body().shortName()
                + visitor.post().title();
        var address = IN_ROUND.matcher(path);
        var all = rounds.all();
        var round = all.stream()
                .filter(held -> address.matches() && held.code().equals(address.group(1)))
                .findFirst()
                .or(() -> all.stream().findFirst());
        var unit = people.unit(visitor.unit()).orElseThrow();
        var lock = round.flatMap(held -> next(held, unit));
        return new Masthead(
                same(who),
                same(unit.name()),
                links(visitor, round, unit, path),
                lock.map(this::phase).orElse(null),
                lock.map(one -> left(one) <= 3).orElse(false),
                round.map(held -> !held.settings().official()).orElse(mode.rehearsal()),
                mode.rehearsal());
    }

    /** The tabs of the unit that is looked at, if the visitor may see it; otherwise those of their own. */
    private List<Masthead.Link> links(Visitor visitor, Optional<HeldRound> round, Unit unit, String path) {
        var links = new ArrayList<Masthead.Link>();
        links.add(new Masthead.Link("/", new Sentence("我的工作台", "My desk"), path.equals("/")));
        var shown = visited(visitor, path).or(() -> Optional.of(unit).filter(own -> visitor.ownsUnit(own.code())));
        if (shown.isPresent() && round.isPresent()) {
            var base = Where.path(round.get(), shown.get());
            var overview = new Sentence(
                    visitor.ownsUnit(shown.get().code()) ? "全县一览" : shown.get().name() + "一览", "Overview");
            links.add(new Masthead.Link(base, overview, path.equals(base) || path.startsWith(base + "/points")));
            add(links, base, path, "matrix", "分工表", "Responsibilities");
            add(links, base, path, "figures", "数据", "Figures");
            add(links, base, path, "summaries", "工作小结", "Summaries");
            add(links, base, path, "submission", "审定报送", "Submission");
            add(links, base, path, "urgings", "督办", "Urgings");
            for (var layer : List.of(Layer.CITY, Layer.PROVINCE, Layer.ONSITE))
                if (Reviewing.whyNotSee(visitor, shown.get(), layer).isEmpty())
                    add(links, base, path, "review/" + layer.code(), layer.zh(), layer.en());
            if (releases.inForce(round.get()).isPresent()) add(links, base, path, "dossier", "得分说明", "Derivations");
            add(links, base, path, "framework", "指标体系", "Framework");
            add(links, base, path, "ledger", "台账", "Ledger");
        }
        if (round.filter(held -> releases.inForce(held).isPresent()).isPresent())
            add(links, "/r/" + round.get().code(), path, "ranking", "排名", "Ranking");
        if (visitor.is(Role.PROVINCE)) {
            if (round.isPresent()) add(links, "/r/" + round.get().code(), path, "results", "结果", "Results");
            round.ifPresent(held -> add(links, "/r/" + held.code(), path, "survey", "满意度", "Survey"));
            round.ifPresent(held -> add(links, "/r/" + held.code(), path, "deliberation", "合议", "Deliberation"));
            add(links, "", path, "rounds", "年度", "Rounds");
            add(links, "", path, "frameworks", "指标体系", "Frameworks");
            add(links, "/people", path, "offices", "各级办公室", "Offices");
        }
        if (!visitor.is(Role.COMMITTEE))
            round.ifPresent(held -> add(links, "/r/" + held.code(), path, "visits", "实地抽查", "On-site checks"));
        if (visitor.is(Role.COMMITTEE))
            round.ifPresent(held -> add(links, "/r/" + held.code(), path, "deliberation", "合议", "Deliberation"));
        else if (!visitor.is(Role.INSPECTOR)) add(links, "/people", path, unit.code(), "人员", "People");
        return links;
    }

    private Optional<Unit> visited(Visitor visitor, String path) {
        var address = ADDRESS.matcher(path);
        return address.matches()
                ? people.unit(address.group(2))
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
