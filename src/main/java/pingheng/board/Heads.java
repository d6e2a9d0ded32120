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
import java.util.stream.Stream;
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
import pingheng.review.Reviews;
import pingheng.round.HeldRound;
import pingheng.round.HeldRound.UnitRound;
import pingheng.round.Layer;
import pingheng.round.Lock;
import pingheng.round.Milestones;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.round.pages.RequestContextArgument;
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
    private final Outlooks outlooks;
    private final People people;
    private final Letters letters;
    private final Clock clock;
    private final Mode mode;

    Heads(VisitorArgument visitors, Outlooks outlooks, People people, Letters letters, Clock clock, Mode mode) {
        this.visitors = visitors;
        this.outlooks = outlooks;
        this.people = people;
        this.letters = letters;
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public Masthead of(HttpServletRequest request) {
        return visitors.visitor(request)
                .map(visitor -> of(outlooks.of(request, visitor), request))
                .orElseGet(() -> VisitorArgument.signedIn()
                        .map(person -> without(person.name(), person.login()))
                        .orElse(Masthead.empty(mode.rehearsal())));
    }

    /** Signed in without a post: nowhere to go but out. */
    private Masthead without(String name, Login login) {
        return new Masthead(same(name), null, List.of(), null, false, mode.rehearsal(), mode.rehearsal(), login.text());
    }

    private Masthead of(Outlook outlook, HttpServletRequest request) {
        var visitor = outlook.visitor();
        var unit = outlook.unit();
        var who = visitor.name() + " · " + visitor.post().body().shortName()
                + visitor.post().title();
        var address = IN_ROUND.matcher(request.getRequestURI());
        var round = outlook.rounds().stream()
                .map(UnitRound::round)
                .filter(held -> address.matches() && held.code().text().equals(address.group(1)))
                .findFirst()
                .or(outlook::newest);
        var lock = round.flatMap(outlook::of).flatMap(held -> next(held.dates()));
        return new Masthead(
                same(who),
                same(unit.name()),
                links(outlook, round, request),
                lock.map(this::phase).orElse(null),
                lock.map(one -> left(one) <= 3).orElse(false),
                round.map(held -> !held.settings().official()).orElse(mode.rehearsal()),
                mode.rehearsal(),
                visitor.sender());
    }

    /** Where to: the desk, the unit that is looked at or the visitor's own, the round, and what belongs to the post. */
    private List<Masthead.Link> links(Outlook outlook, Optional<HeldRound> round, HttpServletRequest request) {
        var visitor = outlook.visitor();
        var unit = outlook.unit();
        var path = request.getRequestURI();
        var links = new ArrayList<Masthead.Link>();
        links.add(new Masthead.Link("/", new Sentence("我的工作台", "My desk"), path.equals("/")));
        var shown = visited(outlook, request).or(() -> Optional.of(unit).filter(own -> visitor.ownsUnit(own.code())));
        if (round.isPresent()) {
            boolean inForce = outlook.inForce(round.get());
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

    private Optional<Unit> visited(Outlook outlook, HttpServletRequest request) {
        var address = ADDRESS.matcher(request.getRequestURI());
        return address.matches()
                ? unit(outlook, request, new UnitCode(address.group(2)))
                        .filter(unit -> unit.evaluated()
                                && outlook.visitor().whyNotSee(unit).isEmpty())
                : Optional.empty();
    }

    /** The unit of the address, which the page has looked up where it is one of a unit. */
    private Optional<Unit> unit(Outlook outlook, HttpServletRequest request, UnitCode code) {
        if (outlook.unit().code().equals(code)) return Optional.of(outlook.unit());
        return RequestContextArgument.found(request)
                .map(RequestContext::unit)
                .filter(one -> one.code().equals(code))
                .or(() -> people.unit(code));
    }

    private static void add(List<Masthead.Link> links, String base, String path, String name, String zh, String en) {
        var href = base + "/" + name;
        links.add(new Masthead.Link(href, new Sentence(zh, en), path.startsWith(href)));
    }

    /** The next stage that locks. */
    private Optional<Lock> next(Milestones dates) {
        var now = clock.instant();
        return Stream.of(Stage.values())
                .filter(Stage::locks)
                .flatMap(stage -> dates.lock(stage).stream())
                .filter(lock -> lock.open(now))
                .findFirst();
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
