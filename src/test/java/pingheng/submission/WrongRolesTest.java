package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.people.account.Accounts;
import pingheng.rehearsal.Opening;
import pingheng.submission.figures.Reporting;

/** Whoever may not write is told the true reason: that of the post, where the body has its part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongRolesTest {
    private App app = App.shared();

    @BeforeAll
    void start() {
        app = App.fresh().assigned();
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void everybodyIsToldTheTrueReasonOnEveryPoint() {
        var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
        var owners = app.bean(Reporting.class).owners(own);
        var wrong = new ArrayList<String>();
        for (var visitor : cast())
            for (var point : own.points()) {
                app.bean(Answers.class)
                        .whyNotEdit(
                                own.askedBy(visitor, Opening.BEGINS),
                                own,
                                point.point().code())
                        .map(why -> why.sentence().zh())
                        .filter(told -> !isTrue(told, visitor, point))
                        .ifPresent(told ->
                                wrong.add(visitor.login() + " " + point.point().code() + ": " + told));
                for (var cell : point.reads())
                    app.bean(Reporting.class)
                            .whyNotReport(own.askedBy(visitor, Opening.BEGINS), own, owners, cell)
                            .map(why -> why.sentence().zh())
                            .filter(told ->
                                    told.contains("请" + visitor.post().body().name() + "修改"))
                            .ifPresent(told -> wrong.add(visitor.login() + " " + cell.key() + ": " + told));
            }

        assertThat(wrong).isEmpty();
    }

    @Test
    void theCheckerReadsItOnThePage() {
        var page = Guest.as(app, "finance-check").get("/r/GD-2020/440113/points/5.1.2");

        assertThat(page.body()).contains("由本单位联系人填写，您只审核").doesNotContain("不由您的单位牵头或配合");
    }

    /** What a sentence says of the visitor is so. */
    private static boolean isTrue(String told, Visitor visitor, OwnPoint point) {
        var part = point.duties().stream()
                .filter(duty -> visitor.ownsUnit(App.PANYU)
                        && duty.body().equals(visitor.post().body().id()))
                .findFirst();
        if (!visitor.ownsUnit(App.PANYU)) return told.contains("番禺区自己填写");
        if (visitor.is(Role.LEADER)) return told.contains("领导小组组长、副组长");
        return part.map(duty ->
                        visitor.is(Role.CHECKER) && told.contains("由本单位联系人填写") && told.contains("您只审核") == duty.leads())
                .orElse(told.contains("不由您的单位牵头或配合"));
    }

    private List<Visitor> cast() {
        var cast = app.bean(Accounts.class).cast().stream()
                .map(one -> one.login().text())
                .distinct()
                .map(app::visitor)
                .toList();
        assertThat(cast).hasSizeGreaterThan(8);
        return cast;
    }
}
