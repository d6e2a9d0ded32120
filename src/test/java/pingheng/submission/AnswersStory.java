package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.framework.rule.Marks;
import pingheng.people.Visitor;
import pingheng.problem.Refused;
import pingheng.rehearsal.Opening;
import pingheng.submission.pages.ScoreInput;
import pingheng.submission.texts.Settlements;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** Drafts of a county: who may write what until when, and what becomes of two who write at once. */
class AnswersStory {
    private static final App APP = App.fresh().assigned();

    /** Led by the finance bureau, which the contact of the cast works for; marked in two elements. */
    private static final String POINT = "5.1.5";

    /** The first instant that is too late: midnight after 10 September 2020 in Guangdong. */
    private static final Instant LOCK = Instant.parse("2020-09-10T16:00:00Z");

    private final Answers answers = APP.bean(Answers.class);
    private final Visitor finance = APP.visitor("finance");
    private final Visitor office = APP.visitor("office");

    @BeforeEach
    void inTime() {
        APP.at(Opening.BEGINS);
    }

    @AfterAll
    static void close() {
        APP.close();
    }

    @Test
    void thePointOfTheseTalesIsLedByFinance() {
        assertThat(point().lead()).contains(finance.post().body().id());
    }

    @Test
    void whatIsSavedIsThereWithANewVersion() {
        Version before = point().answer().version();

        var kept = save(finance, before, "说明一", Opening.BEGINS);

        assertThat(kept).isInstanceOf(Answers.Kept.Saved.class);
        assertThat(point().answer().version()).isEqualTo(before.next());
        assertThat(point().answer().statement()).isEqualTo("说明一");
    }

    @Test
    void theSameAgainIsNoNewVersion() {
        save(finance, point().answer().version(), "说明二", Opening.BEGINS);
        Version before = point().answer().version();

        save(finance, before, "  说明二 ", Opening.BEGINS);

        assertThat(point().answer().version()).isEqualTo(before);
    }

    @Test
    void ofTwoWhoWriteAtOnceBothTextsSurviveUntilTheyAreMerged() {
        Version seen = point().answer().version();
        save(finance, seen, "财政局写的", Opening.BEGINS);

        var kept = save(office, seen, "办公室写的", Opening.BEGINS);

        assertThat(kept).isInstanceOf(Answers.Kept.Beside.class);
        assertThat(point().answer().statement()).isEqualTo("财政局写的");
        assertThat(answers.beside(own(), new PointCode(POINT)))
                .extracting(text -> text.answer().statement())
                .containsExactly("办公室写的");
        assertThat(point().whyNotComplete().orElseThrow().code()).isEqualTo("submission.beside");

        var merged = new Answers.Draft(seen, Marks.NONE, null, "", "两人合写的");
        Version over = point().answer().version();
        APP.bean(Settlements.class)
                .settle(
                        own().askedBy(office, Opening.BEGINS),
                        new PointCode(POINT),
                        new Settlements.Settlement(over, List.of(), new Settlements.Choice.Written(merged)));

        assertThat(point().answer().statement()).isEqualTo("两人合写的");
        assertThat(answers.beside(own(), new PointCode(POINT))).isEmpty();
        assertThat(answers.versions(own(), new PointCode(POINT)))
                .extracting(Answer::statement)
                .contains("财政局写的");
    }

