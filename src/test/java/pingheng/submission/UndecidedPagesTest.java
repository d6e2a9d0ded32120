package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Program;
import pingheng.framework.rule.Outcome;
import pingheng.submission.figures.Reporting;

/** A point of a county that cannot be computed yet says on its page and to programs which figure is missing and who reports it. */
class UndecidedPagesTest {
    private static final String POINTS = "/r/GD-2020/440113/points/";

    @Test
    void aPointThatIsUndecidedNamesTheFiguresItLacksAndTheBodyThatReportsThem() {
        try (var app = App.fresh().assigned()) {
            var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
            var owners = app.bean(Reporting.class).owners(own);
            var program = Program.as(app, "office");
            var office = Guest.as(app, "office");
            var undecided = undecided(own);
            assertThat(undecided).hasSizeGreaterThanOrEqualTo(5);

            for (var point : undecided) {
                var code = point.point().code();
                var cell = point.missing().getFirst();
                var owner = owners.of(cell.definition()).orElseThrow().name();
                var zh = told(office.get(POINTS + code).body());
                assertThat(zh).as(code.text()).contains("缺「" + cell.title().zh() + "」（报送单位：" + owner + "）");
                assertThat(zh)
                        .as(code.text())
                        .doesNotContain(cell.definition().code().text());
                office.post("/language", "lang", "en", "back", "/");
                var en = told(office.get(POINTS + code).body());
                assertThat(en)
                        .as(code.text())
                        .contains("“" + cell.title().en() + "” is missing (reported by " + owner + ")");
                office.post("/language", "lang", "zh", "back", "/");
                var answer = program.get("/api/v1/rounds/GD-2020/units/440113/points/" + code)
                        .json();
                assertThat(answer.at("/proposal/undecided/zh").asString())
                        .as(code.text())
                        .contains("缺「" + cell.title().zh() + "」（报送部门：");
            }
        }
    }

    /** Of those that no judge marks one in five. */
    private static List<OwnPoint> undecided(SelfEvaluation own) {
        var seen = new AtomicInteger();
        return own.points().stream()
                .filter(point -> point.point().rule().marks() == 0
                        && !point.point().rule().ranks())
                .filter(point -> point.proposal() instanceof Outcome.Undecided
                        && !point.missing().isEmpty())
                .filter(point -> seen.getAndIncrement() % 5 == 0)
                .toList();
    }

    /** Where the page tells how the point stands. */
    private static String told(String page) {
        assertThat(page).contains("id=\"standing\"");
        return page.substring(page.indexOf("id=\"standing\""), page.indexOf("</div>", page.indexOf("id=\"standing\"")));
    }
}
