package pingheng.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

class UrgingsTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 8, 18);

    private final App app = App.shared();
    private final Urgings urgings = app.bean(Urgings.class);

    @Test
    void theOfficeAndTheLeadingGroupUrgeAndTheBodyAnswers() {
        app.rolledBack(() -> {
            urge("deputy", "5.1.2", "请补正", TODAY);
            urge("office", "", "请报送小结", TODAY.plusDays(2));
            var open = urgings.of(app.round(), app.panyu());
            assertThat(open).extracting(Urging::text).containsExactly("请补正", "请报送小结");

            urgings.answer(app.visitor("finance"), open.getFirst().id(), " 已补正 ");
            var after = urgings.of(app.round(), app.panyu());
            assertThat(after).extracting(Urging::answer).containsExactly(null, "已补正");
            assertThat(app.bean(Ledger.class)
                            .about(
                                    Chain.of(App.PANYU),
                                    "urging/" + open.getFirst().id(),
                                    5))
                    .extracting(pingheng.ledger.Entry::verb)
                    .containsExactlyInAnyOrder("duty.urged", "duty.urging-answered");
        });
    }

    @Test
    void nobodyElseUrges() {
        app.rolledBack(() -> {
            for (var login : List.of("finance", "finance-check", "city", "province", "office-440114"))
                assertThat(code(() -> urge(login, "", "请补正", TODAY))).as(login).isEqualTo("duty.urge");
        });
    }

    @Test
    void onlyTheBodyThatIsUrgedAnswersAndOnlyOnce() {
        app.rolledBack(() -> {
            urge("office", "", "请补正", TODAY);
            var id = urgings.of(app.round(), app.panyu()).getFirst().id();

            for (var login : List.of("education", "office", "deputy"))
                assertThat(code(() -> urgings.answer(app.visitor(login), id, "好")))
                        .as(login)
                        .isEqualTo("duty.answer");
            assertThat(code(() -> urgings.answer(app.visitor("office-440114"), id, "好")))
                    .isEqualTo("page.unknown");
            assertThat(code(() -> urgings.answer(app.visitor("finance"), id, "  ")))
                    .isEqualTo("duty.answer-text");
            urgings.answer(app.visitor("finance"), id, "好");
            assertThat(code(() -> urgings.answer(app.visitor("finance"), id, "再说")))
                    .isEqualTo("duty.answered");
        });
    }

    @Test
    void anUrgingSaysWhatAndIsNotDueBeforeToday() {
        app.rolledBack(() -> {
            assertThat(code(() -> urge("office", "", " ", TODAY))).isEqualTo("duty.urge-text");
            assertThat(code(() -> urge("office", "", "长".repeat(2001), TODAY))).isEqualTo("duty.urge-text");
            assertThat(code(() -> urge("office", "", "请补正", TODAY.minusDays(1))))
                    .isEqualTo("duty.urge-past");
            assertThat(urgings.of(app.round(), app.panyu())).isEmpty();
        });
    }

    @Test
    void aBodyOfAnotherCountyCannotBeUrged() {
        BodyId other =
                app.bean(People.class).bodies(new UnitCode("440114")).getFirst().id();
        assertThat(code(() -> urgings.urge(
                        new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                        new Urgings.Urge(other, null, "请补正", TODAY))))
                .isEqualTo("page.unknown");
    }

    private void urge(String login, String point, String text, LocalDate by) {
        BodyId finance = app.bean(People.class).bodies(App.PANYU).stream()
                .filter(body -> body.name().equals("区财政局"))
                .findFirst()
                .orElseThrow()
                .id();
        urgings.urge(
                new RequestContext(app.visitor(login), app.round(), app.panyu(), app.now()),
                new Urgings.Urge(finance, PointCode.of(point).orElse(null), text, by));
    }

    private static String code(ThrowingCallable call) {
        return ((Refused) catchThrowable(call)).reason().code();
    }
}
