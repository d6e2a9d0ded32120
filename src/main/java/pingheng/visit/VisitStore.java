package pingheng.visit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.people.Visitor;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

@Repository
class VisitStore {
    private final Sql db;

    VisitStore(Sql db) {
        this.db = db;
    }

    /** The posts that visit these units, by unit. */
    Map<UnitCode, List<PostId>> inspectors(long round, List<UnitCode> units) {
        return db.sql("""
                select unit, post
                  from visit_inspector_current
                 where round = :round and unit in (:units)
                 order by at, post
                """)
                .with("round", round, "units", units)
                .grouped(row -> row.code("unit", UnitCode::new), row -> row.id("post", PostId::new));
    }

    /** The posts that visited these units, each with who held it on the day of the newest record, in the zone of the round. */
    Map<UnitCode, List<Inspector>> went(long round, Set<UnitCode> units, ZoneId zone) {
        return db.sql("""
                select v.unit, v.post, t.title, string_agg(h.name, '、' order by h.login) as name
                  from visit_inspector_current v
                  join (select distinct on (unit) unit, cast(at at time zone :zone as date) as day
                          from site_record
                         where round = :round
                         order by unit, id desc) r on r.unit = v.unit
                  join post t on t.id = v.post
                  join appointment_current a on a.post = v.post and a.since <= r.day and (a.until is null or a.until > r.day)
                  join person h on h.id = a.person
                 where v.round = :round and v.unit in (:units)
                 group by v.unit, v.at, v.post, t.title
                 order by v.unit, v.at, v.post
                """)
                .with("round", round, "units", units, "zone", zone.getId())
                .grouped(row -> row.code("unit", UnitCode::new), VisitStore::inspector);
    }

    /** The units that a post visits. */
    List<UnitCode> units(long round, PostId post) {
        return db.sql("""
                select unit
                  from visit_inspector_current
                 where round = :round and post = :post
                 order by unit
                """).with("round", round, "post", post).list(row -> row.onlyCode(UnitCode::new));
    }

    /** Sends the holders of a post to a unit; false when they are sent already. */
    boolean assign(long round, UnitCode unit, PostId post, Login person, Instant at) {
        return send(round, unit, post, true, person, at);
    }

    /** Takes that back; false when they are not sent. */
    boolean remove(long round, UnitCode unit, PostId post, Login person, Instant at) {
        return send(round, unit, post, false, person, at);
    }

    private boolean send(long round, UnitCode unit, PostId post, boolean sent, Login person, Instant at) {
        return db.sql("""
                insert into visit_inspector_version (round, unit, post, version, sent, person, at)
                select :round, :unit, :post, coalesce(max(version), 0) + 1, :sent, :person, cast(:at as timestamptz)
                  from visit_inspector_version
                 where round = :round and unit = :unit and post = :post
                having coalesce((array_agg(sent order by version desc))[1], false) <> :sent
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "post", post, "sent", sent)
                .with("person", person, "at", at)
                .updated();
    }

    /** False when that version is there already. */
    boolean note(long round, UnitCode unit, SiteFinding finding, Visitor visitor) {
        return db.sql("""
                insert into site_finding (round, unit, point, version, text, person, post, at)
                values (:round, :unit, :point, :version, :text, :person, :post, :at)
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "point", finding.point(), "version", finding.version())
                .with("text", finding.text(), "person", visitor.login())
                .with("post", visitor.post().id())
                .with("at", finding.at())
                .updated();
    }

    /** The newest version of each finding, also of those that were taken back, by unit. */
    Map<UnitCode, List<SiteFinding>> findings(long round, List<UnitCode> units) {
        return db.sql("""
                select distinct on (f.unit, f.point) f.unit, f.point, f.version, f.text, p.name, f.at
                  from site_finding f
                  join person p on p.login = f.person
                 where f.round = :round and f.unit in (:units)
                 order by f.unit, f.point, f.version desc
                """)
                .with("round", round, "units", units)
                .grouped(row -> row.code("unit", UnitCode::new), VisitStore::siteFinding);
    }

    /** As above, as they were at a time. */
    List<SiteFinding> findings(long round, UnitCode unit, Instant at) {
        return db.sql("""
                select distinct on (f.point) f.point, f.version, f.text, p.name, f.at
                  from site_finding f
                  join person p on p.login = f.person
                 where f.round = :round and f.unit = :unit and f.at <= :at
                 order by f.point, f.version desc
                """).with("round", round, "unit", unit, "at", at).list(VisitStore::siteFinding);
    }

    /** What was handed over at some time: of which unit, under which digest, and whether the unit has countersigned it. */
    record HandedOver(long id, UnitCode unit, String digest, Instant at, boolean countersigned) {}

    List<HandedOver> handedOver(long round) {
        return db.sql("""
                select r.id, r.unit, r.digest, r.at, c.record is not null as countersigned
                  from site_record r
                  left join countersignature c on c.record = r.id
                 where r.round = :round
                 order by r.id
                """)
                .with("round", round)
                .list(row -> new HandedOver(
                        row.number("id"),
                        row.code("unit", UnitCode::new),
                        row.text("digest"),
                        row.instant("at"),
                        row.flag("countersigned")));
    }

    void handOver(long round, UnitCode unit, String digest, Visitor visitor, Instant at) {
        db.sql("""
                insert into site_record (round, unit, digest, person, post, at)
                values (:round, :unit, :digest, :person, :post, :at)
                """)
                .with("round", round, "unit", unit, "digest", digest, "person", visitor.login())
                .with("post", visitor.post().id(), "at", at)
                .update();
    }

    /** The newest record of each of these units, with what the unit said to it. */
    Map<UnitCode, SiteRecord> newest(long round, List<UnitCode> units) {
        return db.sql("""
                select distinct on (r.unit) r.unit, r.id, r.digest, p.name, r.at, c.agrees, c.text, q.name as signer, c.at as signed
                  from site_record r
                  join person p on p.login = r.person
                  left join countersignature c on c.record = r.id
                  left join person q on q.login = c.person
                 where r.round = :round and r.unit in (:units)
                 order by r.unit, r.id desc
                """)
                .with("round", round, "units", units)
                .map(row -> row.code("unit", UnitCode::new), VisitStore::record);
    }

    /** False when the record is countersigned. */
    boolean countersign(long record, boolean agrees, String text, Visitor visitor, Instant at) {
        return db.sql("""
                insert into countersignature (record, agrees, text, person, post, at)
                values (:record, :agrees, :text, :person, :post, :at)
                on conflict do nothing
                """)
                .with("record", record, "agrees", agrees, "text", text, "person", visitor.login())
                .with("post", visitor.post().id(), "at", at)
                .updated();
    }

    private static SiteRecord record(Row row) throws SQLException {
        var signer = row.textOrNull("signer");
        return new SiteRecord(
                row.number("id"),
                row.text("digest"),
                row.text("name"),
                row.instant("at"),
                signer == null
                        ? null
                        : new SiteRecord.Countersignature(
                                row.flag("agrees"), row.text("text"), signer, row.instant("signed")));
    }

    private static Inspector inspector(Row row) throws SQLException {
        return new Inspector(row.id("post", PostId::new), row.text("title"), row.text("name"));
    }

    private static SiteFinding siteFinding(Row row) throws SQLException {
        return new SiteFinding(
                row.code("point", PointCode::new),
                row.version("version"),
                row.text("text"),
                row.text("name"),
                row.instant("at"));
    }
}
