package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.digest.Sha256;
import pingheng.evidence.Evidence;
import pingheng.ledger.Ledger;
import pingheng.problem.Refused;
import pingheng.rehearsal.Opening;
import pingheng.value.PointCode;

/** From everything checked to a sealed submission, and to the one that follows it. */
class SealsStory {
    private static final Instant NOW = Opening.BEGINS;

    @Test
    void aSealedSubmissionCannotQuietlyChange() {
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var own = own(app);
            var submission =
                    app.bean(Seals.class).submissions(own.round(), own.unit()).getFirst();

            assertThat(Sha256.of(submission.manifest())).isEqualTo(submission.digest());
            var frozen = app.bean(Seals.class).frozen(own.round(), own.unit(), 1);
            assertThat(Sha256.of(frozen.manifest())).isEqualTo(frozen.digest());
            assertThat(submission.manifest()).contains(frozen.digest());
            assertThat(Sha256.of(frozen.content())).isEqualTo(own.digest());
            assertThat(frozen.manifest().lines().filter(line -> line.startsWith("point\t")))
                    .hasSize(54);

            afterSealingNothingIsTaken(app, own);
            pressedTwiceItIsRefusedTheSecondTime(app);
            aReturnOpensOnlyWhatItNames(app);
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    private static void afterSealingNothingIsTaken(App app, SelfEvaluation own) {
        var page = "/r/GD-2020/440113/points/5.1.5";
        var seen = String.valueOf(
                own.point(new PointCode("5.1.5")).orElseThrow().answer().version());
        var back = Guest.as(app, "finance").post(page, "seen", seen, "statement", "按了后退键再保存");

        assertThat(back.status()).isEqualTo(409);
        assertThat(back.body()).contains("已报送").contains("按了后退键再保存");
        assertThat(own(app).digest()).isEqualTo(own.digest());
    }

    private static void pressedTwiceItIsRefusedTheSecondTime(App app) {
        var frozen = app.bean(Seals.class).frozen(app.round(), app.panyu(), 1);
        var again = Guest.as(app, "office").post("/r/GD-2020/440113/submission", "digest", frozen.digest());

        assertThat(again.status()).isEqualTo(409);
        assertThat(app.bean(Seals.class).submissions(app.round(), app.panyu())).hasSize(1);
    }

    private static void aReturnOpensOnlyWhatItNames(App app) {
        var seals = app.bean(Seals.class);
        var answers = app.bean(Answers.class);
        var before = own(app);
        var first = seals.submissions(before.round(), before.unit()).getFirst();

        assertThatThrownBy(() -> seals.giveBack(
                        before.askedBy(app.visitor("office"), app.now()),
                        new SubmissionStatus.SubmissionReturn(List.of(new PointCode("5.1.5")), "理由", LocalDate.MAX)))
                .isInstanceOf(Refused.class);
        seals.giveBack(
                before.askedBy(app.visitor("city"), app.now()),
                new SubmissionStatus.SubmissionReturn(
                        List.of(new PointCode("5.1.5")), "请补充专户凭证", LocalDate.of(2020, 8, 25)));

        var open = own(app);
        assertThat(open.standing()).isInstanceOf(SubmissionStatus.Supplementing.class);
        assertThat(answers.whyNotEdit(open.askedBy(app.visitor("finance"), NOW), open, new PointCode("5.1.5")))
                .isEmpty();
        assertThat(answers.whyNotEdit(open.askedBy(app.visitor("education"), NOW), open, new PointCode("1.2.1")))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("submission.not-returned"));
        assertThat(seals.submissions(open.round(), open.unit())).containsExactly(first);

        var point = open.point(new PointCode("5.1.5")).orElseThrow();
        var marks = point.answer().marks();
        var draft = new Answers.Draft(point.answer().version(), marks, null, "", "补充：专户凭证见附件。");
        answers.save(open.askedBy(app.visitor("finance"), NOW), new PointCode("5.1.5"), draft);
        Carried.again(app, "5.1.5");

        var both = seals.submissions(app.round(), app.panyu());
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().previous()).isEqualTo(first.digest());
        assertThat(seals.frozen(app.round(), app.panyu(), 1).content()).doesNotContain("专户凭证");
        assertThat(seals.frozen(app.round(), app.panyu(), 2).content()).contains("专户凭证");
    }

    @Test
    void ofTwoWhoSubmitAtOnceOneIsTheSubmission() throws Exception {
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SCANNED);
            var digest =
                    app.bean(Seals.class).frozen(app.round(), app.panyu(), 1).digest();
            theFormIsNotThePledge(app);
            Callable<SubmissionStatus.Submission> press =
                    () -> app.bean(Seals.class).submit(own(app).askedBy(app.visitor("office"), NOW), digest);

            try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
                var pressed = hands.invokeAll(List.of(press, press, press));

                assertThat(pressed.stream().filter(SealsStory::succeeded)).hasSize(1);
            }
            assertThat(app.bean(Seals.class).submissions(app.round(), app.panyu()))
                    .hasSize(1);
        }
    }

    private static void theFormIsNotThePledge(App app) {
        var form = new ByteArrayInputStream(Carried.pdf("form"));
        var taken = app.bean(Evidence.class).take("承诺书.pdf", form);
        assertThatThrownBy(() ->
                        app.bean(Seals.class).scan(own(app).askedBy(app.visitor("office"), app.now()), "pledge", taken))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason().code()).isEqualTo("submission.same-scan");
                    assertThat(refused.reason().sentence().zh()).contains("form.pdf", "各扫描一份", "先换掉");
                });
        var scans = app.bean(Seals.class).frozen(app.round(), app.panyu(), 1).scans();
        assertThat(scans)
                .extracting(SubmissionStatus.Scan::sha256)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatIsSignedAnewAfterAReturnIsCheckedAnew() {
        try (var app = App.fresh().assigned().checked()) {
            var signOffs = app.bean(SignOffs.class);
            signOffs.giveBack(own(app).askedBy(app.visitor("office"), NOW), new PointCode("5.1.5"), "请再核对");
            app.at(NOW.plusSeconds(60));
            var digest = own(app).point(new PointCode("5.1.5")).orElseThrow().digest();
            signOffs.sign(
                    own(app).askedBy(app.visitor("finance"), NOW), new PointCode("5.1.5"), SignOff.Step.FILLED, digest);

            assertThat(own(app).point(new PointCode("5.1.5")).orElseThrow().state())
                    .isEqualTo(OwnPoint.State.FILLED);
        }
    }

    @Test
    void whatChangesAfterASignatureVoidsIt() {
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.LEADER);
            var own = own(app);
            assertThat(own.whole().leader()).isNotNull();

            var point = own.point(new PointCode("5.1.5")).orElseThrow();
            var marks = point.answer().marks();
            var draft = new Answers.Draft(point.answer().version(), marks, null, "", "签名后改了一个字");
            app.bean(Answers.class).save(own.askedBy(app.visitor("office"), NOW), new PointCode("5.1.5"), draft);

            var after = own(app);
            assertThat(after.whole().office()).isNull();
            assertThat(after.whole().leader()).isNull();
            assertThat(after.point(new PointCode("5.1.5")).orElseThrow().state())
                    .isEqualTo(OwnPoint.State.DRAFT);
            assertThat(app.bean(Seals.class).whyNotFreeze(after.askedBy(app.visitor("office"), NOW), after))
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("submission.unchecked"));
        }
    }

    @Test
    void whatWasSeenIsWhatIsSigned() {
        try (var app = App.fresh().assigned().checked()) {
            var own = own(app);

            assertThatThrownBy(() -> app.bean(SignOffs.class)
                            .sign(own.askedBy(app.visitor("office"), NOW), SignOff.Step.OFFICE, "0".repeat(64)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason().code()).isEqualTo("submission.changed-since-seen"));
            assertThat(app.bean(SignOffs.class)
                            .whyNotSign(own.askedBy(app.visitor("deputy"), NOW), own, SignOff.Step.LEADER))
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("submission.office-first"));
        }
    }

    private static boolean succeeded(Future<SubmissionStatus.Submission> pressed) {
        try {
            return pressed.get().number() == 1;
        } catch (ExecutionException refused) {
            return !(refused.getCause() instanceof Refused);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static SelfEvaluation own(App app) {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }
}
