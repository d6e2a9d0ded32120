package pingheng.round;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.text.Coded;
import pingheng.value.FrameworkId;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

@Repository
class RoundStore {
    private static final String ROUNDS = """
            select id, code, title_zh, title_en, year, zone, official, decides, onsite, credibility, quorum
              from round
            """;

    /** The key of the days that are set for all units. */
    private static final String ALL = "";

    private final Sql db;

    RoundStore(Sql db) {
        this.db = db;
    }

    Optional<HeldRound> find(RoundCode code) {
        return db.sql(ROUNDS + " where code = :code").with("code", code).optional(RoundStore::held);
    }

    List<HeldRound> all() {
        return db.sql(ROUNDS + " order by year desc, id desc").list(RoundStore::held);
    }

    long add(Round round) {
        return db.sql("""
                insert into round (code, title_zh, title_en, year, zone, official, decides, onsite, credibility, quorum)
                values (:code, :zh, :en, :year, :zone, :official, :decides, :onsite, :credibility, :quorum)
                returning id
                """)
                .with("code", round.code())
                .with("zh", round.title().zh())
                .with("en", round.title().en())
                .with("year", round.year(), "zone", round.zone().getId(), "official", round.official())
                .with("decides", round.decides())
                .with("onsite", round.onsite())
                .with("credibility", round.credibility(), "quorum", round.quorum())
                .single(Row::onlyNumber);
    }

    void framework(long round, Level level, FrameworkId framework) {
        db.sql("""
                insert into round_framework (round, level, framework)
                values (:round, :level, :framework)
                """).with("round", round, "level", level, "framework", framework).update();
    }

    Optional<FrameworkId> framework(long round, Level level) {
        return db.sql("""
                select framework
                  from round_framework
                 where round = :round and level = :level
                """).with("round", round, "level", level).optional(row -> row.id("framework", FrameworkId::new));
    }

    /** Sets the day of a stage for all. */
    void due(long round, Stage stage, LocalDate due) {
        setDue(round, ALL, stage, due);
    }

    /** Sets the day of a stage for a unit. */
    void due(long round, UnitCode unit, Stage stage, LocalDate due) {
        setDue(round, unit.text(), stage, due);
    }

    private void setDue(long round, String whose, Stage stage, LocalDate due) {
        db.sql("""
                insert into milestone (round, unit, stage, due)
                values (:round, :unit, :stage, :due)
                on conflict (round, unit, stage) do update
                   set due = excluded.due
                """)
                .with("round", round, "unit", whose, "stage", stage, "due", due)
                .update();
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
                  from milestone
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

    /** The newest one counts. */
    Optional<Lock.Extension> extension(long round, UnitCode unit, Stage stage) {
        return db.sql("""
                select due, reason, granted
                  from extension
                 where round = :round and unit = :unit and stage = :stage
                 order by id desc
                 limit 1
                """)
                .with("round", round, "unit", unit, "stage", stage)
                .optional(row -> new Lock.Extension(row.date("due"), row.text("reason"), row.text("granted")));
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
                row.integer("quorum"));
        return new HeldRound(row.number("id"), settings);
    }
}
