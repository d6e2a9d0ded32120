package pingheng.commands.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pingheng.app.Guest;
import pingheng.check.Mismatch;
import pingheng.check.Mismatch.Kind;
import pingheng.contents.World;
import pingheng.database.Sql;
import pingheng.files.Vault;
import pingheng.ledger.Chain;
import pingheng.ledger.Rewritten;

/**
 * What somebody with the rights of the owner changes in a round that was released with its chain, and makes the whole ledger anew: the
 * letter names the end of that chain, which covers whatever was decided, found, cast, counted and placed before.
 */
class LetterAttacksTest {
    private static final String LETTER = "/r/GD-2020/440113/letter";

    private static World world;
    private static Vault vault;
    private static String page;

    enum Attack {
        DECISION("update judgement set reason = reason || '。' where unit = '440113' and layer = 'province'"),
        FINDING("update site_finding set text = text || '。'"),
        BALLOT("""
                update deliberation_mark set mark = case when mark > 0 then mark - 0.5 else mark + 0.5 end
                 where not recused and unit = '440113'
                """),
        SURVEY("""
                update survey_result set satisfied = satisfied - 1, unknown = unknown + 1
                 where unit = '440113' and satisfied > 0
                """),
        PLACE("""
                with placed as (update released_unit set place = 77 where unit = '440113' returning unit)
                update release
                   set result = replace(result, '"place":1', '"place":77'),
                       ranking = regexp_replace(ranking, '(440113,[^\\n]*,)1(,[^,\\n]*)', '\\177\\2')
                """);

        private final String planted;

        Attack(String planted) {
            this.planted = planted;
        }
    }

    @BeforeAll
    static void aRoundThatWasReleased() throws SQLException {
        world = new World();
        world.underReview();
        world.decided();
        world.signed();
        world.confirmed();
        world.inForce();
        world.write("440113");
        vault = world.app().bean(Vault.class);
        page = Guest.as(world.app(), "office").get(LETTER).body();
        world.owner().setAutoCommit(false);
        assertThat(named(null)).as("before anything is planted").isEmpty();
    }

    @AfterAll
    static void isClosed() throws SQLException {
        world.close();
    }

    @AfterEach
    void nothingStays() throws SQLException {
        world.owner().rollback();
    }

    @ParameterizedTest
    @EnumSource
    void withTheLedgerMadeAnewTheLetterAloneNamesIt(Attack attack) {
        plant(attack.planted);
        assertThat(named(null)).as("the row").isNotEmpty();
        assertThat(new Forger(db(), vault).forge(true)).isEmpty();
        assertThat(named(HeldPaper.read("letter", page)))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.RECEIPT))
                .satisfies(one -> assertThat(one.row()).startsWith("ledger_entry round/GD-2020#"));
    }

    @Test
    void pagePaperAndInterfaceNameTheSameEnd() throws IOException {
        var office = Guest.as(world.app(), "office");
        var read = HeldPaper.read("letter", page);
        assertThat(read).isInstanceOf(HeldPaper.OfRelease.class);
        assertThat(named(read)).isEmpty();
        assertThat(HeldPaper.read(
                        "pdf", text(office.get(LETTER + ".pdf").whole().body())))
                .isEqualTo(read);
        assertThat(HeldPaper.read(
                        "json",
                        office.get("/api/v1/rounds/GD-2020/units/440113/rectification")
                                .body()))
                .isEqualTo(read);
    }

    @Test
    void aHiddenChainWhoseEndWasCutOffIsNamedByTheChainOfTheRound() {
        plant("delete from ledger_entry where unit = '440113/visit' and number > 2");
        Rewritten.chain(db(), new Chain("440113/visit"));
        assertThat(named(null))
                .anySatisfy(one -> assertThat(one.row())
                        .matches("ledger_entry round/GD-2020#[0-9]+ names ledger_entry 440113/visit#[0-9]+"));
    }

    @Test
    void aListOfEndsThatWasChangedIsNamed() {
        plant("update chain_heads set content = replace(content, '440113/visit#', '440113/visit#1')");
        assertThat(named(null)).extracting(Mismatch::kind).containsOnly(Kind.LEDGER);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var paper = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(paper);
        }
    }

    private static void plant(String sql) {
        assertThat(db().sql(sql).update()).as("rows changed").isGreaterThan(0);
    }

    private static List<Mismatch> named(@Nullable HeldPaper paper) {
        return Checks.run(db(), vault, new Checks.Held(paper, null)).found();
    }

    private static Sql db() {
        return Sql.on(world.owner());
    }
}
