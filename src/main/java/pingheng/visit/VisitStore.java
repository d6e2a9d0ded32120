package pingheng.visit;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.people.Visitor;

@Repository
class VisitStore {
    private final JdbcClient db;

    VisitStore(JdbcClient db) {
        this.db = db;
    }

    /** The posts that visit the unit. */
    List<Long> inspectors(long round, String unit) {
        return db.sql("""
                select post
                  from visit_inspector
                 where round = :round and unit = :unit
                 order by at, post
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> row.getLong("post"))
                .list();
    }

    /** The posts that visited the unit, each with who held it on the day of the record. */
    List<Inspector> inspectors(long round, String unit, LocalDate day) {
        return db.sql("""
                select v.post, t.title, string_agg(h.name, '、' order by h.login) as name
                  from visit_inspector v
                  join post t on t.id = v.post
                  join appointment a on a.post = v.post and a.since <= :day and (a.until is null or a.until > :day)
                  join person h on h.id = a.person
                 where v.round = :round and v.unit = :unit
                 group by v.at, v.post, t.title
                 order by v.at, v.post
                """)
                .param("round", round)
                .param("unit", unit)
                .param("day", day)
                .query(Rows.as(Inspector.class))
                .list();
    }

    /** The units that a post visits. */
    List<String> units(long round, long post) {
        return db.sql("""
                select unit
                  from visit_inspector
                 where round = :round and post = :post
                 order by unit
                """)
                .param("round", round)
                .param("post", post)
                .query(Rows::text)
                .list();
    }

    void assign(long round, String unit, long post, String person, Instant at) {
        db.sql("""
                insert into visit_inspector (round, unit, post, person, at)
                values (:round, :unit, :post, :person, :at)
                on conflict do nothing
                """)
                .param("round", round)
                .param("unit", unit)
                .param("post", post)
                .param("person", person)
                .param("at", at.atOffset(UTC))
                .update();
    }

    boolean remove(long round, String unit, long post) {
        return db.sql("""
                delete from visit_inspector
                 where round = :round and unit = :unit and post = :post
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("post", post)
                        .update()
                == 1;
    }

    /** False when that version is there already. */
    boolean note(long round, String unit, SiteFinding finding, Visitor visitor) {
        return db.sql("""
                insert into site_finding (round, unit, point, version, text, person, post, at)
                values (:round, :unit, :point, :version, :text, :person, :post, :at)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("point", finding.point())
                        .param("version", finding.version())
                        .param("text", finding.text())
                        .param("person", visitor.login())
                        .param("post", visitor.post().id())
                        .param("at", finding.at().atOffset(UTC))
                        .update()
                == 1;
    }

    /** The newest version of each, also of those that were taken back. */
    List<SiteFinding> findings(long round, String unit) {
        return db.sql("""
                select distinct on (f.point) f.point, f.version, f.text, p.name, f.at
                  from site_finding f
                  join person p on p.login = f.person
                 where f.round = :round and f.unit = :unit
                 order by f.point, f.version desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(SiteFinding.class))
                .list();
    }

    void handOver(long round, String unit, String digest, Visitor visitor, Instant at) {
        db.sql("""
                insert into site_record (round, unit, digest, person, post, at)
                values (:round, :unit, :digest, :person, :post, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("digest", digest)
                .param("person", visitor.login())
                .param("post", visitor.post().id())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** The newest record of a unit, with what the unit said to it. */
    Optional<SiteRecord> newest(long round, String unit) {
        return db.sql("""
                select r.id, r.digest, p.name, r.at, c.agrees, c.text, q.name as signer, c.at as signed
                  from site_record r
                  join person p on p.login = r.person
                  left join countersignature c on c.record = r.id
                  left join person q on q.login = c.person
                 where r.round = :round and r.unit = :unit
                 order by r.id desc
                 limit 1
                """)
                .param("round", round)
                .param("unit", unit)
                .query(VisitStore::record)
                .optional();
    }

    /** False when the record is countersigned. */
    boolean countersign(long record, boolean agrees, String text, Visitor visitor, Instant at) {
        return db.sql("""
                insert into countersignature (record, agrees, text, person, post, at)
                values (:record, :agrees, :text, :person, :post, :at)
                on conflict do nothing
                """)
                        .param("record", record)
                        .param("agrees", agrees)
                        .param("text", text)
                        .param("person", visitor.login())
                        .param("post", visitor.post().id())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    private static SiteRecord record(ResultSet row, int number) throws SQLException {
        var signer = row.getString("signer");
        return new SiteRecord(
                row.getLong("id"),
                row.getString("digest"),
                row.getString("name"),
                Rows.instant(row, "at"),
                signer == null
                        ? null
                        : new SiteRecord.Countersignature(
                                row.getBoolean("agrees"), row.getString("text"), signer, Rows.instant(row, "signed")));
    }
}
