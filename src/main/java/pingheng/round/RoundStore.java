package pingheng.round;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound.UnitRound;
import pingheng.round.setting.Credibility;
import pingheng.round.setting.OnSite;
import pingheng.text.Coded;
import pingheng.value.FrameworkId;
import pingheng.value.Login;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

@Repository
class RoundStore {
    private static final String ROUNDS = """
            select r.id, r.code, r.title_zh, r.title_en, r.year, r.zone, r.official, r.decides, r.onsite, r.credibility, r.figures, r.quorum,
                   county.framework as county, city.framework as city
              from round r
              left join round_framework county on county.round = r.id and county.level = 'county'
              left join round_framework city on city.round = r.id and city.level = 'city'
            """;

    /** The key of the days that are set for all units. */
    private static final String ALL = "";

    private final Sql db;

    RoundStore(Sql db) {
        this.db = db;
    }

    Optional<HeldRound> find(RoundCode code) {
        return db.sql(ROUNDS + " where r.code = :code").with("code", code).optional(RoundStore::held);
    }

    List<HeldRound> all() {
        return db.sql(ROUNDS + " order by r.year desc, r.id desc").list(RoundStore::held);
    }

    long add(Round round) {
        return db.sql("""
                insert into round (code, title_zh, title_en, year, zone, official, decides, onsite, credibility, figures, quorum)
                values (:code, :zh, :en, :year, :zone, :official, :decides, :onsite, :credibility, :figures, :quorum)
                returning id
                """)
                .with("code", round.code())
                .with("zh", round.title().zh())
                .with("en", round.title().en())
                .with("year", round.year(), "zone", round.zone().getId(), "official", round.official())
                .with("decides", round.decides())
                .with("onsite", round.onsite())
                .with("credibility", round.credibility(), "figures", round.figures(), "quorum", round.quorum())
                .single(Row::onlyNumber);
    }

    void framework(long round, Level level, FrameworkId framework) {
        db.sql("""
                insert into round_framework (round, level, framework)
                values (:round, :level, :framework)
                """).with("round", round, "level", level, "framework", framework).update();
    }

    /** Sets the day of a stage for all. False when another sets it at the same time. */
    boolean due(long round, Stage stage, LocalDate due, Login person, Instant at) {
        return setDue(round, ALL, stage, due, person, at);
    }

    /** Sets the day of a stage for a unit. False when another sets it at the same time. */
    boolean due(RequestContext context, Stage stage, LocalDate due) {
        var unit = context.unit().code().text();
        return setDue(context.round().id(), unit, stage, due, context.user().login(), context.arrived());
    }

    private boolean setDue(long round, String whose, Stage stage, LocalDate due, Login person, Instant at) {
        return db.sql("""
                insert into milestone_version (round, unit, stage, version, due, person, at)
                select :round, :unit, :stage, coalesce(max(version), 0) + 1, cast(:due as date), :person, cast(:at as timestamptz)
                  from milestone_version
                 where round = :round and unit = :unit and stage = :stage
                on conflict do nothing
                """)
                .with("round", round, "unit", whose, "stage", stage, "due", due, "person", person, "at", at)
                .updated();
    }

    /** The days set for all. */
    Map<Stage, LocalDate> due(long round) {
        return daysOf(round, ALL);
    }

    /** The days set for all, and those the unit has set for itself. */
    Map<Stage, LocalDate> due(long round, UnitCode unit) {
        return daysOf(round, unit.text());
    }

    private Map<Stage, LocalDate> daysOf(long round, String whose) {
        var due = new EnumMap<Stage, LocalDate>(Stage.class);
        db.sql("""
                select stage, due
                  from milestone_current
                 where round = :round and unit in ('', :unit)
                 order by unit
                """).with("round", round, "unit", whose).each(row -> {
            var stage = Coded.of(Stage.class, row.text("stage"));
            var day = row.date("due");
            if (stage.isPresent()) due.put(stage.get(), day);
        });
        return due;
    }

    void extend(long round, UnitCode unit, Stage stage, Lock.Extension extension, Instant at) {
        db.sql("""
                insert into extension (round, unit, stage, due, reason, granted, at)
                values (:round, :unit, :stage, :due, :reason, :granted, :at)
                """)
                .with("round", round, "unit", unit, "stage", stage, "due", extension.due())
                .with("reason", extension.reason(), "granted", extension.granted(), "at", at)
                .update();
    }

