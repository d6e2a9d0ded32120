package pingheng.rehearsal;

import static java.time.ZoneOffset.UTC;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.duty.Duties;
import pingheng.duty.DutyRow;
import pingheng.duty.Obligation;
import pingheng.framework.Department;
import pingheng.framework.Point;
import pingheng.framework.published.Frameworks;
import pingheng.framework.published.HandedInFramework;
import pingheng.people.Body;
import pingheng.people.Level;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Staffing;
import pingheng.people.Unit;
import pingheng.people.UnitSheet;
import pingheng.people.Visitor;
import pingheng.people.account.Accounts;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.Plan;
import pingheng.round.Planning;
import pingheng.round.RequestContext;
import pingheng.round.Round;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.round.table.RoundSheet;
import pingheng.sheet.Folder;
import pingheng.text.Coded;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

/** Opens a rehearsal out of folders: the province, its bodies and posts, the cast, and each round with its dates. */
@Service
public class Opening {
    /** When a rehearsal begins: the morning two days before the departments' material is due. */
    public static final Instant BEGINS = Instant.parse("2020-08-18T01:00:00Z");

    /** When one begins that has the year before behind it, as it begins itself. */
    public static final Instant BEGINS_EARLIER = Instant.parse("2019-08-01T01:00:00Z");

    /** The round that is rehearsed. */
    static final RoundCode ROUND = new RoundCode("GD-2020");

    /** The county that the visitors of a rehearsal play. */
    public static final UnitCode COUNTY = new UnitCode("440113");

