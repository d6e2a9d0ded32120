package pingheng.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.framework.rule.Marks;
import pingheng.problem.Refused;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.value.BodyId;
import pingheng.value.PointCode;

/** A county hands in its table, looks at what it changes, confirms it, and loses nothing that was written. */
class DutyTableStory {
    private static final String MATRIX = "/r/GD-2020/440113/matrix";
    private static final Pattern HIDDEN = Pattern.compile("name=\"(table|seen)\" value=\"([^\"]*)\"");

    @Test
    void aTableComesInIsConfirmedTakesADutyAwayAndLosesNothing() {
        try (var app = App.fresh().assigned()) {
            write(app, "finance", "5.1.2", "经费已经落实");
            var tables = app.bean(DutyTables.class);
            var whole = tables.workbook(app.round(), app.panyu());
            var office = Guest.as(app, "office");

            assertThat(office.upload(MATRIX, Map.of(), "分工表.xlsx", whole).body())
                    .as("what was taken out changes nothing when it comes in")
                    .contains("将改变 0 个观测点", "与现在的分工表相同");

            var pasted = tables.read(app.round(), app.panyu(), "a.xlsx", new ByteArrayInputStream(whole))
                    .text()
                    .replace("5.1.2\t区财政局\t区教育局", "5.1.2\t教育\t区统计局");
            var preview = office.post(MATRIX, "text", pasted);
            assertThat(preview.body()).contains("将改变 1 个观测点（其中 1 个换牵头单位）", "1 个已有草稿", "区财政局", "区统计局");
            assertThat(lead(app, "5.1.2")).as("a preview changes nothing").isEqualTo("区财政局");

            var form = HIDDEN.matcher(preview.body());
            assertThat(form.find()).isTrue();
            var table = form.group(2).replace("&#34;", "\"");
            assertThat(form.find()).isTrue();
            var seen = form.group(2);
            assertThat(office.post(MATRIX + "/table", "table", table, "seen", seen)
                            .location())
                    .endsWith(MATRIX);
            assertThat(lead(app, "5.1.2")).isEqualTo("区教育局");

            assertThat(statement(app, "5.1.2")).isEqualTo("经费已经落实");
            assertThatThrownBy(() -> write(app, "finance", "5.1.2", "还想改"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason().code()).isEqualTo("duty.not-yours"));
            write(app, "education", "5.1.2", "经费已经落实，接着写");
            assertThat(statement(app, "5.1.2")).isEqualTo("经费已经落实，接着写");

            assertThat(office.post(MATRIX + "/table", "table", table, "seen", seen)
                            .body())
                    .as("the same confirmation again meets another table than was seen")
                    .contains("duty.changed-meanwhile");
        }
    }

    private static void write(App app, String login, String point, String statement) {
        var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
        var answer = own.point(new PointCode(point)).orElseThrow().answer();
        var draft = new Answers.Draft(answer.version(), Marks.NONE, null, "", statement);
        app.bean(Answers.class)
                .save(
                        own.askedBy(
                                app.visitor(login),
                                app.bean("clock", Clock.class).instant()),
                        new PointCode(point),
                        draft);
    }

    private static String statement(App app, String point) {
        return app.bean(SelfEvaluations.class)
                .of(app.round(), app.panyu())
                .point(new PointCode(point))
                .orElseThrow()
                .answer()
                .statement();
    }

    private static String lead(App app, String point) {
        BodyId lead = Given.lead(app, point).orElseThrow();
        return app.bean(pingheng.people.People.class).bodies(App.PANYU).stream()
                .filter(body -> body.id().equals(lead))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
