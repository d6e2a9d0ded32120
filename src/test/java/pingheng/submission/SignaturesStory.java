package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.framework.rule.Marks;
import pingheng.round.RequestContext;
import pingheng.submission.SignOff.Step;
import pingheng.submission.texts.TextChange;
import pingheng.submission.texts.Texts;
import pingheng.value.PointCode;

/** What a signature stands for, and what its page says when the text goes on: of a point that is sent back, answered and checked. */
class SignaturesStory {
    private static final App APP = App.fresh().assigned();
    private static final String POINT = "5.1.5";
    private static final String PAGE = "/r/GD-2020/440113/points/" + POINT;

    private final Answers answers = APP.bean(Answers.class);
    private final SignOffs signOffs = APP.bean(SignOffs.class);

    @AfterAll
    static void close() {
        APP.close();
    }

    @Test
    void whoCannotSignIsToldWhereThePointStands() {
        var finance = Guest.as(APP, "finance");
        var checker = Guest.as(APP, "finance-check");
        filled("说明甲");
        save("说明甲，签名后再改");
        assertThat(checker.get(PAGE).body()).contains("填报签名之后内容有改动，签名已失效");
        save("说明甲");
        giveBack();
        assertThat(checker.get(PAGE).body()).contains("已退回，填表人还没有重新签名");
        filled("说明甲，专户");
        assertThat(finance.get(PAGE).body()).contains("已填报，待审核");
        sign("finance-check", Step.CHECKED);
        assertThat(finance.get(PAGE).body()).contains("已填报，并已审核").doesNotContain("待审核");
    }

    @Test
    void whoeverChangesWhatIsSignedIsWarnedBefore() {
        var finance = Guest.as(APP, "finance");
        filled("说明丁");
        assertThat(finance.get(PAGE).body()).contains("改动后填报签名失效，须重新签");
        sign("finance-check", Step.CHECKED);
        assertThat(finance.get(PAGE).body()).contains("改动后填报、审核签名失效，须重新签");
        assertThat(Guest.as(APP, "finance-check").get(PAGE).body()).doesNotContain("签名失效，须重新签");

        save("说明丁，又改");

        assertThat(finance.get(PAGE).body()).doesNotContain("签名失效，须重新签");
    }

    @Test
    void noAnsweredReturnComesBackWhenWhatWasCheckedIsChanged() {
        var finance = Guest.as(APP, "finance");
        var checker = Guest.as(APP, "finance-check");
        filled("说明乙");
        giveBack();
        filled("说明乙，专户");
        sign("finance-check", Step.CHECKED);

        save("说明乙，又改");

        assertThat(point().state()).isEqualTo(OwnPoint.State.DRAFT);
        assertThat(point().signed().returned()).isNull();
        assertThat(point().signed().fallen()).extracting(SignOff::step).containsExactly(Step.FILLED, Step.CHECKED);
        for (var guest : List.of(finance, checker)) {
            assertThat(guest.get(PAGE).body())
                    .contains("签名已失效：", "说明乙，专户", "说明乙，又改")
                    .doesNotContain("alert-danger");
            assertThat(guest.get("/").body()).contains("签名已失效").doesNotContain("退回：请写明专户");
        }
    }

    @Test
    void everyTextThatWasSignedIsReadAsItWas() {
        filled("说明丙，初稿");
        save("说明丙，改一字");
        save("说明丙，初稿");
        giveBack();
        save("说明丙，再改");
        filled("说明丙，定稿");
        sign("finance-check", Step.CHECKED);
        save("说明丙，又改");

        var history = APP
                .bean(Texts.class)
                .history(
                        new RequestContext(APP.visitor("finance"), APP.round(), APP.panyu(), APP.now()),
                        new PointCode(POINT))
                .stream()
                .filter(change -> change.text().statement().startsWith("说明丙"))
                .toList();
        assertThat(history)
                .extracting(change -> change.text().statement())
                .containsExactly("说明丙，又改", "说明丙，定稿", "说明丙，初稿", "说明丙，初稿");
        assertThat(history)
                .extracting(change ->
                        change.signed().stream().map(TextChange.Signature::step).toList())
                .containsExactly(List.of(), List.of(Step.FILLED, Step.CHECKED), List.of(), List.of(Step.FILLED));
        assertThat(Guest.as(APP, "city").get(PAGE + "/texts").body()).contains("签名时的文字：");
    }

    private void filled(String statement) {
        if (point().evidence().isEmpty()) attach();
        save(statement);
        sign("finance", Step.FILLED);
    }

    private void giveBack() {
        signOffs.giveBack(own().askedBy(APP.visitor("finance-check"), now()), new PointCode(POINT), "请写明专户");
    }

    private void attach() {
        var bytes = Carried.pdf("专户凭证");
        var taken = APP.bean(Evidence.class).take("专户凭证.pdf", new ByteArrayInputStream(bytes));
        answers.attach(
                own().askedBy(APP.visitor("finance"), now()), taken, Kind.MATERIAL, List.of(new PointCode(POINT)));
    }

    private void save(String statement) {
        var draft = new Answers.Draft(point().answer().version(), Marks.read("1 1"), null, "", statement);
        answers.save(own().askedBy(APP.visitor("finance"), now()), new PointCode(POINT), draft);
    }

    private void sign(String login, Step step) {
        signOffs.sign(own().askedBy(APP.visitor(login), now()), new PointCode(POINT), step, point().digest());
    }

    private OwnPoint point() {
        return own().point(new PointCode(POINT)).orElseThrow();
    }

    private static SelfEvaluation own() {
        return APP.bean(SelfEvaluations.class).of(APP.round(), APP.panyu());
    }

    private static Instant now() {
        return APP.bean("clock", Clock.class).instant();
    }
}