    private static final Unit PROVINCE = new Unit(new UnitCode("440000"), "广东省", Level.PROVINCE, null, "");
    private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);

    /** The days of the year that is rehearsed; those of another are as many years before. */
    private static final Map<Stage, LocalDate> DUE = Map.of(
            Stage.PLAN, LocalDate.of(2020, 8, 10),
            Stage.MATERIAL, LocalDate.of(2020, 8, 20),
            Stage.SUBMISSION, LocalDate.of(2020, 9, 10),
            Stage.CITY_REVIEW, LocalDate.of(2020, 9, 30),
            Stage.PROVINCE_REVIEW, LocalDate.of(2020, 10, 30),
            Stage.ONSITE, LocalDate.of(2020, 11, 30));

    private final Staffing staffing;
    private final Accounts accounts;
    private final People people;
    private final Frameworks frameworks;
    private final Planning planning;
    private final Rounds rounds;
    private final Duties duties;
    private final Clock clock;

    Opening(
            Staffing staffing,
            Accounts accounts,
            People people,
            Frameworks frameworks,
            Planning planning,
            Rounds rounds,
            Duties duties,
            Clock clock) {
        this.staffing = staffing;
        this.accounts = accounts;
        this.people = people;
        this.frameworks = frameworks;
        this.planning = planning;
        this.rounds = rounds;
        this.duties = duties;
        this.clock = clock;
    }

    /** Puts everybody on their posts unless they are there; throws {@code Refused} when the folder is not in order. */
    @Transactional
    public void people(Path directory) {
        if (people.unit(PROVINCE.code()).isPresent()) return;
        var findings = new Findings();
        var folder = Folder.of(directory, findings);
        findings.refuse();
        var units = UnitSheet.read(folder).all();
        var cast = CastSheet.read(folder.folder("cast"));
        findings.refuse();

        staffing.units(PROVINCE, units);
        var codes = Stream.concat(Stream.of(PROVINCE.code()), units.stream().map(Unit::code))
                .collect(Collectors.toSet());
        staff(cast.of(codes));
        offices(units, cast);
    }

    /** Opens the round of the folder, with everybody on their posts, unless it is open. */
    @Transactional
    public void open(Path directory) {
        people(directory);
        if (held(ROUND).isPresent()) return;
        var findings = new Findings();
        var cast = CastSheet.read(Folder.of(directory, findings).folder("cast"));
        findings.refuse();
        obligations(round(directory), cast);
    }

    /** Opens the round of another folder, in which everybody is on the same posts, unless it is open. */
    @Transactional
    public HeldRound another(Path directory) {
        return held(settings(directory).code()).orElseGet(() -> round(directory));
    }

    /** The round of another folder; empty when nobody has opened it. */
    Optional<HeldRound> held(Path directory) {
        return held(settings(directory).code());
    }

    private Optional<HeldRound> held(RoundCode code) {
        return rounds.all().stream().filter(round -> round.code().equals(code)).findFirst();
    }

    private HeldRound round(Path directory) {
        var round = settings(directory);
        return planning.open(visitor(new Login("province")), new Plan(round, frameworks(directory), due(round)));
    }

    private static Round settings(Path directory) {
        var findings = new Findings();
        var round = RoundSheet.read(Folder.of(directory, findings));
        findings.refuse();
        return round;
    }

    private static Map<Stage, LocalDate> due(Round round) {
        var due = new EnumMap<Stage, LocalDate>(Stage.class);
        DUE.forEach((stage, day) ->
                due.put(stage, day.plusYears(round.year() - BEGINS.atZone(UTC).getYear())));
        return due;
    }

    /** Imports the responsibility table of the county, as the framework names the kinds of departments. */
    @Transactional
    public void assign(HeldRound round) {
        var unit = people.unit(COUNTY).orElseThrow();
        var bodies = people.bodies(COUNTY);
        var rows = new ArrayList<DutyRow>();
        for (var point : Duties.owed(rounds.framework(round, unit)))
            rows.add(new DutyRow(
                    point.code(),
                    named(point.lead(), bodies, List.of()),
                    named(point.cooperating(), bodies, named(point.lead(), bodies, List.of())),
                    List.of(),
                    "",
                    Place.file("points.tsv")));
        duties.replace(asked(round, unit), rows);
    }

    /** The round that is rehearsed; it must be open. */
    HeldRound rehearsed() {
        return rounds.get(ROUND);
    }

    /** The visitor that the office of the county is. */
    public Visitor office() {
        return visitor(new Login("office"));
    }

    private RequestContext asked(HeldRound round, Unit unit) {
        return new RequestContext(office(), round, unit, clock.instant());
    }

    /** The person of the cast with this sign-in name, on their first post; refused when visitors have dismissed them from it. */
    public Visitor visitor(Login login) {
        return holder(login).orElseThrow(() -> nobody(accounts.name(login).orElse("")));
    }

    Optional<Visitor> holder(Login login) {
        return people.held(login).stream()
                .findFirst()
                .map(post -> new Visitor(login, accounts.name(login).orElseThrow(), post));
    }

    static Refused nobody(String name) {
        return new Refused(Reason.conflict(
                "rehearsal.nobody",
                "演练人员 %1$s 已不在岗，没有代办",
                "%1$s of the rehearsal is on no post any more: nothing was done for them",
                name));
    }

    /** Published by the province, one for each level. */
    private Map<Level, String> frameworks(Path directory) {
        var published = new EnumMap<Level, String>(Level.class);
        for (var level : Level.EVALUATED) {
            if (!Files.isDirectory(directory.resolve(level.code()))) continue;
            var tables = HandedInFramework.in(directory.resolve(level.code()), new Findings());
            var id = frameworks.publish(visitor(new Login("province")), tables);
            published.put(level, frameworks.get(id).digest());
        }
        return published;
    }

    private void staff(CastSheet cast) {
        var bodies = new HashMap<String, BodyId>();
        for (var one : cast.bodies())
            bodies.put(one.body().division() + one.body().name(), staffing.body(one.body()));
        for (var post : cast.posts()) {
            var body = bodies.get(post.division() + post.body());
            if (body == null) throw new IllegalStateException("no body " + post.body());
            appoint(staffing.post(body, post.title(), post.role()), post.login(), post.name());
            if (!post.hint().zh().isEmpty()) accounts.cast(post.login(), post.hint());
        }
    }

    /** Every other county has an office, with somebody in it. */
    private void offices(List<Unit> units, CastSheet cast) {
        var staffed = cast.bodies().stream().map(one -> one.body().division()).toList();
        for (var unit : units) {
            if (staffed.contains(unit.code())) continue;
            var body =
                    staffing.body(new Body(BodyId.NEW, unit.code(), "履行教育职责评价领导小组办公室", "领导小组办公室", "督导室", false, true));
            appoint(
                    staffing.post(body, "办公室专职", Role.OFFICE),
                    new Login("office-" + unit.code()),
                    unit.name() + "办公室专职");
        }
    }

    private void appoint(PostId post, Login login, String name) {
        if (accounts.name(login).isEmpty()) accounts.add(login, name);
        staffing.appoint(login, post, SINCE);
    }

    private void obligations(HeldRound round, CastSheet cast) {
        var unit = people.unit(COUNTY).orElseThrow();
        var byName = new HashMap<String, BodyId>();
        for (var body : people.bodies(COUNTY)) byName.put(body.name(), body.id());
        for (var one : cast.bodies())
            for (var owed : one.owes()) {
                var body = byName.get(one.body().name());
                if (body != null)
                    duties.oblige(
                            asked(round, unit),
                            body,
                            Coded.of(Obligation.class, owed).orElseThrow(),
                            true);
            }
    }

    /** The names of the bodies of these kinds; a group is every body of its kind, where it has any. */
    private static List<String> named(List<Point.Responsible> responsible, List<Body> bodies, List<String> without) {
        return responsible.stream()
                .map(Point.Responsible::department)
                .map(Department::kind)
                .flatMap(kind -> bodies.stream().filter(body -> body.kind().equals(kind)))
                .map(Body::name)
                .filter(name -> !without.contains(name))
                .distinct()
                .toList();
    }
}
