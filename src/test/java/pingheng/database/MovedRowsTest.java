package pingheng.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.figure.School;
import pingheng.figure.Schools;
import pingheng.value.FigureCode;

/** Rows that lay in tables which were written over become versions, with every letter they had. */
class MovedRowsTest {
    private static final String HOSTILE = "甲\\\t乙\n丙\r\\t\"'丁";

    private static final String BEFORE = """
            insert into division (code, name, level, region)
            values ('990101', '甲县', 'county', ''), ('990102', '乙县', 'county', '');
            insert into round (code, title_zh, title_en, year, zone, official, decides, onsite, credibility, quorum)
            values ('T-1', '一', 'one', 2020, 'Asia/Shanghai', false, 'province', 'replace', 'off', 5);

            insert into school (round, unit, school, name, level)
            select r.id, d.code, s.school, s.name, s.level
              from round r, division d,
                   (values (E'2\\t', E':hostile', 'primary'), ('1', '', 'junior'), ('2', '二', 'junior')) s (school, name, level);
            insert into school_value (round, unit, school, level, figure, value)
            select r.id, d.code, E'2\\t', 'primary', v.figure, v.value
              from round r, division d,
                   (values ('pupils', 100), ('books', 0.00), ('area', 1234.567890123456), ('equipment', 5.10)) v (figure, value);
            insert into school_batch (round, unit, number, rows, content, digest, person, at)
            select id, '990102', number, 3, 'kept', repeat('0', 64), 'office', '2020-01-01Z'
              from round, generate_series(1, 2) number;

            insert into body (division, name, short_name) values ('990101', '办公室', '办');
            insert into evidence (round, unit, sha256, size, name, type, kind, body, person, at)
            select r.id, '990101', repeat('a', 64), 1, 'x.pdf', 'PDF', 'material', b.id, 'office', '2020-01-01Z'
              from round r, body b;
            insert into citation (evidence, point) select id, unnest(array['1.1', '1.2']) from evidence;

            insert into frozen (round, unit, number, manifest, content, digest, person, at, lifted)
            select r.id, '990101', f.number, f.name, f.name, repeat(f.name, 64), 'office', '2020-01-01Z', f.lifted
              from round r,
                   (values (1, 'a', timestamptz '2020-01-02Z'), (1, 'b', '2020-01-03Z'), (1, 'c', null), (2, 'd', null))
                       f (number, name, lifted);
            insert into scan (frozen, kind, sha256, name, type, size, person, at)
            select id, 'form', digest, 's.pdf', 'PDF', 1, 'office', '2020-01-01Z' from frozen;

            insert into answer_beside (round, unit, point, seen, marks, reason, statement, person, at, settled)
            select id, '990101', '1.1', 1, '', '', s.statement, 'finance', '2020-01-01Z', s.settled
              from round, (values ('一', timestamptz '2020-01-04Z'), ('二', null)) s (statement, settled);
            """;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void whatStoodInTheTablesBefore(@TempDir Path temp) throws IOException, SQLException {
        postgres = EmbeddedPostgres.start(Ground.open(temp.resolve("data")));
        Schema.bringUpTo(postgres.database(), "21");
        Ground.tell(postgres.database(), postgres.database().owner(), BEFORE.replace(":hostile", escaped(HOSTILE)));
        Schema.bringUpToDate(postgres.database());
    }

    @AfterAll
    static void isStopped() throws IOException {
        postgres.close();
    }

    @Test
    void aTableOfSchoolsBecomesTheBatchThatItIsAndNobodyIsSaidToHaveHandedItIn() throws SQLException {
        var values = new LinkedHashMap<FigureCode, BigDecimal>();
        values.put(new FigureCode("area"), new BigDecimal("1234.567890123456"));
        values.put(new FigureCode("books"), new BigDecimal("0.00"));
        values.put(new FigureCode("equipment"), new BigDecimal("5.10"));
        values.put(new FigureCode("pupils"), new BigDecimal("100"));
        var table = Schools.canonical(List.of(
                new School("1", "", "junior", Map.of()),
                new School("2", "二", "junior", Map.of()),
                new School("2\t", HOSTILE, "primary", values)));

        assertThat(ask("select content from school_batch where unit = '990101'"))
                .containsExactly(table.text());
        assertThat(
                        ask(
                                "select concat_ws(' ', number, rows, digest, person = '', by_cell) from school_batch where unit = '990101'"))
                .containsExactly("1 3 " + table.digest() + " t t");
    }

    @Test
    void itsCellsAreVersionsOfTheBatchThatStands() throws SQLException {
        assertThat(
                        ask(
                                "select concat_ws(' ', unit, version, count(*)) from school_version group by unit, version order by unit"))
                .containsExactly("990101 1 3", "990102 2 3");
        assertThat(ask("""
                select concat_ws(' ', version, figure, value)
                  from school_value_version
                 where unit = '990102'
                 order by figure
                """))
                .containsExactly("2 area 1234.567890123456", "2 books 0.00", "2 equipment 5.10", "2 pupils 100");
        assertThat(
                        ask(
                                "select concat_ws(' ', number, by_cell) from school_batch where unit = '990102' order by number"))
                .containsExactly("1 f", "2 t");
    }

    @Test
    void citationsScansAndSettledTextsAreWhatTheyWere() throws SQLException {
        assertThat(ask("select concat_ws(' ', point, version, withdrawn) from citation_version order by point"))
                .containsExactly("1.1 1 f", "1.2 1 f");
        assertThat(ask("select concat_ws(' ', left(sha256, 1), version) from scan_version order by sha256"))
                .containsExactly("a 1", "b 1", "c 1", "d 1");
        assertThat(ask("""
                select concat_ws(' ', b.statement, s.at at time zone 'UTC')
                  from answer_beside b
                  left join answer_settled s on s.beside = b.id
                 order by b.id
                """)).containsExactly("一 2020-01-04 00:00:00", "二");
    }

    @Test
    void aFreezeAndItsLiftingFollowEachOther() throws SQLException {
        assertThat(ask("""
                select concat_ws(' ', number, version, coalesce(manifest, 'lifted'), (at at time zone 'UTC')::date)
                  from frozen
                 order by number, version
                """))
                .containsExactly(
                        "1 1 a 2020-01-01",
                        "1 2 lifted 2020-01-02",
                        "1 3 b 2020-01-01",
                        "1 4 lifted 2020-01-03",
                        "1 5 c 2020-01-01",
                        "2 1 d 2020-01-01");
    }

    /** As it stands in a literal of SQL. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static List<String> ask(String sql) throws SQLException {
        return Ground.ask(postgres.database(), postgres.database().owner(), sql);
    }
}