    /** The days of these units in a round; of the extensions of a stage the newest counts. */
    Map<UnitCode, Milestones> dates(HeldRound round, List<UnitCode> units) {
        var dates = new HashMap<UnitCode, Milestones.Reading>();
        units.forEach(unit -> dates.put(unit, new Milestones.Reading()));
        db.sql("""
                select d.code as unit, m.stage, m.due, x.due as extended, x.reason, x.granted
                  from division d
                  join milestone_current m on m.round = :round and m.unit in ('', d.code)
                  left join lateral (select e.due, e.reason, e.granted
                                       from extension e
                                      where e.round = :round and e.unit = d.code and e.stage = m.stage
                                      order by e.id desc
                                      limit 1) x on true
                 where d.code in (:units)
                 order by d.code, m.unit
                """).with("round", round.id(), "units", units).each(row -> {
            var days = dates.get(row.code("unit", UnitCode::new));
            if (days != null) read(row, days);
        });
        var zone = round.settings().zone();
        return dates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, days -> days.getValue().of(zone)));
    }

    /** All rounds, the newest first, as they are for a unit. */
    List<UnitRound> all(UnitCode unit) {
        var rounds = new LinkedHashMap<HeldRound, Milestones.Reading>();
        var there = new HashSet<HeldRound>();
        db.sql("""
                select r.id, r.code, r.title_zh, r.title_en, r.year, r.zone, r.official, r.decides, r.onsite, r.credibility, r.figures, r.quorum,
                       county.framework as county, city.framework as city,
                       exists (select from division d
                                 join milestone_current s on s.round = r.id and s.unit = '' and s.stage = :submission
                                where d.code = :unit and d.valid_from <= s.due
                                  and not exists (select from division_end e where e.division = d.code and e.day <= s.due))
                           as there,
                       m.stage, m.due, x.due as extended, x.reason, x.granted
                  from round r
                  left join round_framework county on county.round = r.id and county.level = 'county'
                  left join round_framework city on city.round = r.id and city.level = 'city'
                  left join milestone_current m on m.round = r.id and m.unit in ('', :unit)
                  left join lateral (select e.due, e.reason, e.granted
                                       from extension e
                                      where e.round = r.id and e.unit = :unit and e.stage = m.stage
                                      order by e.id desc
                                      limit 1) x on true
                 order by r.year desc, r.id desc, m.unit
                """).with("unit", unit, "submission", Stage.SUBMISSION).each(row -> {
            var round = held(row);
            if (row.flag("there")) there.add(round);
            read(row, rounds.computeIfAbsent(round, one -> new Milestones.Reading()));
        });
        return rounds.entrySet().stream()
                .map(one -> new UnitRound(
                        one.getKey(),
                        there.contains(one.getKey()),
                        one.getValue().of(one.getKey().settings().zone())))
                .toList();
    }

    /** Whether the unit is there on the day by which all submit in the round. */
    boolean isThere(long round, UnitCode unit) {
        return db.sql("""
                select exists (select from division d
                                 join milestone_current s on s.round = :round and s.unit = '' and s.stage = :submission
                                where d.code = :unit and d.valid_from <= s.due
                                  and not exists (select from division_end e where e.division = d.code and e.day <= s.due))
                """)
                .with("round", round, "unit", unit, "submission", Stage.SUBMISSION)
                .single(Row::onlyFlag);
    }

    private static void read(Row row, Milestones.Reading dates) throws SQLException {
        var stage = row.textOrNull("stage");
        if (stage == null) return;
        var extended = row.dateOrNull("extended");
        var extension = extended == null ? null : new Lock.Extension(extended, row.text("reason"), row.text("granted"));
        dates.put(stage, row.date("due"), extension);
    }

    Optional<Instant> clock() {
        return db.sql("""
                select at
                  from rehearsal_clock
                """).optional(row -> row.instant("at"));
    }

    void clock(Instant at) {
        db.sql("""
                insert into rehearsal_clock (at)
                values (:at)
                on conflict (one) do update
                   set at = excluded.at
                """).with("at", at).update();
    }

    /** Where the clock is wanted. */
    Optional<Instant> target() {
        return db.sql("""
                select target
                  from rehearsal_clock
                 where target is not null
                """).optional(row -> row.instant("target"));
    }

    void target(Instant to) {
        db.sql("""
                update rehearsal_clock
                   set target = :to
                """).with("to", to).update();
    }

    private static HeldRound held(Row row) throws SQLException {
        var settings = new Round(
                row.code("code", RoundCode::new),
                new Sentence(row.text("title_zh"), row.text("title_en")),
                row.integer("year"),
                ZoneId.of(row.text("zone")),
                row.flag("official"),
                row.coded("decides", Layer.class),
                row.coded("onsite", OnSite.class),
                row.coded("credibility", Credibility.class),
                row.coded("figures", FigureReading.class),
                row.integer("quorum"));
        var frameworks = new EnumMap<Level, FrameworkId>(Level.class);
        for (var level : Level.EVALUATED) {
            var framework = row.idOrNull(level.code(), FrameworkId::new);
            if (framework != null) frameworks.put(level, framework);
        }
        return new HeldRound(row.number("id"), settings, frameworks);
    }
}
