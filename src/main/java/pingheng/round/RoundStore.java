package pingheng.round;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.problem.Sentence;

@Repository
class RoundStore {
    private static final String ROUNDS = """
            select id, code, title_zh, title_en, year, zone, official, decides, onsite, credibility, quorum
              from round
            """;

    private final JdbcClient db;

    RoundStore(JdbcClient db) {
        this.db = db;
    }

    Optional<HeldRound> find(String code) {
        return db.sql(ROUNDS + " where code = :code")
                .param("code", code)
                .query(RoundStore::held)
                .optional();
    }

    List<HeldRound> all() {
        return db.sql(ROUNDS + " order by year desc, id desc")
                .query(RoundStore::held)
                .list();
    }

    long add(Round round) {
        return db.sql("""
                insert into round (code, title_zh, title_en, year, zone, official, decides, onsite, credibility, quorum)
                values (:code, :zh, :en, :year, :zone, :official, :decides, :onsite, :credibility, :quorum)
                returning id
                """)
                .param("code", round.code())
                .param("zh", round.title().zh())
                .param("en", round.title().en())
                .param("year", round.year())
                .param("zone", round.zone().getId())
                .param("official", round.official())
                .param("decides", round.decides().code())
                .param("onsite", round.onsite().code())
                .param("credibility", round.credibility().code())
                .param("quorum", round.quorum())
                .query(Long.class)
                .single();
    }

    void framework(long round, String level, long framework) {
        db.sql("""
                insert into round_framework (round, level, framework)
                values (:round, :level, :framework)
                """)
                .param("round", round)
                .param("level", level)
                .param("framework", framework)
                .update();
    }

    Optional<Long> framework(long round, String level) {
        return db.sql("""
                select framework
                  from round_framework
                 where round = :round and level = :level
                """)
                .param("round", round)
                .param("level", level)
                .query(Long.class)
                .optional();
    }

    void due(long round, String unit, Stage stage, LocalDate due) {
        db.sql("""
                insert into milestone (round, unit, stage, due)
                values (:round, :unit, :stage, :due)
                on conflict (round, unit, stage) do update
                   set due = excluded.due
                """)
                .param("round", round)
                .param("unit", unit)
                .param("stage", stage.code())
                .param("due", due)
                .update();
    }

    /** The days set for all, and those the unit has set for itself. */
    Map<Stage, LocalDate> due(long round, String unit) {
        var due = new EnumMap<Stage, LocalDate>(Stage.class);
        db.sql("""
                select stage, due
                  from milestone
                 where round = :round and unit in ('', :unit)
                 order by unit
                """).param("round", round).param("unit", unit).query(row -> {
            var stage = Stage.of(row.getString("stage"));
            var day = row.getObject("due", LocalDate.class);
            if (stage.isPresent()) due.put(stage.get(), day);
        });
        return due;
    }

    void extend(long round, String unit, Stage stage, Lock.Extension extension, Instant at) {
        db.sql("""
                insert into extension (round, unit, stage, due, reason, granted, at)
                values (:round, :unit, :stage, :due, :reason, :granted, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("stage", stage.code())
                .param("due", extension.due())
                .param("reason", extension.reason())
                .param("granted", extension.granted())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** The newest one counts. */
    Optional<Lock.Extension> extension(long round, String unit, Stage stage) {
        return db.sql("""
                select due, reason, granted
                  from extension
                 where round = :round and unit = :unit and stage = :stage
                 order by id desc
                 limit 1
                """)
                .param("round", round)
                .param("unit", unit)
                .param("stage", stage.code())
                .query((row, number) -> new Lock.Extension(
                        row.getObject("due", LocalDate.class), row.getString("reason"), row.getString("granted")))
                .optional();
    }

    Optional<Instant> clock() {
        return db.sql("""
                select at
                  from rehearsal_clock
                """)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void clock(Instant at) {
        db.sql("""
                insert into rehearsal_clock (at)
                values (:at)
                on conflict (one) do update
                   set at = excluded.at
                """).param("at", at.atOffset(UTC)).update();
    }

    /** Where the clock is wanted. */
    Optional<Instant> target() {
        return db.sql("""
                select target
                  from rehearsal_clock
                 where target is not null
                """).query((row, number) -> Rows.instant(row, "target")).optional();
    }

    void target(Instant to) {
        db.sql("""
                update rehearsal_clock
                   set target = :to
                """).param("to", to.atOffset(UTC)).update();
    }

    private static HeldRound held(ResultSet row, int number) throws SQLException {
        var settings = new Round(
                row.getString("code"),
                new Sentence(row.getString("title_zh"), row.getString("title_en")),
                row.getInt("year"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("official"),
                Layer.of(row.getString("decides")).orElseThrow(),
                OnSite.of(row.getString("onsite")).orElseThrow(),
                Credibility.of(row.getString("credibility")).orElseThrow(),
                row.getInt("quorum"));
        return new HeldRound(row.getLong("id"), settings);
    }
}