    @Test
    void oneSecondBeforeTheLockIsInTimeAndTheLockItselfIsNot() {
        save(finance, point().answer().version(), "差一秒", LOCK.minusSeconds(1));

        assertThatThrownBy(() -> save(finance, point().answer().version(), "迟一秒", LOCK))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason().code()).isEqualTo("round.locked");
                    assertThat(refused.reason().sentence().zh())
                            .contains("2020-09-10")
                            .contains("延期");
                });
        assertThat(point().answer().statement()).isEqualTo("差一秒");
    }

    @Test
    void whoArrivedBeforeTheLockIsTakenAlsoWhenDealtWithAfterIt() {
        Version seen = point().answer().version();
        APP.at(LOCK.plusSeconds(30));

        assertThat(save(finance, seen, "锁定前到达", LOCK.minusMillis(1))).isInstanceOf(Answers.Kept.Saved.class);
    }

    @Test
    void onlyThePartnersOfAPointWriteAtIt() {
        for (var login : List.of("health", "finance-check", "deputy", "city", "province", "office-440103"))
            assertThat(answers.whyNotEdit(
                            own().askedBy(APP.visitor(login), Opening.BEGINS), own(), new PointCode(POINT)))
                    .as(login)
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("duty.not-yours"));
        assertThat(answers.whyNotEdit(own().askedBy(finance, Opening.BEGINS), own(), new PointCode(POINT)))
                .isEmpty();
        assertThat(answers.whyNotEdit(own().askedBy(office, Opening.BEGINS), own(), new PointCode(POINT)))
                .isEmpty();
    }

    @Test
    void aClaimLiesBetweenZeroAndThePointsAndHasFourDecimals() {
        assertThatThrownBy(() -> claim("99")).isInstanceOf(Refused.class).hasMessageContaining("自评分");
        for (var typed : List.of("0.00001", "-0.5", "0,5", "1e2"))
            assertThatThrownBy(() -> claim(typed))
                    .as(typed)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("至多四位小数");
        claim("０.５");
        assertThat(point().own()).hasValueSatisfying(own -> assertThat(own).isEqualByComparingTo("0.5"));
    }

    @Test
    void aTextOfAnyLengthIsEitherKeptWholeOrRefused() {
        assertThatThrownBy(() -> save(finance, point().answer().version(), "长".repeat(20_001), Opening.BEGINS))
                .isInstanceOf(Refused.class);
        save(finance, point().answer().version(), "长".repeat(20_000), Opening.BEGINS);
        assertThat(point().answer().statement()).hasSize(20_000);
    }

    @Test
    void aFormSentAfterTheSessionEndedIsNotCarriedOutForWhoeverSignsInNext() {
        var guest = new Guest(APP);
        var seen = String.valueOf(point().answer().version());
        var before = point().answer().statement();

        var refused = guest.post("/r/GD-2020/440113/points/" + POINT, "seen", seen, "statement", "会话过期前写的");
        assertThat(refused.status()).isEqualTo(302);
        assertThat(refused.location()).endsWith("/sign-in");

        var signedIn = guest.post("/rehearsal/sign-in", "login", "finance");
        guest.get(signedIn.location().replaceFirst("^https?://[^/]+", ""));

        assertThat(point().answer().statement()).isEqualTo(before);
    }

    @Test
    void whatAnotherCountyWritesIsAsUnknownAsAPageThatIsNot() {
        var stranger = Guest.as(APP, "office").get("/r/GD-2020/440103/points/" + POINT);
        var nowhere = Guest.as(APP, "office").get("/r/GD-2020/999999/points/" + POINT);

        assertThat(stranger.status()).isEqualTo(404);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(plain(stranger.body())).isEqualTo(plain(nowhere.body()));
    }

    /** Without the address that was asked for and the token of forms, which differs every time. */
    private static String plain(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "value");
    }

    private Answers.Kept save(Visitor visitor, Version seen, String statement, Instant arrived) {
        return answers.save(
                own().askedBy(visitor, arrived),
                new PointCode(POINT),
                new Answers.Draft(seen, Marks.NONE, null, "", statement));
    }

    private void claim(String typed) {
        var claim = ScoreInput.score("claim", typed);
        var draft = new Answers.Draft(point().answer().version(), Marks.NONE, claim, "", "说明");
        answers.save(own().askedBy(finance, Opening.BEGINS), new PointCode(POINT), draft);
    }

    private OwnPoint point() {
        return own().point(new PointCode(POINT)).orElseThrow();
    }

    private SelfEvaluation own() {
        return APP.bean(SelfEvaluations.class).of(APP.round(), APP.panyu());
    }
}
